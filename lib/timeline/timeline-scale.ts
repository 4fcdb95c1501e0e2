import { type TimeInterval, utcDay, utcMonth, utcYear } from "d3-time";
import { addDays, dayNumber, dayOf, daysBetween, startOfDay } from "../dates/days";
import { roundTo } from "../text/round-to";

/** Days, ISO and both inclusive. */
export type Period = { readonly from: string; readonly to: string };

export type Scale = {
  readonly period: Period;
  readonly width: number;
  /** Where a day begins; its end is where the next one begins. Days outside the period lie outside 0…width. */
  readonly startOf: (day: string) => number;
  readonly endOf: (day: string) => number;
};

/** @throws RangeError for a period that ends before it begins */
export function scaleOf(period: Period, width: number): Scale {
  const first = dayNumber(period.from);
  const days = dayNumber(period.to) + 1 - first;
  if (!(days >= 1)) throw new RangeError(`The period ${period.from} to ${period.to} holds no day`);
  const position = (number: number) => roundTo(((number - first) / days) * width, 1);
  return { period, width, startOf: (day) => position(dayNumber(day)), endOf: (day) => position(dayNumber(day) + 1) };
}

const TICK_UNITS = ["year", "quarter", "month", "day"] as const;
export type TickUnit = (typeof TICK_UNITS)[number];
/** `day` is the first day of the year, quarter, month or the day itself. A major tick begins the next larger unit. */
export type Tick = { readonly x: number; readonly day: string; readonly isMajor: boolean };
export type Ticks = { readonly unit: TickUnit; readonly step: number; readonly ticks: readonly Tick[] };

const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

/** The finest unit whose ticks keep `leastGap` between them, and years in steps when even those come too close. */
export function ticksOf({ period, width, startOf }: Scale, leastGap = 56): Ticks {
  const days = daysBetween(period.from, period.to) + 1;
  const room = (length: number) => (width / days) * length >= leastGap;
  const unit = room(1) ? "day" : room(28) ? "month" : room(90) ? "quarter" : "year";
  const step = unit === "year" ? (YEAR_STEPS.find((years) => room(365 * years)) ?? 10_000) : 1;
  const beyond = startOfDay(addDays(period.to, 1));
  const ticks = intervalOf(unit, step)
    .range(startOfDay(period.from), beyond)
    .map((date) => ({ x: startOf(dayOf(date)), day: dayOf(date), isMajor: isMajor(unit, step, date) }));
  return { unit, step, ticks };
}

function intervalOf(unit: TickUnit, step: number): TimeInterval {
  if (unit === "day") return utcDay;
  const interval = unit === "year" ? utcYear.every(step) : utcMonth.every(unit === "quarter" ? 3 : 1);
  return interval ?? utcYear;
}

function isMajor(unit: TickUnit, step: number, date: Date): boolean {
  if (unit === "day") return date.getUTCDate() === 1;
  return unit === "year" ? date.getUTCFullYear() % (step * 10) === 0 : date.getUTCMonth() === 0;
}
