import { sql } from "drizzle-orm";
import { boolean, date, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
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
  },
  (view) => [
    uniqueIndex("saved_views_name").on(view.ownerId, view.list, view.name),
    index("saved_views_shared").on(view.list, view.name).where(sql`${view.isShared}`),
  ],
);
