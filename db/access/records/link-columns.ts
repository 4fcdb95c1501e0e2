import { getTableColumns } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";

/** What a link's input gives: the columns beside its owner's that the database does not make by itself. */
export const linkColumns = (table: PgTable, owner: string): [key: string, column: PgColumn][] =>
  (Object.entries(getTableColumns(table)) as [string, PgColumn][]).filter(
    ([key, { generated }]) => key !== owner && generated === undefined,
  );
