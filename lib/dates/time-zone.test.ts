import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, dayOf } from "./days";
import { dayIn, endOfDayIn, instantOf, isTimeZone, isWallTime, startOfDayIn } from "./time-zone";

const AMSTERDAM = "Europe/Amsterdam";
const ZONES = [AMSTERDAM, "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia", "Pacific/Kiritimati", "UTC"];

test("a zone is a name of the IANA's, and no offset", () => {
  for (const name of [...ZONES, "Etc/GMT+5", "EST5EDT"]) expect(isTimeZone(name), name).toBe(true);
  for (const name of ["+05:45", "Europe/Delft", "CEST!", "", "../etc", "Europe/"]) {
    expect(isTimeZone(name), name).toBe(false);
  }
});

test("an instant falls on the day that the zone's calendar shows", () => {
  const late = "2022-11-03T23:30:00Z";
  expect(ZONES.map((zone) => dayIn(late, zone))).toEqual([
    "2022-11-04",
    "2022-11-04",
    "2022-11-03",
    "2022-11-04",
    "2022-11-04",
    "2022-11-03",
  ]);
  expect(dayIn("2022-11-04T02:29:59.999Z", "America/St_Johns")).toBe("2022-11-03");
  expect(dayIn("2022-11-04T02:30:00.000Z", "America/St_Johns")).toBe("2022-11-04");
  expect(dayIn("2022-11-03T18:15:00Z", "Asia/Kathmandu")).toBe("2022-11-04");
});

test("a typed time is what the newsroom's clock shows", () => {
  expect(instantOf("2022-11-03T17:00", AMSTERDAM)?.toISOString()).toBe("2022-11-03T16:00:00.000Z");
  expect(instantOf("2022-07-03T17:00", AMSTERDAM)?.toISOString()).toBe("2022-07-03T15:00:00.000Z");
  expect(instantOf("2022-11-03T17:00", "Asia/Kathmandu")?.toISOString()).toBe("2022-11-03T11:15:00.000Z");
  expect(instantOf("2022-11-03T17:00:30.5", "UTC")?.toISOString()).toBe("2022-11-03T17:00:30.500Z");
});

test("a time that the clock skipped does not exist, of a doubled one the first is meant", () => {
  expect(instantOf("2022-03-27T01:59", AMSTERDAM)?.toISOString()).toBe("2022-03-27T00:59:00.000Z");
  expect(instantOf("2022-03-27T02:00", AMSTERDAM)).toBeNull();
  expect(instantOf("2022-03-27T02:59:59", AMSTERDAM)).toBeNull();
  expect(instantOf("2022-03-27T03:00", AMSTERDAM)?.toISOString()).toBe("2022-03-27T01:00:00.000Z");
  expect(instantOf("2022-10-30T02:30", AMSTERDAM)?.toISOString()).toBe("2022-10-30T00:30:00.000Z");
  expect(instantOf("2022-10-30T03:00", AMSTERDAM)?.toISOString()).toBe("2022-10-30T02:00:00.000Z");
  // Samoa went to the other side of the date line and had no 30 December.
  expect(instantOf("2011-12-30T12:00", "Pacific/Apia")).toBeNull();
  expect(instantOf("2011-12-29T23:59", "Pacific/Apia")?.toISOString()).toBe("2011-12-30T09:59:00.000Z");
  expect(instantOf("2011-12-31T00:00", "Pacific/Apia")?.toISOString()).toBe("2011-12-30T10:00:00.000Z");
});

const ends = (day: string, zone: string) => [
  startOfDayIn(day, zone).toISOString(),
  endOfDayIn(day, zone).toISOString(),
];

test("a day is as long as the zone has it", () => {
  expect(ends("2022-03-27", AMSTERDAM)).toEqual(["2022-03-26T23:00:00.000Z", "2022-03-27T21:59:59.999Z"]);
  expect(ends("2022-10-30", AMSTERDAM)).toEqual(["2022-10-29T22:00:00.000Z", "2022-10-30T22:59:59.999Z"]);
  expect(ends("2022-11-03", "UTC")).toEqual(["2022-11-03T00:00:00.000Z", "2022-11-03T23:59:59.999Z"]);
});

test("midnight is skipped, doubled or put back over in some zones", () => {
  // Beirut: from 00:00 to 01:00.
  expect(ends("2022-03-27", "Asia/Beirut")).toEqual(["2022-03-26T22:00:00.000Z", "2022-03-27T20:59:59.999Z"]);
  // Havana: from 01:00 back to 00:00.
  expect(ends("2022-11-06", "America/Havana")).toEqual(["2022-11-06T04:00:00.000Z", "2022-11-07T04:59:59.999Z"]);
  // St. John's until 2011: at 00:01 back to 23:01 of the day before, which ends once more.
  expect(ends("2010-11-06", "America/St_Johns")).toEqual(["2010-11-06T02:30:00.000Z", "2010-11-07T03:29:59.999Z"]);
  // A day that Samoa did not have is over as it begins.
  expect(startOfDayIn("2011-12-30", "Pacific/Apia")).toEqual(startOfDayIn("2011-12-31", "Pacific/Apia"));
});

test("the first and the last years have their days too", () => {
  for (const zone of ZONES) {
    expect(dayIn(startOfDayIn("0001-01-02", zone), zone)).toBe("0001-01-02");
    expect(endOfDayIn("9999-12-31", zone).toISOString() <= "9999-12-31T23:59:59.999Z").toBe(true);
  }
});

test("every instant lies in its day, and every wall time that is shown leads back to an instant that shows it", () => {
  const instant = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) });
  fc.assert(
    fc.property(instant, fc.constantFrom(...ZONES), (at, zone) => {
      const day = dayIn(at, zone);
      expect(startOfDayIn(day, zone).getTime()).toBeLessThanOrEqual(at);
      expect(endOfDayIn(day, zone).getTime()).toBeGreaterThanOrEqual(at);
      const noon = instantOf(`${day}T12:00`, zone);
      expect(noon && dayIn(noon, zone)).toBe(day);
      expect(Math.abs(Date.parse(day) - Date.parse(dayOf(at)))).toBeLessThanOrEqual(86_400_000);
      expect(startOfDayIn(addDays(day, 1), zone).getTime()).toBeGreaterThan(at - 3_600_000);
    }),
    { numRuns: 300 },
  );
});

test("text is a wall time only without a zone and on a day that exists", () => {
  for (const text of ["2022-11-03T17:00", "2022-11-03T17:00:01", "2022-11-03T23:59:59.999"]) {
    expect(isWallTime(text), text).toBe(true);
  }
  for (const text of [
    "2022-11-03",
    "2022-11-03T24:00",
    "2022-13-03T10:00",
    "2022-02-30T10:00",
    "2022-11-03T17:00Z",
    "17:00",
  ]) {
    expect(isWallTime(text), text).toBe(false);
  }
});
