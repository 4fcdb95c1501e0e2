import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

const WINDOW_SECONDS = 15 * 60;

// On globalThis, since pages and routes are bundled apart and must count together.
const KEY = Symbol.for("wederhoor.sign-in-attempts");
type Limiters = { fromOnePlace: RateLimiterMemory; onOneAddress: RateLimiterMemory };
const shared = globalThis as typeof globalThis & { [KEY]?: Limiters };

shared[KEY] ??= {
  fromOnePlace: new RateLimiterMemory({ points: 10, duration: WINDOW_SECONDS }),
  // Behind a proxy the place can be made up with a header: the address itself has a limit as well.
  onOneAddress: new RateLimiterMemory({ points: 100, duration: WINDOW_SECONDS }),
};
const { fromOnePlace, onOneAddress } = shared[KEY];

const keysOf = (email: string, place: string) => [`${email}|${place}`, email] as const;

/**
 * Counts an attempt before its password is looked at, so that many at once can't slip through together.
 * @returns 0 when it may go on, else the minutes to wait
 */
export async function countAttempt(email: string, place: string): Promise<number> {
  const [here, anywhere] = keysOf(email, place);
  try {
    await Promise.all([fromOnePlace.consume(here), onOneAddress.consume(anywhere)]);
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 60_000));
    throw refused;
  }
}

/** A right password wipes the count of its place. */
export async function forgetAttempts(email: string, place: string): Promise<void> {
  const [here, anywhere] = keysOf(email, place);
  await Promise.all([fromOnePlace.delete(here), onOneAddress.reward(anywhere)]);
}
