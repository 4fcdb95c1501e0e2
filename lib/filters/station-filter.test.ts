import { expect, test } from "vitest";
import { nextOrder, stationFilter } from "./station-filter";

test("a heading sorts words from A and dates from the latest, and turns round the second time", () => {
  expect(nextOrder("name", "country")).toBe("country");
  expect(nextOrder("country", "country")).toBe("-country");
  expect(nextOrder("-country", "country")).toBe("country");
  expect(nextOrder("name", "reported")).toBe("-reported");
});

test("the list of stations reads its own address", () => {
  const view = stationFilter.parse({ country: ["it", "NL"], "not.status": "denied", sort: "-reported" });
  expect(view.problems).toEqual([]);
  expect(stationFilter.toQuery(view.value)).toBe("country=IT&country=NL&not.status=denied&sort=-reported");
});
