import { expect, test } from "vitest";
import { nextStationOrder, stationFilter } from "./station-filter";

test("a heading sorts words from A and dates from the latest, and turns round the second time", () => {
  expect(nextStationOrder("name", "country")).toBe("country");
  expect(nextStationOrder("country", "country")).toBe("-country");
  expect(nextStationOrder("-country", "country")).toBe("country");
  expect(nextStationOrder("name", "reported")).toBe("-reported");
});

test("the list of stations reads its own address", () => {
  const view = stationFilter.parse({ country: ["it", "NL"], "not.status": "denied", sort: "-reported" });
  expect(view.problems).toEqual([]);
  expect(stationFilter.toQuery(view.value)).toBe("country=IT&country=NL&not.status=denied&sort=-reported");
});
