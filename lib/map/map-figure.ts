import type { FigureData, FigureRow } from "../charts/figure";
import { onlyValues, recordsBehind } from "../charts/records-behind";
import { describeDashboardFilter, describeStationFacets } from "../filters/describe-filter";
import type { MapView } from "../filters/map-filter";
import type { StationView } from "../filters/station-filter";
import { countryName } from "../records/country";
import type { CoverageState } from "../records/coverage";
import type { Locale } from "../text/locale";
import { getTranslations } from "../text/translations";
import { getFormatter } from "../text/translator";
import { countriesByCoverage, mapCredits, rankedCountries } from "./coverage-groups";

type Known = {
  readonly country: string;
  readonly coverage: CoverageState;
  readonly stations: number;
  readonly claimed: number;
};
type Drawn = { readonly countries: readonly Known[]; readonly total: number; readonly sees: "all" | "published" };
type Context = {
  readonly locale: Locale;
  readonly now: Date;
  readonly head: { readonly seq: number; readonly hash: string } | null;
};

/** Of the stations that the map draws. */
export const mapStationsHref = (view: MapView, only: Partial<StationView> = {}): string =>
  recordsBehind("onFile", view, { status: view.status, kind: view.kind, ...only });

/** The claims that there is a station in a country: of the whole of it, whatever part of the map is looked at. */
export const mapClaimsHref = (view: MapView, country: string): string =>
  recordsBehind("claims", { ...view, box: undefined, country: onlyValues(country) }, { presence: true });

/** What the map shows, as words and as a table of countries: the three kinds stay three, and none of them is a zero. */
export function buildMapFigure(
  { countries, total, sees }: Drawn,
  view: MapView,
  { locale, now, head }: Context,
): FigureData {
  const t = getTranslations(locale, "map");
  const common = getTranslations(locale, "common");
  const format = getFormatter(locale);
  const nameOf = (code: string) => countryName(code, locale);
  const groups = countriesByCoverage(countries, view.country);
  const ranked = rankedCountries(countries, view.box, nameOf);
  const [most] = ranked;
  const known = new Map(countries.map((row) => [row.country, row]));
  const finding = t(view.box ? "findingBox" : "finding", {
    reported: view.box ? ranked.length : groups.reported.length,
    examined: groups.examined_none_found.length,
    rest: groups.not_examined.length,
    total,
  });
  const where = most ? t("findingMost", { total, country: nameOf(most.country), count: most.stations }) : "";
  const rowOf = (code: string, coverage: CoverageState): FigureRow => {
    const { stations, claimed } = known.get(code) ?? { stations: 0, claimed: 0 };
    const label = common(`coverage.${coverage}`);
    const missing = coverage === "examined_none_found" ? "none_found" : "not_examined";
    return {
      key: code,
      cells: [
        { value: nameOf(code), href: `/countries/${code.toLowerCase()}` },
        { value: coverage, text: label },
        coverage === "reported"
          ? {
              value: stations,
              text: format.number(stations),
              href: mapStationsHref(view, { country: onlyValues(code) }),
            }
          : { value: null, missing, text: label },
        coverage === "reported"
          ? { value: claimed, text: format.number(claimed), href: mapClaimsHref(view, code) }
          : { value: null, missing, text: label },
      ],
    };
  };
  // No place says where in a country somebody looked: a part of the map has the countries with a station in it.
  const others = view.box ? [] : (["examined_none_found", "not_examined"] as const);
  const rows = [
    ...ranked.map(({ country }) => rowOf(country, "reported")),
    ...others.flatMap((coverage) => groups[coverage].map((code) => rowOf(code, coverage))),
  ];
  return {
    title: t("explorer"),
    finding: [finding, where].filter((part) => part !== "").join(" "),
    definition: [t("definition"), view.box ? t("definitionBox") : ""].filter((part) => part !== "").join(" "),
    filter: describeDashboardFilter(
      { ...view, from: undefined },
      sees === "all",
      locale,
      describeStationFacets(view, locale),
    ),
    ...mapCredits(locale),
    asOf: now.toISOString(),
    revision: head,
    table: {
      columns: [
        { key: "country", header: t("column.country") },
        { key: "coverage", header: t("column.coverage") },
        { key: "stations", header: t("column.stations"), numeric: true },
        { key: "claims", header: t(view.box ? "column.claimsWhole" : "column.claims"), numeric: true },
      ],
      rows,
    },
  };
}
