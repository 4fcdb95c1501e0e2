import { expect, test } from "vitest";
import { asOfSuffix, readAsOf } from "./as-of";

test("a day is its end in UTC, whatever the machine's own time", () => {
  expect(readAsOf({ at: "2022-11-03" }, "UTC")).toEqual({
    text: "2022-11-03",
    isDay: true,
    until: "2022-11-03T23:59:59.999Z",
  });
});

test("a day ends when it does in the newsroom", () => {
  const until = (timeZone: string) => readAsOf({ at: "2022-11-03" }, timeZone);
  expect(until("Asia/Kathmandu")).toMatchObject({ until: "2022-11-03T18:14:59.999Z" });
  expect(until("America/St_Johns")).toMatchObject({ until: "2022-11-04T02:29:59.999Z" });
  expect(readAsOf({ at: "2022-10-30" }, "Europe/Amsterdam")).toMatchObject({ until: "2022-10-30T22:59:59.999Z" });
});

test("a time without an offset is the newsroom's: a skipped one is refused, of a doubled one the first is meant", () => {
  const at = (text: string) => readAsOf({ at: text }, "Europe/Amsterdam");
  expect(at("2022-11-03T17:00")).toEqual({
    text: "2022-11-03T17:00",
    isDay: false,
    until: "2022-11-03T16:00:00.000Z",
  });
  expect(at("2022-07-03T17:00")).toMatchObject({ until: "2022-07-03T15:00:00.000Z" });
  expect(at("2022-03-27T02:30")).toBe("skipped");
  expect(at("2022-10-30T02:30")).toMatchObject({ until: "2022-10-30T00:30:00.000Z" });
});

test("an instant is that moment, with any offset", () => {
  expect(readAsOf({ at: "2022-11-03T10:00:00+01:00" }, "Pacific/Apia")).toMatchObject({
    isDay: false,
    until: "2022-11-03T09:00:00.000Z",
  });
  expect(readAsOf(new URLSearchParams("at=2022-11-03T09:00:00.5Z"), "UTC")).toMatchObject({
    until: "2022-11-03T09:00:00.500Z",
  });
});

test("nothing asked is nothing; what is no moment is refused", () => {
  expect(readAsOf({}, "UTC")).toBeNull();
  expect(readAsOf({ at: " " }, "UTC")).toBeNull();
  for (const at of [
    "2022",
    "2022-02-30",
    "yesterday",
    "2022-11-03T25:00:00Z",
    "0000-01-01T00:00:00Z",
    "9".repeat(400),
  ]) {
    expect(readAsOf({ at }, "UTC"), at).toBe("unreadable");
  }
});

test("the address of the same moment elsewhere", () => {
  expect(asOfSuffix({ text: "2022-11-03T10:00:00+01:00", isDay: false, until: "" })).toBe(
    "?at=2022-11-03T10%3A00%3A00%2B01%3A00",
  );
});
