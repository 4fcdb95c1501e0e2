import { foldText } from "../text/folding";
import { COUNTRY_CODES, countryName, isCountry } from "./country";

/** The languages of the dossier's sources, beside those of the site. */
const NAMED_IN = ["de", "fr", "es", "it", "pt", "hu", "zh", "cs", "sv"];
/** What people say and CLDR does not. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  uk: "GB",
  "great britain": "GB",
  "groot-brittannie": "GB",
  engeland: "GB",
  england: "GB",
  usa: "US",
  vs: "US",
  america: "US",
  amerika: "US",
  holland: "NL",
  "the netherlands": "NL",
  prc: "CN",
  "people's republic of china": "CN",
  "volksrepubliek china": "CN",
  "czech republic": "CZ",
  turkey: "TR",
  vae: "AE",
  uae: "AE",
  burma: "MM",
};

const key = (name: string) => foldText(name).replace(/\s+/g, " ").trim();
let byName: ReadonlyMap<string, string> | null = null;

function namesOf(code: string): string[] {
  const others = NAMED_IN.map((locale) => new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code);
  return [countryName(code, "en"), countryName(code, "nl"), ...others];
}

function names(): ReadonlyMap<string, string> {
  byName ??= new Map([
    ...COUNTRY_CODES.flatMap((code) => namesOf(code).map((name) => [key(name), code] as const)),
    ...Object.entries(OTHER_NAMES).map(([name, code]) => [key(name), code] as const),
  ]);
  return byName;
}

/** "Netherlands", "Nederland", "Pays-Bas", "nl" and "NL" are "NL"; null for what no country is called. */
export function readCountry(typed: string): string | null {
  const code = typed.trim().toUpperCase();
  return isCountry(code) ? code : (names().get(key(typed)) ?? null);
}

/** The countries one of whose names, or whose code, begins with this; a word of a name may too. What is written out comes first. */
export function countriesNamed(typed: string): string[] {
  const begun = key(typed);
  if (begun === "") return [];
  const found = [...names()]
    .filter(([name]) => name.startsWith(begun) || name.includes(` ${begun}`))
    .sort(
      ([one], [other]) =>
        Number(other.startsWith(begun)) - Number(one.startsWith(begun)) || one.length - other.length,
    );
  const exact = readCountry(typed);
  return [...new Set([...(exact ? [exact] : []), ...found.map(([, code]) => code)])];
}
