import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, primaryKey, real, uuid } from "drizzle-orm/pg-core";
import { attachments } from "./files";
import { instant } from "./instant";
import { people } from "./people";

/** The runs of words by which the texts of an item are found that share some; made of its files, and made anew from them. */
export const textFingerprints = pgTable(
  "text_fingerprints",
  {
    hash: bigint("hash", { mode: "number" }).notNull(),
    evidenceId: uuid("evidence_id").notNull(),
  },
  (print) => [
    primaryKey({ columns: [print.hash, print.evidenceId] }),
    index("text_fingerprints_evidence").on(print.evidenceId),
  ],
);

/** Files of items whose text was held against the others. */
export const comparedTexts = pgTable("compared_texts", {
  attachmentId: uuid("attachment_id")
    .primaryKey()
    .references(() => attachments.id, { onDelete: "cascade" }),
  at: instant("at").notNull().default(sql`now()`),
});

/** Two files of two items that share text, and how much of the words of each stands in the other, from 0 to 1. */
export const alikeTexts = pgTable(
  "alike_texts",
  {
    attachmentId: uuid("attachment_id")
      .notNull()
      .references(() => attachments.id, { onDelete: "cascade" }),
    otherId: uuid("other_id")
      .notNull()
      .references(() => attachments.id, { onDelete: "cascade" }),
    share: real("share").notNull(),
    otherShare: real("other_share").notNull(),
  },
  (pair) => [
    primaryKey({ columns: [pair.attachmentId, pair.otherId] }),
    index("alike_texts_other").on(pair.otherId),
    check("alike_texts_shares", sql`${pair.share} between 0 and 1 and ${pair.otherShare} between 0 and 1`),
  ],
);

/** Two items that share text, and of which somebody said that neither is a copy of the other. */
export const notCopies = pgTable(
  "not_copies",
  {
    lowerId: uuid("lower_id").notNull(),
    higherId: uuid("higher_id").notNull(),
    saidBy: uuid("said_by")
      .notNull()
      .references(() => people.id),
    saidAt: instant("said_at").notNull().default(sql`now()`),
  },
  (pair) => [
    primaryKey({ columns: [pair.lowerId, pair.higherId] }),
    index("not_copies_higher").on(pair.higherId),
    check("not_copies_ordered", sql`${pair.lowerId} < ${pair.higherId}`),
  ],
);
