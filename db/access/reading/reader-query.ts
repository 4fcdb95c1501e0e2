import { type Placeholder, sql } from "drizzle-orm";
import { offsetAt } from "@/lib/dates/time-zone";
import type { Actor } from "@/lib/workflow/actor";
import { newsroomZone } from "../../newsroom";

export type ReaderQuery<Rows> = {
  prepare(name: string): { execute(values?: Record<string, unknown>): Promise<Rows> };
};
type Prepared<Rows> = ReturnType<ReaderQuery<Rows>["prepare"]>;

/**
 * A query that is made once for each role and whose plan each connection keeps: for what is asked on every visit. Its values
 * are `sql.placeholder`s; of the reader it may go by the role alone.
 */
export function readerQuery<Rows>(make: (reader: Actor) => ReaderQuery<Rows>) {
  const prepare = keptQueries<Rows>();
  return (actor: Actor, values: Record<string, unknown>): Promise<Rows> => prepare(actor, "", make).execute(values);
}

/**
 * The same of a query that has several shapes: with this filter and without that one, say. A connection keeps every plan, so
 * only so many shapes are made; the values of another one are answered with null.
 * @param make is given a shape, its properties in one order
 */
export function readerQueries<Shape extends Readonly<Record<string, string | number | boolean>>, Rows>(
  make: (reader: Actor, shape: Shape) => ReaderQuery<Rows>,
) {
  const prepare = keptQueries<Rows>();
  const shapes = new Set<string>();
  return (actor: Actor, shape: Shape, values: Record<string, unknown>): Promise<Rows> | null => {
    const key = Object.values(shape).join(" ");
    if (!shapes.has(key) && shapes.size >= MOST_SHAPES) return null;
    shapes.add(key);
    return prepare(actor, key, (reader) => make(reader, shape)).execute(values);
  };
}

/** A limit that stands in the text: of one that is a value, a plan that is kept expects a tenth of all rows. */
export const limitInText = (limit: number): Placeholder => sql.raw(String(limit)) as unknown as Placeholder;

function keptQueries<Rows>() {
  const made = new Map<string, Prepared<Rows>>();
  return (actor: Actor, shape: string, make: (reader: Actor) => ReaderQuery<Rows>): Prepared<Rows> => {
    const key = `${actor.role} ${offsetNow()} ${shape}`;
    const known = made.get(key);
    if (known) return known;
    if (made.size >= MOST_KEPT) made.clear();
    const prepared = make({ ...actor, id: NOBODY }).prepare("reader");
    made.set(key, prepared);
    return prepared;
  };
}

/** Of the newsroom's clock, which a query that compares with today has in it. No zone changes within a quarter of an hour. */
function offsetNow(): number {
  const [quarter, zone] = [Math.floor(Date.now() / 900_000), newsroomZone()];
  if (lastOffset?.quarter !== quarter || lastOffset.zone !== zone) {
    lastOffset = { quarter, zone, offset: offsetAt(quarter * 900_000, zone) };
  }
  return lastOffset.offset;
}

let lastOffset: { readonly quarter: number; readonly zone: string; readonly offset: number } | undefined;
const MOST_SHAPES = 48;
const MOST_KEPT = 400;
/** No id: a query that goes by who asks would fail. */
const NOBODY = "nobody";
