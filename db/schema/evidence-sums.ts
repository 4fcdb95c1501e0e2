import { sql } from "drizzle-orm";
import { bigint, boolean, date, index, integer, pgTable, text } from "drizzle-orm/pg-core";

/** What the list of evidence is narrowed by, one at a time; `date`: by exactly the same date. */
export const FACET_SUMS = ["kind", "language", "country", "credibility", "state", "publisher", "date"] as const;
/** The same by the month in which it was published as well, as `evidence_counts` has months. */
export const MONTH_SUMS = ["month_kind", "month_language", "month_country"] as const;

/**
 * How much evidence there is of each value of each facet, so that a list of everything counts nothing. Kept as
 * `evidence_counts` is, by triggers that only ever add rows; `fold_evidence_sums()` makes one row of many. What a filter
 * leaves of several facets at once, it does not know.
 */
export const evidenceSums = pgTable(
  "evidence_sums",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    facet: text("facet", { enum: [...FACET_SUMS, ...MONTH_SUMS] }).notNull(),
    /**
     * The word, the publisher's id, the date as EDTF; `none`: it is not known, or the item is about no country. An item about
     * two countries is in both.
     */
    value: text("value").notNull(),
    /** The days of a date, or of a month; of what lies in no one month the days of its date. */
    first: date("first", { mode: "string" }),
    last: date("last", { mode: "string" }),
    /** Whether `visibleTo` shows them to those who read published records only. */
    isPublic: boolean("is_public").notNull(),
    /** May be less than nothing in a row, never in a sum. */
    items: integer("items").notNull(),
    folded: boolean("folded").notNull(),
  },
  (row) => [
    index("evidence_sums_by_value").on(row.facet, row.value, row.first),
    index("evidence_sums_to_fold").on(row.id).where(sql`not "folded"`),
  ],
);

/**
 * Every word that the search documents of evidence have had, so that the beginning of a word can be looked up as the words
 * that begin with it. Kept by triggers, without a lock on anything: a word may stand here twice, or be used no more.
 */
export const evidenceWords = pgTable("evidence_words", { word: text("word").notNull() }, (row) => [
  index("evidence_words_by_beginning").on(sql`${row.word} collate "C"`),
]);
