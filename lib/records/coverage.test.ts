import { expect, test } from "vitest";
import { coverageOf } from "./coverage";

const nothing = { stations: 0, claimed: 0, noneFound: false };

test("a country without a report was examined only when a record says so", () => {
  expect(coverageOf({ ...nothing, noneFound: true })).toBe("examined_none_found");
  expect(coverageOf(nothing)).toBe("not_examined");
});

test("a reported station weighs more than a record that none was found", () => {
  expect(coverageOf({ ...nothing, stations: 1 })).toBe("reported");
  expect(coverageOf({ ...nothing, stations: 1, noneFound: true })).toBe("reported");
});

test("a country where somebody says that there is one is reported, also without a station on file", () => {
  expect(coverageOf({ ...nothing, claimed: 1 })).toBe("reported");
});
