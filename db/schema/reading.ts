import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant } from "./instant";
import { people } from "./people";

/** Since when what comes in is new to a person: what was on file at their first visit is not. */
export const readingStarts = pgTable("reading_starts", {
  personId: uuid("person_id")
    .primaryKey()
    .references(() => people.id, { onDelete: "cascade" }),
  since: instant("since").notNull().default(sql`now()`),
});

/** What a person has read of an item of evidence: which text of it, and not when they did. */
export const readingMarks = pgTable(
  "reading_marks",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    evidenceId: uuid("evidence_id").notNull(),
    /** The `updated_at` of the text that they read, or said they had; null: they want to read it yet. */
    seen: instant("seen"),
    /** The same of the text that was on their screen; null: they never had its page open. */
    opened: instant("opened"),
    /** The version that was on their screen. */
    version: integer("version"),
  },
  (mark) => [
    primaryKey({ columns: [mark.personId, mark.evidenceId] }),
    index("reading_marks_put_back").on(mark.personId, mark.evidenceId).where(sql`${mark.seen} is null`),
    index("reading_marks_opened").on(mark.evidenceId).where(sql`${mark.opened} is not null`),
  ],
);
