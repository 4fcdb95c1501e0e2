import { formatFuzzyDate } from "../dates/fuzzy-date";
import { type ClaimedMark, type CountryNumbers, countDocumented, countOnFile } from "../figures/country-figure";
import type { DashboardFilter } from "../filters/dashboard-filter";
import { countryName } from "../records/country";
import { PUBLIC_STATES } from "../records/editorial";
import { STATION_STATUSES, type StationStatus } from "../records/status";
import type { Locale } from "../text/locale";
import { rangeAxis } from "../text/range-axis";
import { getTranslations } from "../text/translations";
import { getFormatter } from "../text/translator";
import type { Cell, FigureTable } from "./figure";
import { documentedBehind, onlyValues, stationsBehind } from "./records-behind";

type Pointed = {
  /** The mark in a sentence, for screen readers. */ readonly description: string;
  readonly href: string;
};
export type ClaimDot = Pointed & {
  readonly value: number;
  readonly bound: ClaimedMark["bound"];
  readonly standing: boolean;
  readonly name: string;
};
type StatusPart = Pointed & { readonly status: StationStatus; readonly start: number; readonly count: number };
/** A part of a bar: stations of one status that are all public, or none of them (rule 1). */
export type DocumentedPart = StatusPart & { readonly isPublic: boolean };
export type ClaimedRow = {
  readonly country: string;
  readonly name: string;
  readonly href: string;
  /** Lowest and highest figure that stands; null: nobody gives one. */
  readonly band: readonly [number, number] | null;
  readonly dots: readonly ClaimDot[];
  /** What is public, from nothing on; behind it what is not. */
  readonly parts: readonly DocumentedPart[];
  /** Stations on file: the length of the bar. */
  readonly onFile: number;
  /** Written out where there is no figure, so that nothing is taken for zero. */
  readonly claimedText: string;
  readonly documentedText: string;
  /** The same where the words have not the room. */
  readonly claimedShort: string;
  readonly documentedShort: string;
};
export type ClaimedLayout = {
  readonly rows: readonly ClaimedRow[];
  readonly most: number;
  readonly ticks: readonly number[];
  /** The stations of the whole view by status, also of countries that are not drawn. */
  readonly statuses: readonly StatusPart[];
  /** Of them those that are not public; null: the reader may know of none. */
  readonly notPublic: { readonly count: number; readonly href: string } | null;
};

/**
 * Rows on one scale for all: above who claims how many, below what this dossier documents, by status.
 * @param drawn those of the figures that get a row; what is counted of a status is of all, as its list is
 */
export function layoutClaimed(
  figures: readonly CountryNumbers[],
  drawn: readonly CountryNumbers[],
  filter: DashboardFilter,
  locale: Locale,
): ClaimedLayout {
  const values = drawn.flatMap((figure) => [countOnFile(figure), ...figure.claimed.marks.map(({ value }) => value)]);
  const { max, ticks } = rangeAxis(Math.max(0, ...values));
  const rows = drawn.map((figure) => rowOf(figure, filter, locale));
  return {
    rows,
    most: max,
    ticks,
    statuses: keyOf(figures, filter, locale),
    notPublic: notPublicOf(figures, filter),
  };
}

export function formatClaimedValue(mark: Pick<ClaimedMark, "value" | "bound">, locale: Locale): string {
  return getTranslations(locale, "claim")(`bounded.${mark.bound}`, {
    value: getFormatter(locale).number(mark.value),
  });
}

/** A figure as a sentence: of which place, whose, as of when. */
export const describeClaimMark = (mark: ClaimedMark, place: string, locale: Locale): string =>
  getTranslations(locale, "charts")(mark.standing ? "claimedDot" : "claimedEarlier", {
    country: place,
    figure: formatClaimedValue(mark, locale),
    claimant: formatClaimants(mark, locale),
    asOf: formatFuzzyDate(mark.asOf, locale),
  });

export function formatClaimants(mark: ClaimedMark, locale: Locale): string {
  const t = getTranslations(locale, "claim");
  const names = mark.claimants.map(({ name }) => name);
  const claimants = names.length > 0 ? getFormatter(locale).list(names) : t("noClaimant");
  return mark.relayedBy ? `${claimants} (${t("rangeRelayed", { names: mark.relayedBy.name })})` : claimants;
}

function rowOf(figure: CountryNumbers, filter: DashboardFilter, locale: Locale): ClaimedRow {
  const t = getTranslations(locale, "charts");
  const { country, claimed } = figure;
  const name = countryName(country, locale);
  const [documented, onFile] = [countDocumented(figure), countOnFile(figure)];
  const range = formatClaimedRange(figure, locale);
  const numbers = { count: documented, drafts: onFile - documented };
  return {
    country,
    name,
    href: `/countries/${country.toLowerCase()}`,
    band: claimed.lowest === null || claimed.highest === null ? null : [claimed.lowest, claimed.highest],
    dots: claimed.marks.map((mark) => ({
      value: mark.value,
      bound: mark.bound,
      standing: mark.standing,
      name: formatClaimants(mark, locale),
      description: describeClaimMark(mark, name, locale),
      href:
        mark.claims.length === 1
          ? `/claims/${mark.claims[0]?.slug}`
          : `/claims?country=${country}&subject=station_count`,
    })),
    parts: partsOf(figure, filter, locale),
    onFile,
    claimedText: claimed.highest === null ? range : t("claimedCount", { figure: range }),
    claimedShort: range,
    documentedText: onFile > 0 ? t("documentedCount", numbers) : formatNoClaims(figure, locale),
    documentedShort: t("documentedShort", numbers),
  };
}

const PUBLIC = onlyValues(...PUBLIC_STATES);
const NOT_PUBLIC = { any: [], without: [...PUBLIC_STATES] };

function partsOf({ country, statuses }: CountryNumbers, filter: DashboardFilter, locale: Locale): DocumentedPart[] {
  const t = getTranslations(locale, "charts");
  const label = getTranslations(locale, "status");
  let start = 0;
  return [true, false].flatMap((isPublic) =>
    STATION_STATUSES.flatMap((status): DocumentedPart[] => {
      const { count: all, published } = statuses.find((own) => own.status === status) ?? { count: 0, published: 0 };
      const count = isPublic ? published : all - published;
      if (count === 0) return [];
      // Where all of a status are public, its list needs no narrowing.
      const state = published === all ? undefined : { state: isPublic ? PUBLIC : NOT_PUBLIC };
      const description = t(isPublic ? "documentedPart" : "notPublicPart", {
        country: countryName(country, locale),
        count,
        status: label(`label.${status}`),
      });
      const href = stationsBehind(filter, { country: onlyValues(country), status: onlyValues(status), ...state });
      start += count;
      return [{ status, isPublic, start: start - count, count, description, href }];
    }),
  );
}

/** "4–11", "at least 3", "2 and at least 2", "no figure". */
export function formatClaimedRange({ claimed }: Pick<CountryNumbers, "claimed">, locale: Locale): string {
  const format = getFormatter(locale);
  const standing = claimed.marks.filter((mark) => mark.standing);
  const [only] = standing;
  if (claimed.lowest === null || claimed.highest === null) return getTranslations(locale, "claim")("noValue");
  if (standing.length === 1 && only) return formatClaimedValue(only, locale);
  const bound = standing.find(({ value, bound: own }) => value === claimed.highest && own === "at_least")?.bound;
  const most = bound && formatClaimedValue({ value: claimed.highest, bound }, locale);
  if (most && claimed.lowest === claimed.highest) return format.list([format.number(claimed.lowest), most]);
  if (most) return `${format.number(claimed.lowest)} – ${most}`;
  if (claimed.lowest === claimed.highest) return format.number(claimed.lowest);
  return `${format.number(claimed.lowest)}–${format.number(claimed.highest)}`;
}

/** Why there is no bar: nobody looked, somebody looked and found none, or it is claimed and not on file. */
function formatNoClaims({ coverage }: CountryNumbers, locale: Locale): string {
  const t = getTranslations(locale, "charts");
  return t(`noneDocumented.${coverage}`);
}

function keyOf(figures: readonly CountryNumbers[], filter: DashboardFilter, locale: Locale): StatusPart[] {
  const t = getTranslations(locale, "status");
  return STATION_STATUSES.flatMap((status) => {
    const count = figures.reduce(
      (sum, { statuses }) => sum + (statuses.find((own) => own.status === status)?.count ?? 0),
      0,
    );
    const href = stationsBehind(filter, { status: onlyValues(status) });
    return count === 0 ? [] : [{ status, start: 0, count, description: t(`label.${status}`), href }];
  });
}

function notPublicOf(figures: readonly CountryNumbers[], filter: DashboardFilter): ClaimedLayout["notPublic"] {
  const count = figures.reduce((sum, figure) => sum + countOnFile(figure) - countDocumented(figure), 0);
  return count === 0 ? null : { count, href: stationsBehind(filter, { state: NOT_PUBLIC }) };
}

/** The headline of the figure as a sentence: never one number that hides another (rule 1). */
export function claimedHeadline(figures: readonly CountryNumbers[], locale: Locale): string {
  const t = getTranslations(locale, "charts");
  const format = getFormatter(locale);
  const documented = figures.reduce((sum, figure) => sum + countDocumented(figure), 0);
  const claimed = figures.filter((figure) => figure.claimed.highest !== null);
  const differing = claimed.filter((figure) => figure.claimed.lowest !== figure.claimed.highest);
  const most = [...claimed].sort((a, b) => (b.claimed.highest ?? 0) - (a.claimed.highest ?? 0))[0];
  const drafts = figures.reduce((sum, figure) => sum + countOnFile(figure), 0) - documented;
  const [one] = figures;
  if (one && figures.length === 1) {
    const country = countryName(one.country, locale);
    return t("claimedOne", { country, figure: formatClaimedRange(one, locale), documented, drafts });
  }
  return [
    t("claimedFinding", {
      countries: claimed.length,
      documented,
      places: figures.filter((figure) => countDocumented(figure) > 0).length,
      drafts,
    }),
    most
      ? t("claimedMost", {
          country: countryName(most.country, locale),
          figure: formatClaimedRange(most, locale),
          documented: countDocumented(most),
        })
      : "",
    differing.length > 0
      ? t("claimedDiffering", {
          count: differing.length,
          countries: format.list(differing.slice(0, 6).map(({ country }) => countryName(country, locale))),
          rest: Math.max(0, differing.length - 6),
        })
      : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** The figures of the figure; of countries nobody gives a figure for, and of those nobody examined, in words. */
export function claimedTable(
  figures: readonly CountryNumbers[],
  filter: DashboardFilter,
  locale: Locale,
): FigureTable {
  const t = getTranslations(locale, "charts");
  const status = getTranslations(locale, "status");
  const coverage = getTranslations(locale, "common");
  const statuses = keyOf(figures, filter, locale).map((part) => part.status);
  const none: Cell = { value: null, missing: "no_figure", text: getTranslations(locale, "claim")("noValue") };
  const bound = (figure: CountryNumbers, value: number | null): Cell => {
    if (value === null) return none;
    const mark = figure.claimed.marks.find((own) => own.standing && own.value === value);
    return {
      value,
      text: mark ? formatClaimedValue(mark, locale) : undefined,
      href: `/claims?country=${figure.country}&subject=station_count`,
    } as Cell;
  };
  const count = (figure: CountryNumbers, value: number, href: string): Cell => {
    if (countOnFile(figure) > 0) return value > 0 ? { value, href } : { value };
    if (figure.coverage === "not_examined")
      return { value: null, missing: "not_examined", text: formatNoClaims(figure, locale) };
    return figure.coverage === "examined_none_found"
      ? { value: null, missing: "none_found", text: formatNoClaims(figure, locale) }
      : { value: 0, text: formatNoClaims(figure, locale) };
  };
  return {
    columns: [
      { key: "country", header: t("column.country") },
      { key: "coverage", header: t("column.coverage") },
      { key: "claimed_lowest", header: t("column.lowest"), numeric: true },
      { key: "claimed_highest", header: t("column.highest"), numeric: true },
      { key: "claimants", header: t("column.claimants") },
      { key: "documented", header: t("column.documented"), numeric: true },
      { key: "on_file", header: t("column.onFile"), numeric: true },
      ...statuses.map((word) => ({ key: word, header: status(`label.${word}`), numeric: true })),
    ],
    rows: figures.map((figure) => ({
      key: figure.country,
      cells: [
        { value: countryName(figure.country, locale), href: `/countries/${figure.country.toLowerCase()}` },
        { value: coverage(`coverage.${figure.coverage}`) },
        bound(figure, figure.claimed.lowest),
        bound(figure, figure.claimed.highest),
        figure.claimed.marks.length > 0
          ? {
              value: figure.claimed.marks
                .map((mark) =>
                  t(mark.standing ? "claimantCell" : "claimantCellEarlier", {
                    claimant: formatClaimants(mark, locale),
                    figure: formatClaimedValue(mark, locale),
                    asOf: formatFuzzyDate(mark.asOf, locale),
                  }),
                )
                .join("; "),
            }
          : none,
        count(figure, countDocumented(figure), documentedBehind(filter, { country: onlyValues(figure.country) })),
        count(figure, countOnFile(figure), stationsBehind(filter, { country: onlyValues(figure.country) })),
        ...statuses.map((word) =>
          count(
            figure,
            figure.statuses.find((own) => own.status === word)?.count ?? 0,
            stationsBehind(filter, { country: onlyValues(figure.country), status: onlyValues(word) }),
          ),
        ),
      ],
    })),
  };
}
