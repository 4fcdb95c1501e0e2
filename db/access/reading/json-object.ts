import { type Column, type GetColumnData, type SQL, sql } from "drizzle-orm";

type Columns = Readonly<Record<string, Column | SQL>>;
type ObjectOf<C extends Columns> = {
  [Key in keyof C]: C[Key] extends SQL<infer T> ? T : C[Key] extends Column ? GetColumnData<C[Key]> : never;
};

/** Columns of a row as one value. Not for instants, which PostgreSQL writes with their offset in JSON. */
export const jsonObject = <C extends Columns>(columns: C): SQL<ObjectOf<C>> =>
  sql<ObjectOf<C>>`json_build_object(${sql.join(
    Object.entries(columns).flatMap(([key, column]) => [sql.raw(`'${key}'`), sql`${column}`]),
    sql`, `,
  )})`;

/**
 * The rows of a subquery as a list within a row of another.
 * @param rows a `select` of one column named `item`, in its order
 */
export const jsonList = <Item>(rows: SQL): SQL<Item[]> =>
  sql<Item[]>`(select coalesce(json_agg(listed.item), '[]') from (${rows}) as listed)`;
