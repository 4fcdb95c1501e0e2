import { bigint, index, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { CORRECTION_KINDS } from "@/lib/records/correction";
import { instant } from "./instant";
import { people } from "./people";
import { recordKind, revisions } from "./revisions";

export const correctionKind = pgEnum("correction_kind", CORRECTION_KINDS);

/** A public note on a published record. Append-only: triggers refuse UPDATE and DELETE. */
export const corrections = pgTable(
  "corrections",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    kind: correctionKind("kind").notNull(),
    recordKind: recordKind("record_kind").notNull(),
    recordId: uuid("record_id").notNull(),
    note: text("note").notNull(),
    /** The revision that it speaks of. */
    seq: bigint("seq", { mode: "number" })
      .notNull()
      .unique()
      .references(() => revisions.seq),
    authorId: uuid("author_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
  },
  (correction) => [
    index("corrections_by_time").on(correction.at, correction.id),
    index("corrections_by_record").on(correction.recordKind, correction.recordId, correction.at),
  ],
);
