import { getTableColumns, type Placeholder, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";

type Row = Readonly<Record<string, unknown>>;

/** What a link's input gives: the columns beside its owner's that the database does not make by itself. */
export const linkColumns = (table: PgTable, owner: string): [key: string, column: PgColumn][] =>
  (Object.entries(getTableColumns(table)) as [string, PgColumn][]).filter(
    ([key, { generated }]) => key !== owner && generated === undefined,
  );

/** Link rows as a relation of the table's own types, without the owner. @param rows what `linkRows` gives */
export function givenLinks(table: PgTable, owner: string, rows: Placeholder) {
  const columns = linkColumns(table, owner);
  const names = columns.map(([, { name }]) => sql.identifier(name));
  const types = columns.map(([, column]) => sql`${sql.identifier(column.name)} ${sql.raw(column.getSQLType())}`);
  return {
    columns: sql.join(names, sql`, `),
    own: sql.join(
      names.map((name) => sql`given.${name}`),
      sql`, `,
    ),
    stored: sql.join(
      names.map((name) => sql`${table}.${name}`),
      sql`, `,
    ),
    rows: sql`json_to_recordset(${rows}::json) as given (${sql.join(types, sql`, `)})`,
  };
}

/** Each with all columns of its table: a revision from before one does not have it. */
export const filledRows = (table: PgTable, owner: string, rows: readonly Row[]) =>
  rows.map((row) => Object.fromEntries(linkColumns(table, owner).map(([key, { name }]) => [name, row[key] ?? null])));

/** The same as JSON, for `givenLinks`. */
export const linkRows = (table: PgTable, owner: string, rows: readonly Row[]) =>
  JSON.stringify(filledRows(table, owner, rows));

export const ownerOf = (table: PgTable, owner: string) => getTableColumns(table)[owner] as PgColumn;
