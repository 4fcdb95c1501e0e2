import { sql } from "drizzle-orm";
import { date, index, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { PRIORITIES } from "@/lib/workflow/priority";
import { instant } from "./instant";
import { people } from "./people";
import { recordKind } from "./revisions";

export const priority = pgEnum("priority", PRIORITIES);

/** Who of the desk has a record or a proposal assigned, how soon and until when. No row: nobody, normal, no day. */
export const assignments = pgTable(
  "assignments",
  {
    subjectKind: recordKind("subject_kind").notNull(),
    subjectId: uuid("subject_id").notNull(),
    assigneeId: uuid("assignee_id").references(() => people.id),
    priority: priority("priority").notNull().default("normal"),
    dueOn: date("due_on", { mode: "string" }),
    tags: text("tags").array().notNull().default([]),
    updatedBy: uuid("updated_by")
      .notNull()
      .references(() => people.id),
    updatedAt: instant("updated_at").notNull().default(sql`now()`),
  },
  (row) => [
    primaryKey({ columns: [row.subjectKind, row.subjectId] }),
    index("assignments_by_assignee").on(row.assigneeId, row.dueOn),
    index("assignments_tags").using("gin", row.tags),
  ],
);
