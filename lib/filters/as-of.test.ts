import { expect, test } from "vitest";
import { asOfSuffix, readAsOf } from "./as-of";

test("a day is its end in UTC, whatever the machine's own time", () => {
  expect(readAsOf({ at: "2022-11-03" })).toEqual({
    text: "2022-11-03",
    isDay: true,
    until: "2022-11-03T23:59:59.999Z",
  });
});

test("an instant is that moment, with any offset", () => {
  expect(readAsOf({ at: "2022-11-03T10:00:00+01:00" })).toMatchObject({
    isDay: false,
    until: "2022-11-03T09:00:00.000Z",
  });
  expect(readAsOf(new URLSearchParams("at=2022-11-03T09:00:00.5Z"))).toMatchObject({
    until: "2022-11-03T09:00:00.500Z",
  });
});

test("nothing asked is nothing; what is no moment is refused", () => {
  expect(readAsOf({})).toBeNull();
  expect(readAsOf({ at: " " })).toBeNull();
  for (const at of [
    "2022",
    "2022-02-30",
    "yesterday",
    "2022-11-03T25:00:00Z",
    "0000-01-01T00:00:00Z",
    "9".repeat(400),
  ]) {
    expect(readAsOf({ at }), at).toBe("unreadable");
  }
});

test("the address of the same moment elsewhere", () => {
  expect(asOfSuffix({ text: "2022-11-03T10:00:00+01:00", isDay: false, until: "" })).toBe(
    "?at=2022-11-03T10%3A00%3A00%2B01%3A00",
  );
});
