import { expect, test } from "vitest";
import { COUNTRY_CODES } from "../records/country";
import { countriesByCoverage, rankedCountries } from "./coverage-groups";

const known = [
  { country: "IS", coverage: "examined_none_found", stations: 0 },
  { country: "ES", coverage: "reported", stations: 9 },
  { country: "AT", coverage: "reported", stations: 0 },
  { country: "IT", coverage: "reported", stations: 9 },
] as const;
const all = { any: [], without: [] };

test("every country is one of three things: reported, examined without a find, or examined by nobody", () => {
  const groups = countriesByCoverage(known, all);
  expect(groups).toMatchObject({ reported: ["AT", "ES", "IT"], examined_none_found: ["IS"] });
  expect(groups.not_examined).toContain("NL");
  expect(Object.values(groups).flat().sort()).toEqual([...COUNTRY_CODES]);
});

test("a country outside the view is none of the three", () => {
  expect(countriesByCoverage(known, { any: ["IT", "NL"], without: [] })).toEqual({
    reported: ["IT"],
    examined_none_found: [],
    not_examined: ["NL"],
  });
  expect(Object.values(countriesByCoverage(known, { any: [], without: ["IT"] })).flat()).not.toContain("IT");
});

test("the list beside the map has what is reported, the fullest first, and those without a station last", () => {
  expect(rankedCountries(known, undefined, (code) => code).map(({ country }) => country)).toEqual(["ES", "IT", "AT"]);
  const part = { west: -10, south: 35, east: 20, north: 50 };
  expect(rankedCountries(known, part, (code) => code).map(({ country }) => country)).toEqual(["ES", "IT"]);
});
