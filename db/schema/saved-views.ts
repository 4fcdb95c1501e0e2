import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./instant";
import { people } from "./people";

/** A view of a list under a name: its address and no more, so that it shows whoever opens it what they may see. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    ownerId: uuid("owner_id")
      .notNull()
      .references(() => people.id),
    list: text("list").notNull(),
    name: text("name").notNull(),
    query: text("query").notNull(),
    isShared: boolean("is_shared").notNull(),
    /** Its days move along with today, from the day when it was saved. */
    isRelative: boolean("is_relative").notNull(),
    savedOn: date("saved_on").notNull(),
    createdAt: instant("created_at").notNull().default(sql`now()`),
    /** Removed it stands for an hour, with who is told of it, for whoever takes that back. */
    removedAt: instant("removed_at"),
  },
  (view) => [
    uniqueIndex("saved_views_name").on(view.ownerId, view.list, view.name),
    index("saved_views_shared").on(view.list, view.name).where(sql`${view.isShared}`),
  ],
);

/** Who is told of what comes into a view, or changes in it. */
export const viewAlerts = pgTable(
  "view_alerts",
  {
    viewId: uuid("view_id")
      .notNull()
      .references(() => savedViews.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    /** The revision up to which the view was looked through. */
    seenTo: bigint("seen_to", { mode: "number" }).notNull(),
    /** Rounds in a row that could not look it through. */
    failures: integer("failures").notNull().default(0),
    /** Until then it is left alone, so that it holds up no other. */
    retryAt: instant("retry_at"),
  },
  (alert) => [primaryKey({ columns: [alert.viewId, alert.personId] }), index("view_alerts_behind").on(alert.seenTo)],
);
