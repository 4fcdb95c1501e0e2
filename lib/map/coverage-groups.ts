import type { FilterChoices, GeoBox } from "../filters/filter-field";
import { COUNTRY_CODES } from "../records/country";
import type { CoverageState } from "../records/coverage";
import type { Locale } from "../text/locale";
import { getTranslations } from "../text/translations";

type Known = { readonly country: string; readonly coverage: CoverageState; readonly stations: number };

const isLeft = ({ any, without }: FilterChoices, code: string) =>
  (any.length === 0 || any.includes(code)) && !without.includes(code);

/**
 * The countries that a view leaves, by what is known of them; of those that nothing names, nobody on file examined them.
 * Countries outside the view are in none of the three.
 */
export function countriesByCoverage(known: readonly Known[], choice: FilterChoices): Record<CoverageState, string[]> {
  const coverageOf = new Map(known.map(({ country, coverage }) => [country, coverage]));
  const groups: Record<CoverageState, string[]> = { reported: [], examined_none_found: [], not_examined: [] };
  for (const code of COUNTRY_CODES) {
    if (isLeft(choice, code)) groups[coverageOf.get(code) ?? "not_examined"].push(code);
  }
  return groups;
}

/** Reported countries, most stations in view first, equal ones by name; of a part of the map those with a station in it. */
export function rankedCountries<K extends Known>(
  known: readonly K[],
  part: GeoBox | undefined,
  nameOf: (code: string) => string,
): K[] {
  return known
    .filter(({ coverage, stations }) => coverage === "reported" && (!part || stations > 0))
    .sort((a, b) => b.stations - a.stations || nameOf(a.country).localeCompare(nameOf(b.country)));
}

/** Whose figures a map shows, and whose shapes and places it is drawn with. */
export function mapCredits(locale: Locale): { sources: string; credits: string } {
  const t = getTranslations(locale, "map");
  return { sources: t("sources"), credits: [t("places"), t("shapes"), t("borders")].join(" · ") };
}
