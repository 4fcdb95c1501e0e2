import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CsvError, parse } from "csv-parse/sync";
import type { DossierProblem } from "./problem";

/** A row as it is written: each column's text, trimmed, and the line on which the row begins. */
export type Line = { readonly line: number; readonly cells: Readonly<Record<string, string>> };
/** `lines` is null when the file can't be read as a table at all. */
export type Table = { readonly lines: Line[] | null; readonly problems: DossierProblem[] };

type Parsed = { info: { lines: number }; record: string[] };

/** Reads a CSV file (RFC 4180, UTF-8) with exactly these columns, in any order; null when there is no such file. */
export async function readTable(folder: string, file: string, columns: readonly string[]): Promise<Table | null> {
  const bytes = await readFile(join(folder, file)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
    throw error;
  });
  if (!bytes) return null;
  const garbled = linesNotUtf8(bytes);
  if (garbled.length > 0) {
    const reason = "is not written in UTF-8";
    return { lines: null, problems: garbled.map((line) => ({ file, line, column: null, reason })) };
  }
  try {
    return tableOf(file, bytes.toString("utf8"), columns);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : null;
    return { lines: null, problems: [{ file, line, column: null, reason: error.message }] };
  }
}

function tableOf(file: string, text: string, columns: readonly string[]): Table {
  const records = parse(text, {
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  }) as unknown as Parsed[];
  const header = (records.shift()?.record ?? []).map((name) => name.trim());
  const problems: DossierProblem[] = [];
  const blame = (line: number, column: string | null, reason: string) =>
    problems.push({ file, line, column, reason });
  for (const name of columns) if (!header.includes(name)) blame(1, name, "this column is missing");
  for (const [index, name] of header.entries()) {
    if (!columns.includes(name)) blame(1, name, "nothing is known of this column");
    else if (header.indexOf(name) !== index) blame(1, name, "this column is there twice");
  }

  const lines: Line[] = [];
  for (const { info, record } of records) {
    const line = info.lines - record.join("").split("\n").length + 1;
    if (record.length !== header.length) {
      blame(line, null, `has ${record.length} cells where the header has ${header.length}`);
      continue;
    }
    const cells = Object.fromEntries(header.map((name, index) => [name, record[index]?.trim() ?? ""]));
    for (const [column, cell] of Object.entries(cells)) {
      if (cell.includes("\uFFFD")) blame(line, column, "holds a character that was lost in an earlier conversion");
    }
    lines.push({ line, cells });
  }
  return { lines, problems };
}

function linesNotUtf8(bytes: Buffer): number[] {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const bad: number[] = [];
  let start = 0;
  for (let line = 1; start <= bytes.length; line += 1) {
    const feed = bytes.indexOf(10, start);
    const end = feed < 0 ? bytes.length : feed;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      bad.push(line);
    }
    start = end + 1;
  }
  return bad;
}
