import { once } from "node:events";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type postgres from "postgres";

export type CopiedRow = Readonly<Record<string, unknown>>;

const ESCAPED: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const escaped = (text: string) => text.replace(/[\\\n\r\t]/g, (sign) => ESCAPED[sign] ?? sign);

function cell(value: unknown): string {
  if (value === null || value === undefined) return "\\N";
  if (Array.isArray(value)) {
    return escaped(`{${value.map((item) => `"${String(item).replace(/["\\]/g, "\\$&")}"`).join(",")}}`);
  }
  return escaped(typeof value === "object" ? JSON.stringify(value) : String(value));
}

/** Writes rows of one shape by COPY; their keys are the schema's names of the columns. */
export async function copyRows(sql: postgres.Sql, table: PgTable, rows: readonly CopiedRow[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const known = getTableColumns(table);
  const keys = Object.keys(first).filter((key) => key in known);
  const columns = keys.map((key) => `"${known[key]?.name}"`).join(", ");
  const target: Writable = await sql.unsafe(`copy "${getTableName(table)}" (${columns}) from stdin`).writable();
  for (let start = 0; start < rows.length; start += 500) {
    const lines = rows.slice(start, start + 500).map((row) => `${keys.map((key) => cell(row[key])).join("\t")}\n`);
    if (!target.write(lines.join(""))) await once(target, "drain");
  }
  target.end();
  await finished(target);
}
