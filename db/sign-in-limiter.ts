import { RateLimiterDrizzle } from "rate-limiter-flexible";
import { db } from "./client";
import { signInAttempts } from "./schema";

/** Counts sign-in attempts of some minutes in the database: for all servers together, and longer than each runs. */
export const signInLimiter = (keyPrefix: string, points: number, minutes = 15) =>
  new RateLimiterDrizzle({ storeClient: db, schema: signInAttempts, keyPrefix, points, duration: minutes * 60 });
