import { integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** Sign-in attempts of the last minutes, as RateLimiterDrizzle of rate-limiter-flexible keeps them: the names and types are its own. */
export const signInAttempts = pgTable("sign_in_attempts", {
  /** sha256 of an address, or of an address and a place: whose they are can't be read here. */
  key: text("key").primaryKey(),
  points: integer("points").notNull().default(0),
  expire: timestamp("expire", { withTimezone: true, mode: "date" }),
});
