import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { RecordKind } from "@/lib/records/editorial";
import type { assignments } from "./assignments";
import { recordKind, revisions } from "./revisions";

/** What of the desk's talk and plans went along, so that it can go back. Ids; of follows those of the people. */
export type MovedSubjects = {
  readonly comments: readonly string[];
  readonly notices: readonly string[];
  readonly follows: readonly string[];
  /** The survivor's plan before and after; null: it did not change. */
  readonly assignment: { readonly before: MovedPlan | null; readonly after: MovedPlan } | null;
};

type MovedPlan = Pick<typeof assignments.$inferSelect, "assigneeId" | "priority" | "dueOn" | "tags">;

/** A record that was led to the survivor, or away from it, and the version that it became by that. */
export type RelinkedRecord = { readonly kind: RecordKind; readonly id: string; readonly version: number };

/** Two records that became one. The absorbed one keeps its row, its slug and its revisions; the slug leads on. */
export const merges = pgTable(
  "merges",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    recordKind: recordKind("record_kind").notNull(),
    absorbedId: uuid("absorbed_id").notNull(),
    absorbedSlug: text("absorbed_slug").notNull(),
    survivorId: uuid("survivor_id").notNull(),
    /** Slugs never change. */
    survivorSlug: text("survivor_slug").notNull(),
    /** The versions that the two became by it. */
    absorbedVersion: integer("absorbed_version").notNull(),
    survivorVersion: integer("survivor_version").notNull(),
    relinked: jsonb("relinked").$type<readonly RelinkedRecord[]>().notNull(),
    moved: jsonb("moved").$type<MovedSubjects>().notNull(),
    /** The survivor's revision that recorded it, and the one that took it back. */
    seq: bigint("seq", { mode: "number" })
      .notNull()
      .references(() => revisions.seq),
    undoneSeq: bigint("undone_seq", { mode: "number" }).references(() => revisions.seq),
    /** False before the revisions are written that take it back: from then on the absorbed record has its own name again. */
    isActive: boolean("is_active").notNull().default(true),
  },
  (merge) => [
    uniqueIndex("merges_active").on(merge.recordKind, merge.absorbedSlug).where(sql`${merge.isActive}`),
    index("merges_by_survivor").on(merge.recordKind, merge.survivorId),
  ],
);
