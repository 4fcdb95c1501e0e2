import { expect, test } from "vitest";
import { region } from "../messages/region";
import { COUNTRY_CODES, countriesIn, countryName, isCountry, REGIONS, regionName, regionsOfCountry } from "./country";
import { COUNTRY_NUMBERS, countryOfNumber } from "./country-number";

test("ISO 3166-1 has 249 countries, each with its own number, and Kosovo its user-assigned code", () => {
  expect(COUNTRY_CODES).toHaveLength(250);
  expect(new Set(COUNTRY_CODES).size).toBe(250);
  expect([...COUNTRY_NUMBERS.map(countryOfNumber), "XK"].sort()).toEqual([...COUNTRY_CODES]);
  expect(countryOfNumber("528")).toBe("NL");
  expect(countryOfNumber("-99")).toBeNull();
});

test("a country is written with two capitals", () => {
  expect(["NL", "GB", "TW", "XK"].every(isCountry)).toBe(true);
  expect(["nl", "UK", "XX", "EU", "", "NLD"].some(isCountry)).toBe(false);
});

test("every country but Antarctica lies in one continent and one region of it", () => {
  for (const code of COUNTRY_CODES) {
    const regions = regionsOfCountry(code);
    if (code === "AQ") expect(regions).toBeNull();
    else expect(REGIONS[regions?.region ?? "002"] as readonly string[]).toContain(regions?.subregion);
  }
  expect(Object.keys(REGIONS).flatMap(countriesIn)).toHaveLength(249);
  expect(regionsOfCountry("NL")).toEqual({ region: "150", subregion: "155" });
});

test("a region knows its countries, the world all of them, an unknown code none", () => {
  expect(countriesIn("053")).toEqual(["AU", "CC", "CX", "HM", "NF", "NZ"]);
  expect(countriesIn("150")).toContain("RU");
  expect(countriesIn("001")).toEqual(COUNTRY_CODES);
  expect(countriesIn("999")).toEqual([]);
});

test("every country and region has a name in both languages", () => {
  for (const locale of ["en", "nl"] as const) {
    for (const code of COUNTRY_CODES) expect(countryName(code, locale)).not.toBe(code);
    for (const code of Object.keys(region.en)) expect(regionName(code, locale)).not.toBe(code);
  }
  expect([countryName("NL", "en"), countryName("NL", "nl")]).toEqual(["Netherlands", "Nederland"]);
  expect(regionName("150", "nl")).toBe("Europa");
});

test("names take no side", () => {
  expect([countryName("TW", "en"), countryName("TW", "nl")]).toEqual(["Taiwan", "Taiwan"]);
  expect([countryName("HK", "en"), countryName("HK", "nl")]).toEqual(["Hong Kong", "Hongkong"]);
  expect(countryName("PS", "en")).toBe("Palestine");
  expect([countryName("XK", "en"), countryName("XK", "nl")]).toEqual(["Kosovo", "Kosovo"]);
});

test("what is no country is given back as it is", () => {
  expect([countryName("XX", "en"), regionName("419", "en")]).toEqual(["XX", "419"]);
});
