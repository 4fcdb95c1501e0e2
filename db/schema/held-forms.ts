import { sql } from "drizzle-orm";
import { pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./instant";

/** What was typed into a form that came after its session had ended, until its writer has signed in again. */
export const heldForms = pgTable("held_forms", {
  /** sha256 of the token in the writer's browser. */
  key: text("key").primaryKey(),
  /** AES-256-GCM under the token: who reads the table reads nothing of it. */
  sealed: text("sealed").notNull(),
  heldAt: instant("held_at").notNull().default(sql`now()`),
});
