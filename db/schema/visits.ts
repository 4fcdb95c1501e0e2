import { sql } from "drizzle-orm";
import { bigint, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant } from "./instant";
import { people } from "./people";

/**
 * When a person was here and how far the chain of revisions went by then: for their own question what has changed since.
 * No log of people: each has the visit that goes on and the one before it, and no more.
 */
export const visits = pgTable(
  "visits",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    beganAt: instant("began_at").notNull().default(sql`now()`),
    lastAt: instant("last_at").notNull().default(sql`now()`),
    /** The newest revision at the visit's latest page; 0: there was none. */
    seenSeq: bigint("seen_seq", { mode: "number" }).notNull(),
    /** As far as the person said, during the visit, that they had seen it all. */
    markedSeq: bigint("marked_seq", { mode: "number" }),
  },
  (visit) => [primaryKey({ columns: [visit.personId, visit.beganAt] })],
);
