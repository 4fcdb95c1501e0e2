import { addDays, daysBetween, firstDayOfMonth, monthNumber } from "../dates/days";
import { DASHBOARD_FILTER_FIELDS, type DashboardFilter } from "./dashboard-filter";
import { defineFilter, type FilterValue } from "./filter";

/** The view of the manager's page and of its PDF. */
export const summaryFilter = defineFilter({ ...DASHBOARD_FILTER_FIELDS });
export type SummaryView = FilterValue<typeof summaryFilter>;

/** Days, ISO and inclusive; undefined: open on that side. */
type DayRange = { readonly from: string | undefined; readonly to: string | undefined };
export type ClosedDayRange = { readonly from: string; readonly to: string };

/** The first year that has a choice of its own: the one of the first reports. */
const FIRST_YEAR = 2022;

export type PeriodChoice = DayRange & {
  readonly key: "whole" | "days30" | "quarter" | "year";
  /** Of a year. */
  readonly year?: number;
};

/** The ready choices on a day: the whole, the last 30 days, the last quarter that is over, and each year up to now. */
export function periodChoices(today: string): PeriodChoice[] {
  const quarter = Math.floor(monthNumber(today) / 3) * 3;
  const years = Array.from(
    { length: Math.max(0, Number(today.slice(0, 4)) - FIRST_YEAR + 1) },
    (_, n) => FIRST_YEAR + n,
  );
  return [
    { key: "whole", from: undefined, to: undefined },
    { key: "days30", from: addDays(today, -29), to: today },
    { key: "quarter", from: firstDayOfMonth(quarter - 3), to: addDays(firstDayOfMonth(quarter), -1) },
    ...years.map((year): PeriodChoice => ({ key: "year", year, from: `${year}-01-01`, to: `${year}-12-31` })),
  ];
}

export const isChosenPeriod = (choice: DayRange, view: DayRange) =>
  choice.from === view.from && choice.to === view.to;

/**
 * The period of the same length that ends the day before; null when there is none: without a first day, or with days that
 * run backwards. Whole months are compared with as many whole months, other days with as many days.
 * @param today the last day of a period that has none
 */
export function previousPeriod({ from, to }: DayRange, today: string): ClosedDayRange | null {
  const last = to ?? today;
  if (!from || from > last) return null;
  const before = addDays(from, -1);
  const isWhole = from.endsWith("-01") && addDays(last, 1).endsWith("-01");
  const start = isWhole
    ? firstDayOfMonth(monthNumber(from) - (monthNumber(last) - monthNumber(from) + 1))
    : addDays(before, -daysBetween(from, last));
  return start >= "0001-01-01" ? { from: start, to: before } : null;
}

/** The same view of another period. */
export const withinPeriod = <S extends DashboardFilter>(scope: S, { from, to }: DayRange): S => ({
  ...scope,
  from,
  to,
});
