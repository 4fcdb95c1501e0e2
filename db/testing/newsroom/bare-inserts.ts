import { getTableName } from "drizzle-orm";
import type postgres from "postgres";
import { RECORD_MAPPERS } from "../../access/record-mappers";
import { EDITORIAL_TABLES } from "../../access/tables";
import { NEWSROOM_KINDS } from "./records";

/**
 * One INSERT for each table of what is there by now, into one with the same indexes and generated columns; no triggers,
 * references or history. What a load costs at least.
 */
export async function prepareBareInserts(sql: postgres.Sql): Promise<() => Promise<void>> {
  const links = NEWSROOM_KINDS.flatMap((kind) => RECORD_MAPPERS[kind].links.map(({ table }) => getTableName(table)));
  const tables = [...NEWSROOM_KINDS.map((kind) => getTableName(EDITORIAL_TABLES[kind])), ...links];
  const statements: { text: string; json: string }[] = [];
  for (const table of tables) {
    await sql.unsafe(`create table "bare_${table}" (like "${table}" including all)`);
    const columns = await sql<{ name: string }[]>`
      select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`;
    const list = columns.map(({ name }) => `"${name}"`).join(", ");
    const [row] = await sql.unsafe<{ json: string }[]>(
      `select coalesce(json_agg(row_to_json(own)), '[]')::text as json from (select ${list} from "${table}") as own`,
    );
    const text = `insert into "bare_${table}" (${list}) select ${list} from json_populate_recordset(null::"bare_${table}", $1::text::json)`;
    statements.push({ text, json: row?.json ?? "[]" });
  }
  return async () => {
    for (const { text, json } of statements) await sql.unsafe(text, [json]);
  };
}
