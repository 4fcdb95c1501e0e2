import { dayNumber, isoDay } from "../dates/days";
import type { FuzzyDate } from "../dates/fuzzy-date";
import type { Period } from "./timeline-scale";
import { memoizeByDay, stepWindow, type Window, windowAt } from "./timeline-window";

type Part = Exclude<Window, "whole">;
export type CountedSpan = { readonly lane: string; readonly date: FuzzyDate; readonly count: number };
export type CountedPeriod = {
  readonly from: string;
  readonly to: string;
  readonly counts: Readonly<Record<string, number>>;
};

/** The calendar's parts that a table of a period has a row for: no more than a few dozen. */
export function unitOf({ from, to }: Period): Part {
  const days = dayNumber(to) - dayNumber(from) + 1;
  if (days <= 45) return "day";
  if (days <= 1100) return "month";
  return days <= 4000 ? "quarter" : "year";
}

/** Whether any of a date may lie in the period; an open or unknown end may. */
const touches = ({ from, to }: Pick<FuzzyDate, "from" | "to">, period: Period) =>
  (from ?? "") <= period.to && (to ?? "9999-12-31") >= period.from;

export type CountedDate = { readonly date: Pick<FuzzyDate, "from" | "to">; readonly count: number };

/** How many records touch a period; null: none has a date. */
export const countWithin = (dates: readonly CountedDate[], period: Period | null): number =>
  dates.reduce((sum, { date, count }) => sum + (period && touches(date, period) ? count : 0), 0);

const MOST_ROWS = 200;

/**
 * How many records begin in each part of a period, by lane. What began before it counts in the first part, a date without
 * a known beginning by its end: so each record that touches the period is counted once. Parts of which there would be too
 * many are left out where they are empty.
 */
export function countPeriods(spans: readonly CountedSpan[], period: Period): CountedPeriod[] {
  const part = unitOf(period);
  const found = new Map<string, Record<string, number>>();
  const keyOf = memoizeByDay((day) => windowAt(part, day).from);
  for (const { lane, date, count } of spans) {
    if (!touches(date, period)) continue;
    const day = date.from ?? date.to ?? period.from;
    const key = keyOf(day < period.from ? period.from : day > period.to ? period.to : day);
    const counts = found.get(key) ?? {};
    counts[lane] = (counts[lane] ?? 0) + count;
    found.set(key, counts);
  }
  const keys = [...found.keys()].sort();
  const stretch = (key: string): CountedPeriod => ({ ...windowAt(part, key), counts: found.get(key) ?? {} });
  const all: CountedPeriod[] = [];
  for (let key = keyOf(period.from); key <= period.to && all.length <= MOST_ROWS; key = stepWindow(part, key, 1)) {
    all.push(stretch(key));
    if (key === "9999-12-31") break;
  }
  return all.length > MOST_ROWS ? keys.map(stretch) : all;
}

/** A stretch of the calendar as EDTF: a year, a month, a day, or from one to the other. */
export function edtfOf({ from, to }: Period): string {
  if (from === to) return from;
  if (from.endsWith("-01-01") && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
  const isMonth =
    from.endsWith("-01") && from.slice(0, 7) === to.slice(0, 7) && isoDay(dayNumber(to) + 1).endsWith("-01");
  return isMonth ? from.slice(0, 7) : `${from}/${to}`;
}
