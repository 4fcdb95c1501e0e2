import { expect, test } from "vitest";
import { formatDay, formatDays, formatInstant, formatTimeZone } from "./format-date";

const clock = (timeZone: string, locale: "en" | "nl" = "en") => ({ locale, timeZone });

test("an instant is written by the clock that it is asked for", () => {
  const at = "2022-11-03T20:15:00Z";
  expect(formatInstant(at, clock("Europe/Amsterdam"), "minute")).toBe("3 Nov 2022, 21:15");
  expect(formatInstant(at, clock("Asia/Kathmandu"), "minute")).toBe("4 Nov 2022, 02:00");
  expect(formatInstant(at, clock("America/St_Johns", "nl"), "longMinute")).toBe("3 november 2022 om 17:45");
  expect(formatInstant(at, clock("Pacific/Apia"), "day")).toBe("4 Nov 2022");
  expect(formatInstant(new Date(at), clock("UTC"), "second")).toBe("3 November 2022 at 20:15:00");
});

test("a moment that stands alone says by which clock, on either side of a change", () => {
  const amsterdam = clock("Europe/Amsterdam");
  expect(formatInstant("2022-10-30T00:30:00Z", amsterdam, "moment")).toBe("30 October 2022 at 02:30 CEST");
  expect(formatInstant("2022-10-30T01:30:00Z", amsterdam, "moment")).toBe("30 October 2022 at 02:30 CET");
  expect(formatInstant("2022-03-27T00:59:00Z", clock("Europe/Amsterdam", "nl"), "moment")).toBe(
    "27 maart 2022 om 01:59 CET",
  );
});

test("a zone is called by its name and its short names of the year", () => {
  const now = new Date("2026-11-29T12:00:00Z");
  expect(formatTimeZone(clock("Europe/Amsterdam"), now)).toBe("Europe/Amsterdam (CET/CEST)");
  expect(formatTimeZone(clock("Europe/Amsterdam", "nl"), now)).toBe("Europe/Amsterdam (CET/CEST)");
  expect(formatTimeZone(clock("Asia/Kathmandu"), now)).toBe("Asia/Kathmandu (GMT+5:45)");
  expect(formatTimeZone(clock("America/St_Johns"), now)).toBe("America/St_Johns (GMT-3:30/GMT-2:30)");
  expect(formatTimeZone(clock("UTC"), now)).toBe("UTC");
});

test("a day is the same day whatever the zone of the machine", () => {
  expect(formatDay("2022-09-01", "en", "medium")).toBe("1 Sept 2022");
  expect(formatDay("2022-09-01", "nl", "long")).toBe("1 september 2022");
  expect(formatDay("2022-10-31", "en", "monthAndYear")).toBe("Oct 2022");
  expect(formatDays("2022-07-01", "2022-09-30", "en")).toBe("1 Jul\u2009–\u200930 Sept 2022");
});
