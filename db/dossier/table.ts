import { CsvError, parse } from "csv-parse/sync";
import { isBlank } from "@/lib/text/blank";
import { unifyLineEnds } from "@/lib/text/line-ends";
import { textDamage } from "@/lib/text/text-damage";
import { readDossierText } from "./file-text";
import { headerProblems } from "./header";
import type { DossierProblem } from "./problem";

/** A row as it is written: each column's text, trimmed, and the line on which the row begins. */
export type Line = { readonly line: number; readonly cells: Readonly<Record<string, string>> };
/** `lines` is null when the file can't be read as a table at all. */
export type Table = { readonly lines: Line[] | null; readonly problems: DossierProblem[] };

type Parsed = { info: { lines: number }; record: string[] };

/** What stands between columns; Excel writes a semicolon where the comma is the decimal sign, and tabs as Unicode text. */
const DELIMITERS = [",", ";", "\t"] as const;
/** Excel's own line before the header that names the delimiter. */
const NAMED_DELIMITER = /^\ufeff?"?sep=[,;\t]"?(?:\r\n|\n|\r)/;

/**
 * Reads a CSV file (RFC 4180; columns separated by commas, semicolons or tabs, any line ends) with exactly these columns,
 * in any order; null when there is no such file.
 * @param optional the columns that it may leave out
 */
export async function readTable(
  folder: string,
  file: string,
  columns: readonly string[],
  optional: readonly string[] = [],
): Promise<Table | null> {
  const read = await readDossierText(folder, file);
  if (!read) return null;
  if ("problems" in read) return { lines: null, problems: read.problems };
  try {
    return tableOf(file, read.text, columns, optional);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : null;
    return { lines: null, problems: [{ file, line, column: null, reason: error.message }] };
  }
}

function recordsOf(text: string, delimiter: string, { isFirst = false } = {}): Parsed[] {
  return parse(text, {
    bom: true,
    info: true,
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    skip_empty_lines: true,
    ...(isFirst ? { to: 1, relax_quotes: true } : {}),
  }) as unknown as Parsed[];
}

const firstRecord = (text: string, delimiter: string) =>
  recordsOf(text.slice(0, 10_000), delimiter, { isFirst: true });

const headerOf = (records: readonly Parsed[]) => (records[0]?.record ?? []).map((name) => name.trim());

/** The one by which the first line has most of the columns. */
function delimiterOf(text: string, columns: readonly string[]): string {
  const known = (delimiter: string) =>
    headerOf(firstRecord(text, delimiter)).filter((name) => columns.includes(name)).length;
  return [...DELIMITERS].sort((a, b) => known(b) - known(a))[0] ?? ",";
}

function tableOf(file: string, written: string, columns: readonly string[], optional: readonly string[]): Table {
  const text = written.replace(NAMED_DELIMITER, "");
  const before = text === written ? 0 : 1;
  const delimiter = delimiterOf(text, columns);
  const header = headerOf(firstRecord(text, delimiter));
  const problems: DossierProblem[] = [];
  const blame = (line: number, column: string | null, reason: string) =>
    problems.push({ file, line, column, reason });
  for (const { column, reason } of headerProblems(header, columns, optional)) blame(1 + before, column, reason);
  if (!header.some((name) => columns.includes(name))) return { lines: null, problems };

  const lines: Line[] = [];
  for (const { info, record } of recordsOf(text, delimiter).slice(1)) {
    const line = before + info.lines - record.join("").split(LINE_END).length + 1;
    if (record.length !== header.length) {
      blame(line, null, `has ${record.length} cells where the header has ${header.length}`);
      continue;
    }
    const cells = Object.fromEntries(header.map((name, index) => [name, readCell(record[index] ?? "")]));
    for (const [index, column] of header.entries()) {
      const reason = damageOf(record[index] ?? "");
      if (reason) blame(line, column, reason);
    }
    lines.push({ line, cells });
  }
  return { lines, problems };
}

const LINE_END = /\r\n|\n|\r/g;

/** A cell in which nothing is seen is empty. */
const readCell = (text: string) => (isBlank(text) ? "" : unifyLineEnds(text).trim());

function damageOf(cell: string): string | null {
  const damage = textDamage(cell);
  if (damage === null) return null;
  return damage.key === "lostCharacter"
    ? "holds a character that was lost in an earlier conversion"
    : `holds a control character (${damage.character}), which nobody sees: take it out`;
}
