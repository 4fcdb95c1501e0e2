import { expect, test } from "vitest";
import { coverageOf } from "./coverage";

test("a country without a station was examined only when a record says so", () => {
  expect(coverageOf({ stations: 0, noneFound: true })).toBe("examined_none_found");
  expect(coverageOf({ stations: 0, noneFound: false })).toBe("not_examined");
});

test("a reported station weighs more than a record that none was found", () => {
  expect(coverageOf({ stations: 1, noneFound: false })).toBe("reported");
  expect(coverageOf({ stations: 1, noneFound: true })).toBe("reported");
});
