import { sql } from "drizzle-orm";
import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./instant";
import { people } from "./people";

/** A secret address for calendars and feed readers, which can't sign in. It reads what its person may read, and no more. */
export const feedTokens = pgTable(
  "feed_tokens",
  {
    /** sha256 of the token in the address. */
    id: text("id").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    createdAt: instant("created_at").notNull().default(sql`now()`),
    revokedAt: instant("revoked_at"),
  },
  (token) => [index("feed_tokens_person").on(token.personId)],
);
