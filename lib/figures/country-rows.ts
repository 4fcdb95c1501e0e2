import type { FuzzyDate } from "../dates/fuzzy-date";
import { compareFuzzy } from "../dates/fuzzy-order";
import type { CountryView } from "../filters/country-filter";
import { COUNTRY_CODES, regionsOfCountry } from "../records/country";
import type { CoverageState } from "../records/coverage";

/** What a table of countries is narrowed and ordered by. */
type Line = {
  readonly country: string;
  readonly coverage: CoverageState;
  readonly claimed: { readonly highest: number | null };
  readonly stations: number;
  readonly answer: { readonly given: FuzzyDate | null } | null;
};

const fits = <V extends string>(
  { any, without }: { any: readonly V[]; without: readonly V[] },
  value: V | undefined,
) =>
  (any.length === 0 || (value !== undefined && any.includes(value))) &&
  !(value !== undefined && without.includes(value));

/** True for a country that the view leaves: by coverage, by region, and by whether a station is on file. */
const isLeft = (view: CountryView, { country, coverage, stations }: Omit<Line, "claimed" | "answer">) =>
  fits(view.coverage, coverage) &&
  fits(view.region, regionsOfCountry(country)?.region) &&
  (!view.onFile || stations > 0);

/**
 * The lines that the view leaves, in its order; equal ones by name. Whoever has no figure or no answer comes last, because
 * "no figure" is no number.
 * @param nameOf the name by which the reader's alphabet orders
 */
export function countryRows<L extends Line>(
  lines: readonly L[],
  view: CountryView,
  nameOf: (country: string) => string,
): L[] {
  const byName = (a: L, b: L) => nameOf(a.country).localeCompare(nameOf(b.country));
  const orders: Record<CountryView["sort"], (a: L, b: L) => number> = {
    name: byName,
    claimed: (a, b) => (b.claimed.highest ?? -1) - (a.claimed.highest ?? -1),
    documented: (a, b) => b.stations - a.stations,
    answered: (a, b) =>
      Number(b.answer !== null) - Number(a.answer !== null) ||
      compareFuzzy(b.answer?.given ?? null, a.answer?.given ?? null),
  };
  return lines.filter((line) => isLeft(view, line)).sort((a, b) => orders[view.sort](a, b) || byName(a, b));
}

/** Countries with figures, and countries with nothing but coverage: no figure above nought, station or answer. */
export function splitCountryRows<L extends Line>(lines: readonly L[]): { filled: L[]; bare: L[] } {
  const isBare = ({ coverage, claimed, stations, answer }: L) =>
    coverage !== "reported" && (claimed.highest ?? 0) === 0 && stations === 0 && answer === null;
  return { filled: lines.filter((line) => !isBare(line)), bare: lines.filter(isBare) };
}

/** The countries that no record is about, as far as the view would show them: nobody on file examined them. */
export function remainingCountries(
  lines: readonly Line[],
  view: CountryView,
  nameOf: (country: string) => string,
): string[] {
  const mentioned = new Set(lines.map(({ country }) => country));
  const bare = (country: string) => ({ country, coverage: "not_examined" as const, stations: 0 });
  return COUNTRY_CODES.filter((code) => !mentioned.has(code) && isLeft(view, bare(code))).sort((a, b) =>
    nameOf(a).localeCompare(nameOf(b)),
  );
}
