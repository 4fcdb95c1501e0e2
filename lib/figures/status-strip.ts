import type { FuzzyDate } from "../dates/fuzzy-date";

type StatusPeriod<T> = { readonly item: T; readonly from: number; readonly to: number };
export type Strip<T> = {
  /** Where each dated report lies on the line, as a share of its length from 0 to 1. */
  readonly stretches: readonly StatusPeriod<T>[];
  /** The first days of years, or of months on a shorter line: ISO day and its place. */
  readonly ticks: readonly { readonly from: string; readonly at: number }[];
  readonly unit: "year" | "month";
};

const DAY = 86_400_000;
const MARGIN = 30 * DAY;
const MOST_TICKS = 5;
/** A tick nearer to an end than this has no room for its words. */
const EDGE = 0.06;
const dayOf = (iso: string) => Date.parse(`${iso}T00:00:00Z`);

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
    return [{ item, from: dayOf(first), to: dayOf(item.asOf?.to ?? today) + DAY }];
  });
  if (spans.length === 0) return { stretches: [], ticks: [], unit: "year" };
  const start = Math.min(...spans.map(({ from }) => from)) - MARGIN;
  const end = Math.max(...spans.map(({ to }) => to)) + MARGIN;
  const share = (time: number) => Math.round(((time - start) / (end - start)) * 10_000) / 10_000;
  const unit = end - start > 3 * 365 * DAY ? "year" : "month";
  const beginnings = beginningsBetween(start, end, unit);
  const step = Math.ceil(beginnings.length / MOST_TICKS);
  const ticks = beginnings
    .filter((_, index) => index % step === 0)
    .map((time) => ({ from: new Date(time).toISOString().slice(0, 10), at: share(time) }))
    .filter(({ at }) => at >= EDGE && at <= 1 - EDGE);
  return { stretches: spans.map(({ item, from, to }) => ({ item, from: share(from), to: share(to) })), ticks, unit };
}

function beginningsBetween(start: number, end: number, unit: "year" | "month"): number[] {
  const day = new Date(start);
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()];
  const found: number[] = [];
  for (let index = 1; ; index += 1) {
    const time = unit === "year" ? Date.UTC(year + index, 0, 1) : Date.UTC(year, month + index, 1);
    if (time > end) return found;
    found.push(time);
  }
}
