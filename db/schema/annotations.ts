import { sql } from "drizzle-orm";
import { char, check, index, integer, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { ANNOTATION_STATES } from "@/lib/annotation";
import { countryCheck, fuzzyDate, fuzzyDateCheck } from "./columns";
import { instant } from "./instant";
import { people } from "./people";

export const annotationState = pgEnum("annotation_state", ANNOTATION_STATES);

/** What editors wrote on the timeline. A removed one keeps its row and its revisions, and no reader sees it. */
export const annotations = pgTable(
  "annotations",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    state: annotationState("state").notNull().default("shown"),
    version: integer("version").notNull().default(1),
    text: text("text").notNull(),
    /** BCP 47; null: not said. */
    language: text("language"),
    ...fuzzyDate("dated", "dated"),
    country: char("country", { length: 2 }),
    createdBy: uuid("created_by")
      .notNull()
      .references(() => people.id),
    createdAt: instant("created_at").notNull().default(sql`now()`),
    updatedBy: uuid("updated_by")
      .notNull()
      .references(() => people.id),
    updatedAt: instant("updated_at").notNull().default(sql`now()`),
  },
  (note) => [
    index("annotations_by_date").on(note.datedSort, note.id).where(sql`${note.state} = 'shown'`),
    check("annotations_text_present", sql`length(trim(${note.text})) > 0`),
    check("annotations_dated", sql`${note.datedEdtf} is not null`),
    check("annotations_version_positive", sql`${note.version} >= 1`),
    fuzzyDateCheck("annotations", "dated"),
    countryCheck("annotations"),
  ],
);
