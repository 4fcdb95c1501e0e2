import { expect, test } from "vitest";
import { countryFilter } from "../filters/country-filter";
import type { CoverageState } from "../records/coverage";
import { countryRows, remainingCountries, splitCountryRows } from "./country-rows";

const line = (
  country: string,
  coverage: CoverageState,
  highest: number | null,
  stations: number,
  given?: string,
) => ({
  country,
  coverage,
  claimed: { highest },
  stations,
  answer: given ? { given: { edtf: given, from: given, to: given } } : null,
});
const LINES = [
  line("IT", "reported", 11, 4, "2022-12-07"),
  line("NL", "reported", 2, 2, "2022-11-01"),
  line("PL", "examined_none_found", 0, 0),
  line("BR", "reported", null, 1),
  line("CN", "not_examined", null, 0, "2023-04-01"),
];
const rows = (query: string) =>
  countryRows(LINES, countryFilter.parse(new URLSearchParams(query)).value, (code) => code).map(
    ({ country }) => country,
  );

test("a view keeps the countries of its coverage and region, and leaves out what it excludes", () => {
  expect(rows("")).toEqual(["BR", "CN", "IT", "NL", "PL"]);
  expect(rows("coverage=reported&region=150")).toEqual(["IT", "NL"]);
  expect(rows("not.coverage=reported")).toEqual(["CN", "PL"]);
  expect(rows("not.region=150")).toEqual(["BR", "CN"]);
  expect(rows("onFile=yes")).toEqual(["BR", "IT", "NL"]);
});

test("no figure comes after zero, and no answer after the oldest answer", () => {
  expect(rows("sort=claimed")).toEqual(["IT", "NL", "PL", "BR", "CN"]);
  expect(rows("sort=answered")).toEqual(["CN", "IT", "NL", "BR", "PL"]);
  expect(rows("sort=documented").slice(0, 2)).toEqual(["IT", "NL"]);
});

test("a country without a station, an answer or a figure has a row of coverage alone", () => {
  const { filled, bare } = splitCountryRows([
    ...LINES,
    line("FJ", "not_examined", null, 0),
    line("AU", "not_examined", 3, 0),
  ]);
  expect(filled.map(({ country }) => country)).toEqual(["IT", "NL", "BR", "CN", "AU"]);
  expect(bare.map(({ country }) => country)).toEqual(["PL", "FJ"]);
});

test("the rest of the world is not examined, unless the view asks for something else", () => {
  const left = (query: string) =>
    remainingCountries(LINES, countryFilter.parse(new URLSearchParams(query)).value, (code) => code);
  expect(left("coverage=reported")).toEqual([]);
  expect(left("onFile=yes")).toEqual([]);
  expect(left("coverage=not_examined&region=150")).toContain("FI");
  expect(left("")).not.toContain("IT");
});
