import { expect, test } from "vitest";
import { COUNTRY_SHADES, countriesByShade } from "./country-shades";

test("a country is in one shade, by its stations on file, and more of them are never drawn lighter", () => {
  const counted = [0, 1, 2, 4, 5, 40].map((stations) => ({ country: `C${stations}`, stations }));
  const codes = counted.map(({ country }) => country);
  expect(countriesByShade([...codes, "CX"], counted)).toEqual([["C0", "CX"], ["C1"], ["C2", "C4"], ["C5", "C40"]]);
  const opacities = COUNTRY_SHADES.map(({ opacity }) => opacity);
  expect(opacities).toEqual([...opacities].sort());
  expect(new Set(opacities).size).toBe(opacities.length);
});
