import { RateLimiterDrizzle } from "rate-limiter-flexible";
import { db } from "./client";
import { signInAttempts } from "./schema";

/** Counts sign-in attempts of a quarter of an hour in the database: for all servers together, and longer than each runs. */
export const signInLimiter = (keyPrefix: string, points: number) =>
  new RateLimiterDrizzle({ storeClient: db, schema: signInAttempts, keyPrefix, points, duration: 15 * 60 });
