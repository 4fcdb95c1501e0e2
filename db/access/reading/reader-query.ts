import { offsetAt } from "@/lib/dates/time-zone";
import type { Actor } from "@/lib/workflow/actor";
import { newsroomZone } from "../../newsroom";

export type ReaderQuery<Rows> = {
  prepare(name: string): { execute(values?: Record<string, unknown>): Promise<Rows> };
};

/**
 * A query that is made once for each role and whose plan each connection keeps: for what is asked on every visit. Its values
 * are `sql.placeholder`s; of the reader it may go by the role alone.
 */
export function readerQuery<Rows>(make: (reader: Actor) => ReaderQuery<Rows>) {
  const made = new Map<string, ReturnType<ReaderQuery<Rows>["prepare"]>>();
  return (actor: Actor, values: Record<string, unknown>): Promise<Rows> => {
    // What compares with today holds the clock's offset, which changes twice a year.
    const key = `${actor.role} ${offsetAt(Date.now(), newsroomZone())}`;
    const known = made.get(key);
    if (known) return known.execute(values);
    if (made.size >= MOST_KEPT) made.clear();
    const prepared = make({ ...actor, id: NOBODY }).prepare("reader");
    made.set(key, prepared);
    return prepared.execute(values);
  };
}

const MOST_KEPT = 16;
/** No id: a query that goes by who asks would fail. */
const NOBODY = "nobody";
