import type { z } from "zod";
import { gate } from "@/lib/messages/gate";
import { claimInput } from "@/lib/records/claim";
import { coverageInput } from "@/lib/records/country-coverage";
import { eventInput } from "@/lib/records/event";
import { evidenceInput } from "@/lib/records/evidence";
import { organizationInput } from "@/lib/records/organization";
import { cautionsOfInput, futureFields, HAPPENED } from "@/lib/records/plausibility";
import { responseInput } from "@/lib/records/response";
import { stationInput } from "@/lib/records/station";
import { statusReportInput } from "@/lib/records/status-report";
import { validationKey } from "@/lib/records/validation-key";
import { issueSentence, validationSentence } from "@/lib/workflow/field-errors";
import type { RecordInputs } from "../access/record-mappers";
import type { DossierProblem } from "./problem";

/** In the order in which they are written: whatever a record names is there before it. */
export const PLANNED_KINDS = [
  "organization",
  "station",
  "evidence",
  "claim",
  "response",
  "event",
  "status_report",
  "coverage",
] as const;
export type PlannedKind = (typeof PLANNED_KINDS)[number];

const SCHEMAS = {
  organization: organizationInput,
  station: stationInput,
  evidence: evidenceInput,
  claim: claimInput,
  response: responseInput,
  event: eventInput,
  status_report: statusReportInput,
  coverage: coverageInput,
} as const satisfies Record<PlannedKind, z.ZodType>;

/** The field of an input that a column of another name fills, where a wrong one is to be looked for in the file. */
const COLUMNS: Record<string, string> = {
  published: "published_on",
  accessedVia: "accessed_via",
  country: "country_iso2",
  localityNote: "locality_note",
  operator: "run_by",
  firstReported: "first_reported_on",
  asOf: "status_as_of",
  locationPrecision: "geo_precision",
  locationSource: "geo_source",
  proposition: "value_text",
  asserted: "asserted_on",
  position: "stance",
  officialRole: "official_role",
  officialName: "official_name",
  given: "responded_on",
  quoteLanguage: "quote_language",
  occurred: "occurred_on",
  alternateNames: "alternate_names",
};

export type SourceLine = { readonly file: string; readonly line: number };
export type PlannedRecord<Kind extends PlannedKind = PlannedKind> = {
  readonly slug: string;
  readonly input: RecordInputs[Kind];
  readonly from: SourceLine;
  /** Why it stays a draft; null: it goes to review. */
  readonly held: string | null;
};

/** The records that a dossier makes, by kind and slug, each input as its form would give it. */
export class DossierPlan {
  readonly problems: DossierProblem[] = [];
  /** What is most likely a slip: it is loaded, and stays in review until somebody ticks it. */
  readonly cautions: DossierProblem[] = [];
  private readonly records = new Map<PlannedKind, Map<string, PlannedRecord>>(
    PLANNED_KINDS.map((kind) => [kind, new Map<string, PlannedRecord>()]),
  );

  /** @param today ISO day: what has happened is not dated after it */
  constructor(private readonly today: string) {}

  add<Kind extends PlannedKind>(
    kind: Kind,
    slug: string,
    content: z.input<(typeof SCHEMAS)[Kind]>,
    {
      from,
      held,
      columns = {},
    }: { from: SourceLine; held: string | null; columns?: Readonly<Record<string, string>> },
  ): void {
    const columnOf = (field: string) => columns[field] ?? COLUMNS[field] ?? field;
    const parsed = SCHEMAS[kind].safeParse(content, { error: validationKey });
    for (const issue of parsed.error?.issues ?? []) {
      const column = columnOf(String(issue.path[0] ?? ""));
      this.problems.push({ ...from, column, reason: issueSentence(issue, "en") });
    }
    const records = this.records.get(kind) as Map<string, PlannedRecord>;
    if (records.has(slug)) {
      this.problems.push({ ...from, column: "id", reason: `another row makes the ${kind} “${slug}” already` });
    }
    if (parsed.success) this.lookAt(kind, parsed.data, from, columnOf);
    if (parsed.success) records.set(slug, { slug, input: parsed.data as RecordInputs[Kind], from, held });
  }

  private lookAt(
    kind: PlannedKind,
    input: Readonly<Record<string, unknown>>,
    from: SourceLine,
    columnOf: (field: string) => string,
  ) {
    for (const field of futureFields(kind, input, this.today)) {
      const reason = validationSentence("validation.inFuture", "en");
      this.problems.push({ ...from, column: columnOf(field), reason });
    }
    for (const caution of cautionsOfInput(kind, input, this.today)) {
      const dated = caution === "far_past" ? (HAPPENED[kind][0] ?? "") : "period";
      const field = caution.startsWith("place_") ? "latitude" : dated;
      this.cautions.push({ ...from, column: columnOf(field), reason: gate.en[caution] });
    }
  }

  of<Kind extends PlannedKind>(kind: Kind): ReadonlyMap<string, PlannedRecord<Kind>> {
    return this.records.get(kind) as unknown as ReadonlyMap<string, PlannedRecord<Kind>>;
  }
}
