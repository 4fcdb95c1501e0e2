import { formatDay } from "../dates/format-date";
import { countryName } from "../records/country";
import type { StationKind } from "../records/station";
import type { StationStatus } from "../records/status";
import type { Locale } from "../text/locale";
import { getTranslations } from "../text/translations";
import { getFormatter } from "../text/translator";
import type { DashboardFilter } from "./dashboard-filter";
import type { FilterChoices } from "./filter-field";

const MOST_NAMED = 12;

/**
 * What a figure counts, as a sentence: "Published records only; Italy; dated 1 Jan 2022 or later."
 * @param seesDrafts whether the reader may read drafts: of who may not, everything is published
 * @param also what else it is narrowed by, as `describeNarrowing` writes it
 */
export function describeDashboardFilter(
  filter: DashboardFilter,
  seesDrafts: boolean,
  locale: Locale,
  also: readonly (string | null)[] = [],
): string {
  const t = getTranslations(locale, "scope");
  const format = getFormatter(locale);
  const day = (iso: string) => formatDay(iso, locale, "long");
  const named = (codes: readonly string[]) => {
    const names = codes.slice(0, MOST_NAMED).map((code) => countryName(code, locale));
    const rest = codes.length - names.length;
    return format.list(rest > 0 ? [...names, `+${format.number(rest)}`] : names);
  };
  const { any, without } = filter.country;
  const countries = () => {
    if (any.length > 0 && without.length > 0) return t("among", { countries: named(any), without: named(without) });
    if (any.length > 0) return t("countries", { countries: named(any) });
    return without.length > 0 ? t("without", { countries: named(without) }) : t("everywhere");
  };
  const dates = () => {
    const { from, to } = filter;
    if (from && to) return t("between", { from: day(from), to: day(to) });
    if (from) return t("since", { from: day(from) });
    return to ? t("until", { to: day(to) }) : t("always");
  };
  const degrees = (value: number, positive: string, negative: string) =>
    `${format.number(Math.abs(value), { maximumFractionDigits: 2 })}° ${value < 0 ? negative : positive}`;
  const box = filter.box && {
    south: degrees(filter.box.south, "N", "S"),
    north: degrees(filter.box.north, "N", "S"),
    west: degrees(filter.box.west, locale === "nl" ? "O" : "E", "W"),
    east: degrees(filter.box.east, locale === "nl" ? "O" : "E", "W"),
  };
  const seen = t(`seen.${seesDrafts && filter.records === "all" ? "desk" : "published"}`);
  const parts = [seen, countries(), dates(), box ? t("box", box) : null, ...also];
  return t("sentence", { parts: parts.filter((part) => part !== null).join("; ") });
}

/** One filter of a view as a part of its sentence: "status: Denied"; null where it narrows nothing. */
export function describeFacet<V extends string>(
  name: string,
  { any, without }: FilterChoices<V>,
  formatValue: (value: V) => string,
  locale: Locale,
): string | null {
  const t = getTranslations(locale, "scope");
  const named = (values: readonly V[]) => getFormatter(locale).list(values.map(formatValue));
  const parts = [
    ...(any.length > 0 ? [named(any)] : []),
    ...(without.length > 0 ? [t("not", { values: named(without) })] : []),
  ];
  return parts.length > 0 ? t("narrowed", { name: name.toLowerCase(), values: parts.join(", ") }) : null;
}

/** By which status and which kind of station a view narrows, each as `describeNarrowing` writes it. */
export function describeStationFacets(
  { status, kind }: { readonly status: FilterChoices<StationStatus>; readonly kind: FilterChoices<StationKind> },
  locale: Locale,
): (string | null)[] {
  const station = getTranslations(locale, "station");
  const t = getTranslations(locale, "status");
  return [
    describeFacet(station("facet.status"), status, (one) => t(`label.${one}`), locale),
    describeFacet(station("facet.kind"), kind, (one) => station(`kind.${one}`), locale),
  ];
}
