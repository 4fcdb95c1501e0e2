import { bigint, integer, pgTable, text } from "drizzle-orm/pg-core";

/** Sign-in attempts of the last minutes, as rate-limiter-flexible keeps them: its columns, in its order. */
export const signInAttempts = pgTable("sign_in_attempts", {
  /** sha256 of an address, or of an address and a place: whose they are can't be read here. */
  key: text("key").primaryKey(),
  points: integer("points").notNull().default(0),
  /** Milliseconds since 1970. */
  expire: bigint("expire", { mode: "number" }),
});
