import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  char,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { ANNOTATION_STATES } from "@/lib/records/annotation";
import { authored, countryCheck, fuzzyDate, fuzzyDateCheck } from "./columns";
import { people } from "./people";

export const annotationState = pgEnum("annotation_state", ANNOTATION_STATES);

/**
 * What editors wrote on the timeline: for the desk until another editor approved it, then for every reader. A change of an
 * approved one is a row of its own that takes its place when it is approved. A removed one keeps its row and its revisions.
 */
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
    ...authored(),
    /** Null: it waits. */
    approvedBy: uuid("approved_by").references(() => people.id),
    approvedVersion: integer("approved_version"),
    /** The approved one that this is a change of. */
    replaces: uuid("replaces").references((): AnyPgColumn => annotations.id),
  },
  (note) => [
    index("annotations_by_date").on(note.datedSort, note.id).where(sql`${note.state} = 'shown'`),
    uniqueIndex("annotations_one_change")
      .on(note.replaces)
      .where(sql`${note.state} = 'shown' and ${note.approvedBy} is null`),
    check("annotations_four_eyes", sql`${note.approvedBy} is null or ${note.approvedBy} <> ${note.updatedBy}`),
    check("annotations_approved_version", sql`(${note.approvedBy} is null) = (${note.approvedVersion} is null)`),
    check("annotations_text_present", sql`length(trim(${note.text})) > 0`),
    check("annotations_dated", sql`${note.datedEdtf} is not null`),
    check("annotations_version_positive", sql`${note.version} >= 1`),
    fuzzyDateCheck("annotations", "dated"),
    countryCheck("annotations"),
  ],
);
