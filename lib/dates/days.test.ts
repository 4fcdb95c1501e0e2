import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  dayNumber,
  daysBetween,
  FIRST_DAY,
  firstDayOfMonth,
  isCalendarDay,
  isoDay,
  LAST_DAY,
  mondayOf,
  monthNumber,
} from "./days";

const number = fc.integer({ min: dayNumber(FIRST_DAY), max: dayNumber(LAST_DAY) });

test("a day and its number say the same, from the year 1 to 9999", () => {
  fc.assert(
    fc.property(number, (n) => {
      const day = isoDay(n);
      expect(dayNumber(day)).toBe(n);
      expect(isCalendarDay(day)).toBe(true);
      expect(monthNumber(day)).toBe(monthNumber(day.slice(0, 7)));
      expect(firstDayOfMonth(monthNumber(day))).toBe(`${day.slice(0, 8)}01`);
      const monday = mondayOf(day);
      expect(new Date(monday).getUTCDay()).toBe(1);
      expect(daysBetween(monday, day)).toBeLessThan(7);
      expect(daysBetween(monday, day)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("days are counted over the ends of months and years, the leap day included", () => {
  expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
  expect(addDays("2022-12-31", 1)).toBe("2023-01-01");
  expect(daysBetween("2022-10-26", "2022-10-25")).toBe(-1);
});

test("text that no calendar has is no day", () => {
  for (const text of ["2022-02-30", "0000-01-01", "2022-1-1", "2022-10-26T00:00", "", "+010000-01-01"])
    expect(isCalendarDay(text)).toBe(false);
});
