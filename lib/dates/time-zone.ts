import { dayOf, isCalendarDay, LAST_DAY, startOfDay } from "./days";

/**
 * Instants as the clocks of a time zone (its IANA name) show them, and back. Days and times without a zone are of `days.ts`.
 * Where the clock is put back, the first of two like times is meant; where it is put forward, the time between does not exist.
 */
const clocks = new Map<string, Intl.DateTimeFormat>();
const DAY_MS = 86_400_000;
/** Before it no zone has changed its clock, and years have no eras. */
const FIRST_CHANGE = Date.UTC(1800, 0, 1);

const IANA_NAME = /^[A-Za-z]\w*(?:[/+-]\w+)*$/;

/** Whether a name is one of the IANA's that this machine knows; an offset is none. */
export function isTimeZone(name: string): boolean {
  if (!IANA_NAME.test(name)) return false;
  try {
    clockOf(name);
    return true;
  } catch {
    return false;
  }
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const part = "2-digit";
  const clock = new Intl.DateTimeFormat("en-GB", {
    ...{ timeZone, calendar: "gregory", hourCycle: "h23" },
    ...{ year: "numeric", month: part, day: part, hour: part, minute: part, second: part },
  });
  clocks.set(timeZone, clock);
  return clock;
}

/** By how many milliseconds the zone's clock is ahead of UTC at an instant. */
export function offsetAt(instant: number, timeZone: string): number {
  const at = Math.max(FIRST_CHANGE, Math.floor(instant / 1000) * 1000);
  const shown = Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second) - at;
}

/** The day that an instant falls on in the zone: "2022-11-03". */
export const dayIn = (instant: Date | string | number, timeZone: string): string => {
  const at = new Date(instant).getTime();
  return dayOf(at + offsetAt(at, timeZone));
};

/** The instants at which the zone's clock shows a time, in their order: none, one or two. `wall` is that time as if in UTC. */
function instantsShowing(wall: number, timeZone: string): number[] {
  const offsets = new Set([offsetAt(wall - DAY_MS, timeZone), offsetAt(wall + DAY_MS, timeZone)]);
  return [...offsets]
    .map((offset) => wall - offset)
    .filter((at) => at + offsetAt(at, timeZone) === wall)
    .sort((first, second) => first - second);
}

/** The instant at which the clock went past a time that it never showed. */
function changeOver(wall: number, timeZone: string): number {
  let [before, after] = [wall - 2 * DAY_MS, wall + 2 * DAY_MS];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (middle + offsetAt(middle, timeZone) < wall) before = middle;
    else after = middle;
  }
  return after;
}

const WALL_TIME = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?$/;

/** Whether text is a time of day on a calendar day, without a zone: "2022-11-03T17:00". */
export const isWallTime = (text: string): boolean => WALL_TIME.test(text) && isCalendarDay(text.slice(0, 10));

/**
 * The instant of a wall time: of a doubled hour the first.
 * @param text as `isWallTime` takes it
 * @returns null where the clock was put forward past it
 */
export function instantOf(text: string, timeZone: string): Date | null {
  const [first] = instantsShowing(Date.parse(`${text}Z`), timeZone);
  return first === undefined ? null : new Date(first);
}

/** The first instant of a day in the zone. */
export function startOfDayIn(day: string, timeZone: string): Date {
  const wall = startOfDay(day).getTime();
  return new Date(instantsShowing(wall, timeZone)[0] ?? changeOver(wall, timeZone));
}

/** The last millisecond of a day in the zone, also where the clock is put back over midnight; never after the year 9999. */
export function endOfDayIn(day: string, timeZone: string): Date {
  const wall = startOfDay(day).getTime() + DAY_MS;
  const next = instantsShowing(wall, timeZone).at(-1) ?? changeOver(wall, timeZone);
  return new Date(Math.min(next, startOfDay(LAST_DAY).getTime() + DAY_MS) - 1);
}
