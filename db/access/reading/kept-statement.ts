import { is, Param, Placeholder, type Query, type SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Actor } from "@/lib/workflow/actor";

type Statement = { readonly text: string; readonly params: readonly unknown[] };
type Values = Readonly<Record<string, unknown>>;
type Shape = readonly (string | number | boolean)[];

const dialect = new PgDialect();

/**
 * A statement that is put together once for each of its few shapes, as `readerQueries` does it for drizzle's queries. Its values
 * are `sql.placeholder`s.
 * @param make is given a shape, which all else in the text comes from
 */
export function keptStatement<S extends Shape>(make: (...shape: S) => SQL) {
  const made = new Map<string, Query>();
  return (shape: S, values: Values): Statement => filled(made, shape, () => make(...shape), values);
}

/** The same where the text goes by the reader's role as well; by nothing else of theirs. */
export function keptReaderStatement<S extends Shape>(make: (reader: Actor, ...shape: S) => SQL) {
  const made = new Map<string, Query>();
  return (actor: Actor, shape: S, values: Values): Statement =>
    filled(made, [actor.role, ...shape], () => make({ ...actor, id: "nobody" }, ...shape), values);
}

function filled(made: Map<string, Query>, shape: Shape, make: () => SQL, values: Values): Statement {
  const key = shape.join(" ");
  const known = made.get(key) ?? dialect.sqlToQuery(make());
  made.set(key, known);
  return { text: known.sql, params: known.params.map((param) => paramOf(param, values)) };
}

/** drizzle's own `fillPlaceholders` hands null to a column's encoder as well. */
function paramOf(param: unknown, values: Values): unknown {
  if (is(param, Placeholder)) return values[param.name];
  if (!is(param, Param) || !is(param.value, Placeholder)) return param;
  const value = values[param.value.name];
  return value === null ? null : param.encoder.mapToDriverValue(value);
}
