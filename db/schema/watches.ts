import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { CAPTURE_FAILURES, WALLS } from "@/lib/records/capture";
import { LOOK_RESULTS, WATCH_INTERVALS, WATCH_STATES } from "@/lib/records/watch";
import { captures } from "./captures";
import { instant } from "./instant";
import { people } from "./people";
import { recordKind } from "./revisions";

const listed = (words: readonly string[]) => sql.raw(words.map((word) => `'${word}'`).join(", "));

/** A page that is looked at again for somebody, until they end it. */
export const watches = pgTable(
  "watches",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    subjectKind: recordKind("subject_kind").notNull(),
    subjectId: uuid("subject_id").notNull(),
    url: text("url").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    since: instant("since").notNull().default(sql`now()`),
    every: text("every", { enum: [...WATCH_INTERVALS] }).notNull(),
    state: text("state", { enum: [...WATCH_STATES] })
      .notNull()
      .default("active"),
    /** Lines that are no change, as rules. */
    ignored: jsonb("ignored").$type<readonly string[]>().notNull().default([]),
    /** The last capture that was the page: what the next look is held against. */
    base: uuid("base").references(() => captures.id),
    /** Null of one that is not active. */
    nextLook: instant("next_look"),
    lookedAt: instant("looked_at"),
    result: text("result", { enum: [...LOOK_RESULTS] }),
    /** Why the last look saw no page. */
    why: text("why", { enum: [...CAPTURE_FAILURES, ...WALLS] }),
    /** Looks in a row that failed. */
    failures: integer("failures").notNull().default(0),
    changedAt: instant("changed_at"),
  },
  (watch) => [
    uniqueIndex("watches_once")
      .on(watch.personId, watch.subjectKind, watch.subjectId, watch.url)
      .where(sql`"state" <> 'ended'`),
    index("watches_by_subject").on(watch.subjectKind, watch.subjectId),
    index("watches_due").on(watch.nextLook).where(sql`"state" = 'active'`),
    check("watches_every", sql`${watch.every} in (${listed(WATCH_INTERVALS)})`),
    check("watches_state", sql`${watch.state} in (${listed(WATCH_STATES)})`),
    check("watches_result", sql`${watch.result} in (${listed(LOOK_RESULTS)})`),
    check("watches_why", sql`${watch.why} in (${listed([...CAPTURE_FAILURES, ...WALLS])})`),
    check("watches_next", sql`(${watch.state} = 'active') = (${watch.nextLook} is not null)`),
  ],
);
