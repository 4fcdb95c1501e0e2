import { getTableColumns, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { groupBy } from "@/lib/text/group-by";
import type { Tx } from "../../client";
import { writeTextArray } from "../../connection/text-array";

/** The JSON of one statement stays within a few megabytes. */
const ROWS_AT_ONCE = 1000;

/** Values by the names that the schema gives the columns; what is undefined is not there. */
export type BulkRow = Readonly<Record<string, unknown>>;

export function* inParts<T>(items: readonly T[], size = ROWS_AT_ONCE): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** A condition with one parameter, however many texts there are. */
export const isOneOf = (column: SQLWrapper, texts: readonly string[], type: "text" | "uuid" = "text"): SQL =>
  sql`${column} = any(${writeTextArray(texts)}::${sql.raw(type)}[])`;

/** Inserts rows, a statement for many. @returns what `ending`, what follows the rows in the statement, has it return */
export async function insertRows(
  tx: Tx,
  table: PgTable,
  rows: readonly BulkRow[],
  ending: SQL = sql``,
): Promise<Record<string, unknown>[]> {
  const returned: Record<string, unknown>[] = [];
  for (const { names, source } of sourcesOf(table, rows)) {
    const list = sql.join(
      names.map((name) => sql.identifier(name)),
      sql`, `,
    );
    const answer = await tx.execute(sql`insert into ${table} (${list}) select ${list} from ${source} ${ending}`);
    returned.push(...(answer as unknown as Record<string, unknown>[]));
  }
  return returned;
}

/** Sets what each of these rows has, in the row of its id; a statement for many. */
export async function updateRows(tx: Tx, table: PgTable, rows: readonly (BulkRow & { id: string })[]): Promise<void> {
  for (const { names, source } of sourcesOf(table, rows)) {
    const columns = names.filter((name) => name !== "id").map((name) => sql.identifier(name));
    const set = sql.join(
      columns.map((column) => sql`${column} = given.${column}`),
      sql`, `,
    );
    await tx.execute(sql`update ${table} set ${set} from ${source} as given where ${table}."id" = given."id"`);
  }
}

/** Parts of rows that have the same columns, each as a relation of the table's own types. */
function* sourcesOf(table: PgTable, rows: readonly BulkRow[]) {
  const known = getTableColumns(table);
  const named = rows.map((row) =>
    Object.entries(row).flatMap(([key, value]) => {
      const column = known[key];
      return column && value !== undefined ? [[column.name, value] as const] : [];
    }),
  );
  for (const alike of groupBy(named, (row) => row.map(([name]) => name).join()).values()) {
    const names = (alike[0] ?? []).map(([name]) => name);
    for (const part of inParts(alike)) {
      const json = JSON.stringify(part.map((row) => Object.fromEntries(row)));
      yield { names, source: sql`jsonb_populate_recordset(null::${table}, ${json}::jsonb)` };
    }
  }
}
