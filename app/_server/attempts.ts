import { createHash } from "node:crypto";
import { RateLimiterRes } from "rate-limiter-flexible";
import { signInLimiter } from "@/db/sign-in-limiter";

const fromOnePlace = signInLimiter("place", 10);
// Whoever has many places still has few attempts on one address; strangers, that is: see below.
const onOneAddress = signInLimiter("address", 100, 60);
// A few guesses on each of many addresses are many guesses: more than a newsroom behind one address mistypes.
const overAllAddresses = signInLimiter("spray", 100);
// Strangers use up what stands above: whoever signed in here before is counted by themselves, and let in.
const onOneDevice = signInLimiter("device", 10);

const hidden = (key: string) => createHash("sha256").update(key).digest("hex");

const countsOf = (email: string, place: string, device: string | null) =>
  device
    ? [{ limiter: onOneDevice, key: hidden(`${email}|${device}`) }]
    : [
        { limiter: fromOnePlace, key: hidden(`${email}|${place}`) },
        { limiter: overAllAddresses, key: hidden(place) },
        { limiter: onOneAddress, key: hidden(email) },
      ];

/**
 * Counts an attempt before its password is looked at, so that many at once can't slip through together.
 * @param device see readKnownDevice
 * @returns 0 when it may go on, else the minutes to wait
 */
export async function countAttempt(email: string, place: string, device: string | null = null): Promise<number> {
  try {
    // One after the other: what its place refuses uses up nothing of the address's.
    for (const { limiter, key } of countsOf(email, place, device)) await limiter.consume(key);
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 60_000));
    throw refused;
  }
}

/** A right password wipes the count of its place or its device. */
export async function forgetAttempts(email: string, place: string, device: string | null = null): Promise<void> {
  await Promise.all(
    countsOf(email, place, device).map(({ limiter, key }) =>
      limiter === onOneAddress || limiter === overAllAddresses ? limiter.reward(key) : limiter.delete(key),
    ),
  );
}
