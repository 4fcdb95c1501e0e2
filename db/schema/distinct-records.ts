import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant } from "./instant";
import { people } from "./people";
import { recordKind } from "./revisions";

/**
 * Two records of a kind that look alike, and that somebody said are two: nobody is asked about them again. Append-only:
 * triggers refuse UPDATE, DELETE and TRUNCATE.
 */
export const distinctRecords = pgTable(
  "distinct_records",
  {
    recordKind: recordKind("record_kind").notNull(),
    lowerId: uuid("lower_id").notNull(),
    higherId: uuid("higher_id").notNull(),
    saidBy: uuid("said_by")
      .notNull()
      .references(() => people.id),
    saidAt: instant("said_at").notNull().default(sql`now()`),
  },
  (pair) => [
    primaryKey({ columns: [pair.recordKind, pair.lowerId, pair.higherId] }),
    index("distinct_records_higher").on(pair.recordKind, pair.higherId),
    check("distinct_records_ordered", sql`${pair.lowerId} < ${pair.higherId}`),
  ],
);
