import { countryName } from "../records/country";
import type { StationKind } from "../records/station";
import type { StationStatus } from "../records/status";
import type { Locale } from "../text/locale";
import { formatFor } from "../text/translator";
import { wordsFor } from "../text/words";
import type { Choices } from "./filter-field";
import type { Scope } from "./scope-filter";

const MOST_NAMED = 12;

/**
 * What a picture counts, as a sentence: "Published records only; Italy; dated 1 Jan 2022 or later."
 * @param seesDrafts whether the reader may read drafts: of who may not, everything is published
 * @param also what else it is narrowed by, as `sayNarrowing` says it
 */
export function sayScope(
  scope: Scope,
  seesDrafts: boolean,
  locale: Locale,
  also: readonly (string | null)[] = [],
): string {
  const t = wordsFor(locale, "scope");
  const format = formatFor(locale);
  const day = (iso: string) =>
    format.dateTime(new Date(`${iso}T00:00:00Z`), { day: "numeric", month: "long", year: "numeric" });
  const named = (codes: readonly string[]) => {
    const names = codes.slice(0, MOST_NAMED).map((code) => countryName(code, locale));
    const rest = codes.length - names.length;
    return format.list(rest > 0 ? [...names, `+${format.number(rest)}`] : names);
  };
  const { any, without } = scope.country;
  const countries = () => {
    if (any.length > 0 && without.length > 0) return t("among", { countries: named(any), without: named(without) });
    if (any.length > 0) return t("countries", { countries: named(any) });
    return without.length > 0 ? t("without", { countries: named(without) }) : t("everywhere");
  };
  const dates = () => {
    const { from, to } = scope;
    if (from && to) return t("between", { from: day(from), to: day(to) });
    if (from) return t("since", { from: day(from) });
    return to ? t("until", { to: day(to) }) : t("always");
  };
  const degrees = (value: number, positive: string, negative: string) =>
    `${format.number(Math.abs(value), { maximumFractionDigits: 2 })}° ${value < 0 ? negative : positive}`;
  const box = scope.box && {
    south: degrees(scope.box.south, "N", "S"),
    north: degrees(scope.box.north, "N", "S"),
    west: degrees(scope.box.west, locale === "nl" ? "O" : "E", "W"),
    east: degrees(scope.box.east, locale === "nl" ? "O" : "E", "W"),
  };
  const seen = t(`seen.${seesDrafts && scope.records === "all" ? "desk" : "published"}`);
  const parts = [seen, countries(), dates(), box ? t("box", box) : null, ...also];
  return t("sentence", { parts: parts.filter((part) => part !== null).join("; ") });
}

/** One filter of a view as a part of its sentence: "status: Denied"; null where it narrows nothing. */
export function sayNarrowing<V extends string>(
  name: string,
  { any, without }: Choices<V>,
  say: (value: V) => string,
  locale: Locale,
): string | null {
  const t = wordsFor(locale, "scope");
  const named = (values: readonly V[]) => formatFor(locale).list(values.map(say));
  const parts = [
    ...(any.length > 0 ? [named(any)] : []),
    ...(without.length > 0 ? [t("not", { values: named(without) })] : []),
  ];
  return parts.length > 0 ? t("narrowed", { name: name.toLowerCase(), values: parts.join(", ") }) : null;
}

/** By which status and which kind of station a view narrows, each as `sayNarrowing` says it. */
export function sayStations(
  { status, kind }: { readonly status: Choices<StationStatus>; readonly kind: Choices<StationKind> },
  locale: Locale,
): (string | null)[] {
  const station = wordsFor(locale, "station");
  const words = wordsFor(locale, "status");
  return [
    sayNarrowing(station("facet.status"), status, (one) => words(`label.${one}`), locale),
    sayNarrowing(station("facet.kind"), kind, (one) => station(`kind.${one}`), locale),
  ];
}
