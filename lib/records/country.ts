import { region as words } from "../messages/region";
import type { Locale } from "../text/locale";

/** UN M49: the countries of each finest region. Taiwan and Kosovo (XK), which M49 leaves out, stand where they lie. */
const MEMBERS = {
  "005": "AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE",
  "011": "BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG",
  "013": "BZ CR GT HN MX NI PA SV",
  "014": "BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW",
  "015": "DZ EG EH LY MA SD TN",
  "017": "AO CD CF CG CM GA GQ ST TD",
  "018": "BW LS NA SZ ZA",
  "021": "BM CA GL PM US",
  "029": "AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI",
  "030": "CN HK JP KP KR MN MO TW",
  "034": "AF BD BT IN IR LK MV NP PK",
  "035": "BN ID KH LA MM MY PH SG TH TL VN",
  "039": "AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK",
  "053": "AU CC CX HM NF NZ",
  "054": "FJ NC PG SB VU",
  "057": "FM GU KI MH MP NR PW UM",
  "061": "AS CK NU PF PN TK TO TV WF WS",
  "143": "KG KZ TJ TM UZ",
  "145": "AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE",
  "151": "BG BY CZ HU MD PL RO RU SK UA",
  "154": "AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ",
  "155": "AT BE CH DE FR LI LU MC NL",
} as const;
type Subregion = keyof typeof MEMBERS;

/** UN M49: each continent with its regions; the intermediate ones (sub-Saharan Africa, Latin America) are passed over. */
export const REGIONS = {
  "002": ["015", "011", "017", "014", "018"],
  "019": ["021", "013", "029", "005"],
  "142": ["145", "143", "034", "030", "035"],
  "150": ["154", "155", "039", "151"],
  "009": ["053", "054", "057", "061"],
} as const satisfies Record<string, readonly Subregion[]>;
export type Region = keyof typeof REGIONS;

type CountryRegions = { readonly region: Region; readonly subregion: Subregion };

const regionsByCountry = new Map<string, CountryRegions>();
for (const [region, subregions] of Object.entries(REGIONS) as [Region, readonly Subregion[]][]) {
  for (const subregion of subregions) {
    for (const code of MEMBERS[subregion].split(" ")) regionsByCountry.set(code, { region, subregion });
  }
}

/** ISO 3166-1 alpha-2, all of them, and XK of its user-assigned codes for Kosovo, in alphabetical order. */
export const COUNTRY_CODES: readonly string[] = ["AQ", ...regionsByCountry.keys()].sort();
const known = new Set(COUNTRY_CODES);

/** Capitals only: "GB", not "gb", nor "UK". */
export const isCountry = (code: string): boolean => known.has(code);

/** The M49 continent and region of a country; null for Antarctica and for what is no country. */
export const regionsOfCountry = (code: string): CountryRegions | null => regionsByCountry.get(code) ?? null;

/** UN M49 of the world. */
export const WORLD = "001";
/** UN M49 of every continent and region that we have words for. */
export const REGION_CODES: readonly string[] = [...Object.keys(REGIONS), ...Object.keys(MEMBERS)];

const isRegion = (code: string): code is Region => Object.hasOwn(REGIONS, code);
const isSubregion = (code: string): code is Subregion => Object.hasOwn(MEMBERS, code);

/** The countries of an M49 continent or region, "001" being the world; none for another code. */
export function countriesIn(code: string): string[] {
  if (code === WORLD) return [...COUNTRY_CODES];
  return COUNTRY_CODES.filter((country) => {
    const regions = regionsByCountry.get(country);
    return regions?.region === code || regions?.subregion === code;
  });
}

/** An M49 continent or region in words; the code itself when we have none for it. */
export function regionName(code: string, locale: Locale): string {
  return code === WORLD || isRegion(code) || isSubregion(code) ? words[locale][code] : code;
}

/** CLDR's long names of these take sides or name two countries; its short ones don't. */
const SHORT = new Set(["HK", "MM", "MO", "PS"]);
const namers = new Map<string, Intl.DisplayNames>();

/** The country's name in the language, without a verdict on who owns it: TW is "Taiwan". An unknown code is given back. */
export function countryName(code: string, locale: Locale): string {
  if (!isCountry(code)) return code;
  const style = SHORT.has(code) ? "short" : "long";
  const key = `${locale} ${style}`;
  const namer = namers.get(key) ?? new Intl.DisplayNames(locale, { type: "region", style });
  namers.set(key, namer);
  return namer.of(code) ?? code;
}
