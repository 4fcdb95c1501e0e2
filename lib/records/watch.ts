import { z } from "zod";
import { oneOf } from "./input";
import { slug } from "./slug";

/** How often the page of an address is looked at again. */
export const WATCH_INTERVALS = ["daily", "weekly"] as const;
export type WatchInterval = (typeof WATCH_INTERVALS)[number];

export const WATCH_STATES = ["active", "paused", "ended"] as const;
export type WatchState = (typeof WATCH_STATES)[number];

/** What a look found. `first`: there was nothing yet to compare with. A wall and a failure say nothing of the page. */
export const LOOK_RESULTS = ["first", "same", "changed", "wall", "failed"] as const;
export type LookResult = (typeof LOOK_RESULTS)[number];

/** Rules of one watch. */
export const MOST_RULES = 200;
const rule = z.string().trim().min(1, "validation.required").max(300, "validation.tooLong");

export const watchInput = z.strictObject({ evidence: slug, every: oneOf(WATCH_INTERVALS) });
export type WatchInput = z.infer<typeof watchInput>;

/** What may become of a watch; one that has ended stays so. */
export const watchChange = z.strictObject({
  every: z.enum(WATCH_INTERVALS).optional(),
  state: z.enum(WATCH_STATES).optional(),
  ignored: z.array(rule).max(MOST_RULES, "validation.tooMany").optional(),
});
export type WatchChange = z.infer<typeof watchChange>;

/** Rules that a press adds or removes: of a line as it was, and as it is. */
export const watchRules = z.object({
  watch: z.uuid(),
  rule: z.preprocess(
    (given) => [given].flat(),
    z.array(rule).min(1, "validation.required").max(10, "validation.tooMany"),
  ),
});

const HOUR = 3_600_000;
const LENGTH: Readonly<Record<WatchInterval, number>> = { daily: 24 * HOUR, weekly: 7 * 24 * HOUR };
/** Looks that failed in a row, after which the pauses no longer grow. */
const MOST_DOUBLINGS = 3;

/**
 * When a watch looks again. After a failure sooner, then ever later: an hour, four, sixteen; from there on as long as its interval, which
 * doubles up to eight times as long.
 * @param failures in a row, this look among them
 */
export function nextLook(every: WatchInterval, failures: number, at: Date): Date {
  const length = LENGTH[every];
  const retry = HOUR * 4 ** (failures - 1);
  const steps = Math.ceil(Math.log(length / HOUR) / Math.log(4));
  const late = length * 2 ** Math.min(failures - 1 - steps, MOST_DOUBLINGS);
  const pause = failures === 0 ? length : retry < length ? retry : late;
  return new Date(at.getTime() + pause);
}
