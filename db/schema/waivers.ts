import { sql } from "drizzle-orm";
import { check, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant } from "./instant";
import { people } from "./people";
import { recordKind } from "./revisions";

/** An editor's decision, with its reason, that a record may be published though nobody accused was heard about it. */
export const waivers = pgTable(
  "waivers",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    recordKind: recordKind("record_kind").notNull(),
    recordId: uuid("record_id").notNull(),
    reason: text("reason").notNull(),
    grantedBy: uuid("granted_by")
      .notNull()
      .references(() => people.id),
    grantedAt: instant("granted_at").notNull().default(sql`now()`),
    endedBy: uuid("ended_by").references(() => people.id),
    endedAt: instant("ended_at"),
  },
  (waiver) => [
    uniqueIndex("waivers_standing").on(waiver.recordKind, waiver.recordId).where(sql`${waiver.endedAt} is null`),
    check("waivers_reason_present", sql`length(trim(${waiver.reason})) > 0`),
    check("waivers_ended", sql`(${waiver.endedBy} is null) = (${waiver.endedAt} is null)`),
  ],
);
