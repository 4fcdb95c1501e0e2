import { createHash } from "node:crypto";
import { RateLimiterRes } from "rate-limiter-flexible";
import { signInLimiter } from "@/db/sign-in-limiter";

const fromOnePlace = signInLimiter("place", 10);
// Behind a proxy the place can be made up with a header: the address itself has a limit as well.
const onOneAddress = signInLimiter("address", 100);

const hidden = (key: string) => createHash("sha256").update(key).digest("hex");
const keysOf = (email: string, address: string) => [hidden(`${email}|${address}`), hidden(email)] as const;

/**
 * Counts an attempt before its password is looked at, so that many at once can't slip through together.
 * @returns 0 when it may go on, else the minutes to wait
 */
export async function countAttempt(email: string, address: string): Promise<number> {
  const [here, anywhere] = keysOf(email, address);
  try {
    await Promise.all([fromOnePlace.consume(here), onOneAddress.consume(anywhere)]);
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 60_000));
    throw refused;
  }
}

/** A right password wipes the count of its place. */
export async function forgetAttempts(email: string, address: string): Promise<void> {
  const [here, anywhere] = keysOf(email, address);
  await Promise.all([fromOnePlace.delete(here), onOneAddress.reward(anywhere)]);
}
