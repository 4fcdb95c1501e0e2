import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { z } from "zod";
import { parseEdtf } from "@/lib/dates/edtf";
import type { DossierProblem } from "./problem";
import * as rows from "./rows";
import { type Line, readTable } from "./table";

/** The dossier that comes with the product. */
export const FIRST_DOSSIER = fileURLToPath(new URL("./data", import.meta.url));

export type RowWithLine<Row> = { readonly row: Row; readonly line: number };

const ANSWERED = Object.fromEntries(Object.keys(rows.ANSWER_COLUMNS).map((column) => [column, "claims" as const]));

/** Each file's rows, the columns that hold dates with those of their precision, and the columns that name other rows. */
export const FILES = {
  sources: {
    file: "sources.csv",
    schema: rows.sourceRow,
    dates: { published_on: "published_precision" },
    optional: ["credibility"],
  },
  stations: {
    file: "stations.csv",
    schema: rows.stationRow,
    dates: { first_reported_on: "first_reported_precision", status_as_of: "status_as_of_precision" },
    names: { source_ids: "sources" },
  },
  claims: {
    file: "claims.csv",
    schema: rows.claimRow,
    dates: { asserted_on: "asserted_precision" },
    names: { station_id: "stations", source_id: "sources", disputed_by_claim_ids: "claims" },
    optional: ["period"],
  },
  responses: {
    file: "official_responses.csv",
    schema: rows.responseRow,
    dates: { responded_on: "responded_precision" },
    names: { source_id: "sources", corroborating_source_ids: "sources", station_ids: "stations", ...ANSWERED },
    optional: Object.keys(ANSWERED),
  },
  events: {
    file: "events.csv",
    schema: rows.eventRow,
    dates: { occurred_on: "precision" },
    names: { source_ids: "sources" },
  },
} as const;
/** What stands beside the files. Of `besides` a file may say the same in columns of its own. */
export const COMPANIONS = {
  organizations: { file: "organizations.csv", schema: rows.organizationRow, optional: ["reliability"] },
  places: { file: "place-names.csv", schema: rows.placeNameRow },
  holds: { file: "hold.csv", schema: rows.holdRow },
  periods: {
    file: "periods.csv",
    schema: rows.periodRow,
    names: { id: "claims" },
    besides: { file: "claims", columns: ["period"] },
  },
  answers: {
    file: "answers.csv",
    schema: rows.answerRow,
    names: { id: "responses", ...ANSWERED },
    besides: { file: "responses", columns: Object.keys(ANSWERED) },
  },
} as const;
export type FileKey = keyof typeof FILES;

type RowsOf<T extends Record<string, { schema: z.ZodType }>> = {
  readonly [Key in keyof T]: readonly RowWithLine<z.infer<T[Key]["schema"]>>[];
};
export type Dossier = RowsOf<typeof FILES> & RowsOf<typeof COMPANIONS>;

/** What a folder holds: its well-formed rows, and every row as it is written; null for a file that can't be read. */
export type DossierReading = {
  readonly dossier: Dossier;
  readonly lines: Readonly<Record<FileKey | keyof typeof COMPANIONS, readonly Line[] | null>>;
  readonly problems: DossierProblem[];
};

/** Reads every file of a folder. A companion file that it does not have is taken from the first dossier. */
export async function readDossier(folder: string): Promise<DossierReading> {
  const problems: DossierProblem[] = [];
  const lines: Record<string, readonly Line[] | null> = {};
  const dossier: Record<string, RowWithLine<unknown>[]> = {};
  for (const [key, part] of [...Object.entries(FILES), ...Object.entries(COMPANIONS)]) {
    const { file, schema } = part;
    const isCompanion = key in COMPANIONS;
    const path = isCompanion && !existsSync(join(folder, file)) ? FIRST_DOSSIER : folder;
    const optional = "optional" in part ? part.optional : [];
    const table = await readTable(path, file, Object.keys(schema.shape), optional);
    if (!table) problems.push({ file, line: null, column: null, reason: `is not in ${folder}` });
    problems.push(...(table?.problems ?? []));
    const dates = "dates" in part ? Object.entries(part.dates) : [];
    dossier[key] = [];
    lines[key] = table?.lines ?? null;
    for (const line of table?.lines ?? []) {
      const parsed = schema.safeParse(line.cells);
      for (const issue of parsed.error?.issues ?? []) problems.push(...blame(file, line, issue));
      for (const [date, precision] of dates) problems.push(...wrongDate(file, line, date, precision));
      if (parsed.success) dossier[key].push({ row: parsed.data, line: line.line });
    }
  }
  const read = dossier as unknown as Dossier;
  for (const key of ["holds", "periods", "answers"] as const) {
    if (applies(key, folder, lines)) continue;
    lines[key] = [];
    dossier[key] = [];
  }
  return { dossier: read, lines: lines as DossierReading["lines"], problems };
}

/**
 * What a file says in columns of its own is not said beside it. Lists of the first dossier's rows are no other dossier's:
 * they count in its own folder, or beside all the rows that they name.
 */
function applies(
  key: "holds" | "periods" | "answers",
  folder: string,
  lines: Readonly<Record<string, readonly Line[] | null>>,
): boolean {
  const part = COMPANIONS[key];
  if ("besides" in part) {
    const { file, columns } = part.besides;
    if (lines[file]?.some(({ cells }) => columns.some((column) => column in cells))) return false;
  }
  if (existsSync(join(folder, part.file))) return true;
  const known = new Set(Object.keys(FILES).flatMap((file) => lines[file]?.map(({ cells }) => cells.id) ?? []));
  const naming = "names" in part ? Object.keys(part.names) : ["id"];
  return (lines[key] ?? []).every(({ cells }) =>
    naming.flatMap((column) => rows.listIn(cells[column] ?? "")).every((id) => known.has(id)),
  );
}

function blame(file: string, { line, cells }: Line, issue: z.core.$ZodIssue): DossierProblem[] {
  const column = String(issue.path[0] ?? "");
  // A missing column was said once, of the header.
  if (column !== "" && !(column in cells)) return [];
  return [{ file, line, column, reason: `${issue.message}${quoteOf(cells[column] ?? "")}` }];
}

/** What is wrong is seen by its beginning. */
const LONGEST_QUOTE = 80;
const quoteOf = (cell: string) =>
  cell === "" ? "" : ` (“${cell.length > LONGEST_QUOTE ? `${cell.slice(0, LONGEST_QUOTE)}…` : cell}”)`;

const FORMS: Record<string, RegExp> = {
  day: /^\d{4}-\d{2}-\d{2}$/,
  month: /^\d{4}-\d{2}$/,
  year: /^\d{4}$/,
  unknown: /^$/,
};

function wrongDate(file: string, { line, cells }: Line, column: string, precisionColumn: string): DossierProblem[] {
  const written = cells[column] ?? "";
  const precision = cells[precisionColumn] ?? "";
  const form = FORMS[precision];
  if (!form || !(column in cells)) return [];
  if (!form.test(written)) {
    const reason = `“${written}” is no date of the precision “${precision}” that ${precisionColumn} says`;
    return [{ file, line, column, reason }];
  }
  try {
    if (written !== "") parseEdtf(written);
    return [];
  } catch {
    return [{ file, line, column, reason: `there is no such date as ${written}` }];
  }
}
