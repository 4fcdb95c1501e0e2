import { expect, test } from "vitest";
import { countriesNamed, readCountry } from "./country-text";
import { countries, optionalCountry } from "./input";

test.each([
  ["nl", "NL"],
  [" GB ", "GB"],
  ["Netherlands", "NL"],
  ["the netherlands", "NL"],
  ["Nederland", "NL"],
  ["Pays-Bas", "NL"],
  ["荷兰", "NL"],
  ["Verenigd Koninkrijk", "GB"],
  ["UK", "GB"],
  ["Côte d’Ivoire", "CI"],
  ["Hongarije", "HU"],
  ["Czech Republic", "CZ"],
  ["Congo-Kinshasa", "CD"],
])("%s is %s", (typed, code) => {
  expect(readCountry(typed)).toBe(code);
  expect(optionalCountry.parse(typed)).toBe(code);
});

test("what no country is called is none", () => {
  expect(readCountry("Atlantis")).toBeNull();
  expect(optionalCountry.safeParse("Atlantis").error?.issues[0]?.message).toBe("validation.country");
});

test("several countries are named in one box, each once", () => {
  expect(countries.parse("Netherlands; it\nNederland")).toEqual(["NL", "IT"]);
});

test("a country is found by the beginning of any of its names", () => {
  expect(countriesNamed("neder")[0]).toBe("NL");
  expect(countriesNamed("nl")[0]).toBe("NL");
  expect(countriesNamed("Kingd")).toContain("GB");
  expect(countriesNamed("")).toEqual([]);
});
