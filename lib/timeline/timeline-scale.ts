/** Days, ISO and both inclusive. */
export type Period = { readonly from: string; readonly to: string };

const DAY_MS = 86_400_000;
const tenth = (value: number) => Math.round(value * 10) / 10;
/** Days since 1970-01-01; the calendar knows no time zone here. */
export const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const isoDay = (number: number) => new Date(number * DAY_MS).toISOString().slice(0, 10);

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
  const position = (number: number) => tenth(((number - first) / days) * width);
  return { period, width, startOf: (day) => position(dayNumber(day)), endOf: (day) => position(dayNumber(day) + 1) };
}

const TICK_UNITS = ["year", "quarter", "month", "day"] as const;
export type TickUnit = (typeof TICK_UNITS)[number];
/** `day` is the first day of the year, quarter, month or the day itself. A major tick begins the next larger unit. */
export type Tick = { readonly x: number; readonly day: string; readonly isMajor: boolean };
export type Ticks = { readonly unit: TickUnit; readonly step: number; readonly ticks: readonly Tick[] };

const MONTHS_IN = { year: 12, quarter: 3, month: 1 } as const;
const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

/** The finest unit whose ticks keep `leastGap` between them, and years in steps when even those come too close. */
export function ticksOf({ period, width, startOf }: Scale, leastGap = 56): Ticks {
  const days = dayNumber(period.to) + 1 - dayNumber(period.from);
  const room = (length: number) => (width / days) * length >= leastGap;
  if (room(1)) return { unit: "day", step: 1, ticks: dayTicks(period, startOf) };
  const unit = room(28) ? "month" : room(90) ? "quarter" : "year";
  const step = unit === "year" ? (YEAR_STEPS.find((years) => room(365 * years)) ?? 10_000) : 1;
  return { unit, step, ticks: monthTicks(period, startOf, MONTHS_IN[unit] * step) };
}

function dayTicks(period: Period, startOf: Scale["startOf"]): Tick[] {
  const first = dayNumber(period.from);
  return Array.from({ length: dayNumber(period.to) + 1 - first }, (_, index) => {
    const day = isoDay(first + index);
    return { x: startOf(day), day, isMajor: day.endsWith("-01") };
  });
}

function monthTicks(period: Period, startOf: Scale["startOf"], months: number): Tick[] {
  const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const ticks: Tick[] = [];
  const last = monthOf(period.to);
  for (let month = Math.ceil(monthOf(period.from) / months) * months; month <= last; month += months) {
    const year = Math.floor(month / 12);
    const day = `${String(year).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;
    const isMajor = months < 12 ? month % 12 === 0 : year % ((months / 12) * 10) === 0;
    if (day >= period.from && year > 0) ticks.push({ x: startOf(day), day, isMajor });
  }
  return ticks;
}
