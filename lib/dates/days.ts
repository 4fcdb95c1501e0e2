/** Calendar days in no time zone (`time-zone.ts` has those of one): ISO text ("2022-10-26"), or whole numbers of days since 1970-01-01. */
const DAY_MS = 86_400_000;

export const FIRST_DAY = "0001-01-01";
export const LAST_DAY = "9999-12-31";

/** The day in UTC of a moment, in milliseconds since 1970 or as a Date. */
export const dayOf = (moment: Date | number): string => new Date(moment).toISOString().slice(0, 10);

/** When a day begins in UTC, for what takes a Date. */
export const startOfDay = (day: string): Date => new Date(`${day}T00:00:00Z`);

export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
export const isoDay = (number: number): string => dayOf(number * DAY_MS);

export const addDays = (day: string, days: number): string => isoDay(dayNumber(day) + days);
/** Negative when `to` comes first. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** The Monday of the week (ISO 8601) that a day lies in. */
export const mondayOf = (day: string): string => addDays(day, -((startOfDay(day).getUTCDay() + 6) % 7));

/** Whether text is a day of the years 1 to 9999 that the calendar has: no 30 February. */
export function isCalendarDay(text: string): boolean {
  const time = /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) ? startOfDay(text).getTime() : Number.NaN;
  return !Number.isNaN(time) && dayOf(time) === text;
}

/** Months since the year 0, of a day or of a month ("2022-10"). */
export const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** A month of the years 0 to 9999: "2022-10". */
export const isoMonth = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;

export const firstDayOfMonth = (number: number): string => `${isoMonth(number)}-01`;
