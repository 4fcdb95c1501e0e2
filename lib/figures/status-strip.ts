import { utcMonth, utcYear } from "d3-time";
import { dayNumber, dayOf, isoDay, startOfDay } from "../dates/days";
import type { FuzzyDate } from "../dates/fuzzy-date";

type StatusPeriod<T> = { readonly item: T; readonly from: number; readonly to: number };
type Strip<T> = {
  /** Where each dated report lies on the line, as a share of its length from 0 to 1. */
  readonly stretches: readonly StatusPeriod<T>[];
  /** The first days of years, or of months on a shorter line: ISO day and its place. */
  readonly ticks: readonly { readonly from: string; readonly at: number }[];
  readonly unit: "year" | "month";
};

const MARGIN_DAYS = 30;
const MOST_TICKS = 5;
/** A tick nearer to an end than this has no room for its words. */
const EDGE = 0.06;

/**
 * Dated reports on one line of time, each over the days that its date allows; an open end runs to `today`, an open
 * beginning starts with its only known day, and a report of unknown date has no place.
 * @param today ISO day
 */
export function statusStrip<T extends { readonly asOf: FuzzyDate | null }>(
  items: readonly T[],
  today: string,
): Strip<T> {
  const spans = items.flatMap((item) => {
    const first = item.asOf?.from ?? item.asOf?.to;
    if (!first) return [];
    return [{ item, from: dayNumber(first), to: dayNumber(item.asOf?.to ?? today) + 1 }];
  });
  if (spans.length === 0) return { stretches: [], ticks: [], unit: "year" };
  const start = Math.min(...spans.map(({ from }) => from)) - MARGIN_DAYS;
  const end = Math.max(...spans.map(({ to }) => to)) + MARGIN_DAYS;
  const share = (day: number) => Math.round(((day - start) / (end - start)) * 10_000) / 10_000;
  const unit = end - start > 3 * 365 ? "year" : "month";
  const beginnings = beginningsBetween(start, end, unit);
  const step = Math.ceil(beginnings.length / MOST_TICKS);
  const ticks = beginnings
    .filter((_, index) => index % step === 0)
    .map((day) => ({ from: day, at: share(dayNumber(day)) }))
    .filter(({ at }) => at >= EDGE && at <= 1 - EDGE);
  return { stretches: spans.map(({ item, from, to }) => ({ item, from: share(from), to: share(to) })), ticks, unit };
}

function beginningsBetween(start: number, end: number, unit: "year" | "month"): string[] {
  const [after, beyond] = [startOfDay(isoDay(start + 1)), startOfDay(isoDay(end + 1))];
  return (unit === "year" ? utcYear : utcMonth).range(after, beyond).map(dayOf);
}
