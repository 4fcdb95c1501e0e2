import { sql } from "drizzle-orm";
import { bigint, boolean, char, date, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { evidenceKind } from "./evidence";

/**
 * How much evidence there is of each month, kind, language and set of countries, so that nobody has to count it. Kept by
 * triggers on `evidence` in the transaction that writes: they only ever add rows (a change is one less here and one more
 * there), so writers never wait for each other. What counts is the sum. `fold_evidence_counts()` makes one row of many.
 */
export const evidenceCounts = pgTable(
  "evidence_counts",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** First and last day of the month in which an item's whole date lies; else of the date itself, null where it is open. */
    first: date("first", { mode: "string" }),
    last: date("last", { mode: "string" }),
    kind: evidenceKind("kind").notNull(),
    language: text("language"),
    countries: char("countries", { length: 2 }).array().notNull(),
    /** Whether `visibleTo` shows them to those who read published records only. */
    isPublic: boolean("is_public").notNull(),
    /** May be less than nothing in a row, never in a sum. */
    items: integer("items").notNull(),
    folded: boolean("folded").notNull(),
  },
  (row) => [
    index("evidence_counts_by_month").on(row.first, row.kind),
    index("evidence_counts_to_fold").on(row.id).where(sql`not "folded"`),
  ],
);
