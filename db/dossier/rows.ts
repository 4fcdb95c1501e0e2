import { z } from "zod";
import { edtfInput } from "@/lib/dates/edtf";
import { CLAIM_POSITIONS, claimInput } from "@/lib/records/claim";
import { EVENT_KINDS, eventInput } from "@/lib/records/event";
import { evidenceInput } from "@/lib/records/evidence";
import { countryCode, language, optionalCountry } from "@/lib/records/input";
import { ORGANIZATION_KINDS, organizationInput } from "@/lib/records/organization";
import { type Answer, RESPONSE_KINDS, responseInput } from "@/lib/records/response";
import { STATION_KINDS, stationInput } from "@/lib/records/station";
import { STATION_STATUSES } from "@/lib/records/status";
import { validationKey } from "@/lib/records/validation-key";
import { isBlank } from "@/lib/text/blank";
import { issueSentence, validationSentence } from "@/lib/workflow/field-errors";

export const SOURCE_KINDS = [
  "ngo_report",
  "news_article",
  "government_statement",
  "court_document",
  "encyclopedia",
  "other",
] as const;
const SCOPES = ["global", "europe", "country", "station"] as const;
const PRECISIONS = ["day", "month", "year", "unknown"] as const;

const text = z.string().transform((cell) => (cell === "" ? null : cell));
const filled = z.string().min(1, "is empty");
const id = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}-[a-z0-9]+(-[a-z0-9]+)*$`), `is not of the form ${prefix}-…`);
/** The parts of a cell that lists several. */
export const listIn = (cell: string): string[] =>
  cell
    .split(";")
    .map((part) => part.trim())
    .filter((part) => !isBlank(part));
const list = z.string().transform(listIn);
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `is not one of ${values.join(", ")}` });
/** A cell as the form's field reads what is typed there: whatever that refuses, a file may not bring. */
const asTyped = <Output>(field: z.ZodType<Output>, reason?: string) =>
  z.string().transform((cell, context) => {
    const parsed = field.safeParse(cell, { error: validationKey });
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const message = reason ?? (issue ? issueSentence(issue, "en") : "");
    context.addIssue({ code: "custom", message, input: cell });
    return z.NEVER;
  });
const NO_COUNTRY = "is not a country of ISO 3166-1 (two letters)";
const country = asTyped(countryCode, NO_COUNTRY);
const maybeCountry = asTyped(optionalCountry, NO_COUNTRY);
/** One or several, "nl/en": the first is that of the item. */
const languages = filled.refine((cell) => language.safeParse(cell.split("/")[0]).success, {
  error: validationSentence("validation.language", "en"),
});
const precision = oneOf(PRECISIONS);

const PERIOD = "is no time in EDTF, such as 2016/2018, 2016/.. (since 2016) or 2019";
const period = z.string().refine((cell) => edtfInput.safeParse(cell).success, PERIOD);

export const sourceRow = z.object({
  id: id("src"),
  kind: oneOf(SOURCE_KINDS),
  publisher: filled,
  title: asTyped(evidenceInput.shape.title),
  author: asTyped(evidenceInput.shape.author),
  published_on: text,
  published_precision: precision,
  url: asTyped(evidenceInput.shape.url),
  language: languages,
  accessed_via: asTyped(evidenceInput.shape.accessedVia),
  notes: asTyped(evidenceInput.shape.note),
  credibility: asTyped(evidenceInput.shape.credibility).default(null),
});

export const stationRow = z.object({
  id: id("st"),
  country_iso2: country,
  city: asTyped(stationInput.shape.city),
  locality_note: asTyped(stationInput.shape.localityNote),
  run_by: filled,
  kind: oneOf(STATION_KINDS),
  first_reported_on: text,
  first_reported_precision: precision,
  status: oneOf(STATION_STATUSES),
  status_as_of: text,
  status_as_of_precision: precision,
  latitude: asTyped(stationInput.shape.latitude),
  longitude: asTyped(stationInput.shape.longitude),
  geo_precision: z.union([z.literal("").transform(() => null), z.literal("city")], { error: "is not city or empty" }),
  geo_source: asTyped(stationInput.shape.locationSource),
  source_ids: list.refine((ids) => ids.length > 0, "names no source"),
  confidence_note: asTyped(stationInput.shape.note),
});

export const claimRow = z.object({
  id: id("clm"),
  scope: oneOf(SCOPES),
  country_iso2: maybeCountry,
  station_id: text,
  subject: asTyped(claimInput.shape.subject),
  value_number: asTyped(claimInput.shape.valueNumber),
  value_text: filled,
  asserted_by: filled,
  asserted_on: text,
  asserted_precision: precision,
  source_id: filled,
  stance: oneOf(CLAIM_POSITIONS),
  disputed_by_claim_ids: list,
  notes: asTyped(claimInput.shape.note),
  period: z.union([z.literal(""), period], { error: PERIOD }).default(""),
});

/** Which claims a response answers in its own words, and how. */
export const ANSWER_COLUMNS = {
  denies_claim_ids: "denies",
  confirms_claim_ids: "confirms",
  qualifies_claim_ids: "qualifies",
  unanswered_claim_ids: "leaves_unanswered",
} as const satisfies Record<string, Answer>;
const answers = {
  denies_claim_ids: list.default([]),
  confirms_claim_ids: list.default([]),
  qualifies_claim_ids: list.default([]),
  unanswered_claim_ids: list.default([]),
} satisfies Record<keyof typeof ANSWER_COLUMNS, z.ZodType>;

export const responseRow = z.object({
  id: id("rsp"),
  country_iso2: maybeCountry,
  authority: filled,
  official_role: asTyped(responseInput.shape.officialRole),
  official_name: asTyped(responseInput.shape.officialName),
  responded_on: text,
  responded_precision: precision,
  response_type: oneOf(RESPONSE_KINDS),
  summary: asTyped(responseInput.shape.summary),
  quote: asTyped(responseInput.shape.quote),
  quote_language: asTyped(responseInput.shape.quoteLanguage),
  source_id: filled,
  corroborating_source_ids: list,
  sourcing: oneOf(["two or more pages", "single page"]),
  station_ids: list,
  notes: asTyped(responseInput.shape.note),
  ...answers,
});

export const eventRow = z.object({
  id: id("evt"),
  occurred_on: text,
  precision,
  title: asTyped(eventInput.shape.title),
  summary: asTyped(eventInput.shape.summary),
  kind: oneOf(EVENT_KINDS),
  country_iso2: maybeCountry,
  source_ids: list.refine((ids) => ids.length > 0, "names no source"),
  notes: asTyped(eventInput.shape.note),
});

export const organizationRow = z.object({
  name: filled,
  kind: oneOf(ORGANIZATION_KINDS),
  country_iso2: maybeCountry,
  alternate_names: list,
  aliases: list,
  speakers: list,
  reliability: asTyped(organizationInput.shape.reliability).default(null),
});
export const placeNameRow = z.object({ place: filled, names: list });
export const periodRow = z.object({ id: filled, period });
export const answerRow = z.object({ id: filled, ...answers });
export const holdRow = z.object({ id: filled, reason: filled });

export type SourceRow = z.infer<typeof sourceRow>;
export type StationCsvRow = z.infer<typeof stationRow>;
export type ClaimRow = z.infer<typeof claimRow>;
export type ResponseCsvRow = z.infer<typeof responseRow>;
export type AnswerRow = z.infer<typeof answerRow>;
export type OrganizationRow = z.infer<typeof organizationRow>;
