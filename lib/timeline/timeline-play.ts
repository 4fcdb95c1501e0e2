import { dayNumber, FIRST_DAY, isoDay } from "../dates/days";
import type { Period } from "./timeline-scale";
import { stepWindow, windowAt } from "./timeline-window";

const STRIDES = ["day", "month", "quarter", "year"] as const;
type Stride = (typeof STRIDES)[number];

const MOST_STEPS = 60;
const DAYS: Record<Stride, number> = { day: 1, month: 30, quarter: 91, year: 365 };

/** By how much playing moves: the finest stride that gets through the period in about a minute. */
export function strideOf({ from, to }: Period): Stride {
  const days = dayNumber(to) + 1 - dayNumber(from);
  return STRIDES.find((stride) => days / DAYS[stride] <= MOST_STEPS) ?? "year";
}

const clamp = (day: string, { from, to }: Period) => (day < from ? from : day > to ? to : day);

/** The last day of the stride that follows the day, within the period. */
export function laterDay(day: string, bounds: Period, stride = strideOf(bounds)): string {
  const own = windowAt(stride, day);
  const next = own.to > day ? own : windowAt(stride, stepWindow(stride, day, 1));
  return clamp(next.to, bounds);
}

/** The last day of the stride before the one that the day lies in, within the period. */
export function earlierDay(day: string, bounds: Period, stride = strideOf(bounds)): string {
  const { from } = windowAt(stride, day);
  return clamp(isoDay(Math.max(dayNumber(FIRST_DAY), dayNumber(from) - 1)), bounds);
}
