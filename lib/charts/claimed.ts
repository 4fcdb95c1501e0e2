import { type ClaimedMark, type CountryNumbers, countDocumented, countOnFile } from "../figures/country-figure";
import type { DashboardFilter } from "../filters/dashboard-filter";
import { COUNT_SUBJECT } from "../records/claim";
import { countryName } from "../records/country";
import { STATION_STATUSES, type StationStatus } from "../records/status";
import type { Locale } from "../text/locale";
import { rangeAxis } from "../text/range-axis";
import { getTranslations } from "../text/translations";
import { getFormatter } from "../text/translator";
import { describeClaimMark, formatClaimants, formatClaimedRange } from "./claim-words";
import { drawnMarks, MOST_DRAWN } from "./drawn-marks";
import { COUNTRIES_DRAWN } from "./figure-model";
import { onlyValues, recordsBehind } from "./records-behind";

type Pointed = { /** The mark in a sentence. */ readonly description: string; readonly href: string };
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
  /** Those of them that are public. */
  readonly documented: number;
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
  /** How many figures of one country are drawn, where there are countries with more; null: all are. */
  readonly mostDots: number | null;
  /** Countries of the whole view of which somebody gives a figure, and in which a station is documented. */
  readonly claimedIn: number;
  readonly documentedIn: number;
};

const isTold = ({ claimed, statuses, coverage }: CountryNumbers) =>
  claimed.marks.length > 0 || statuses.length > 0 || coverage !== "not_examined";

/**
 * Rows on one scale for all: above who claims how many, below what this dossier documents, by status. What is counted of a
 * status is of all the figures, as its list is, and not of those that get a row alone.
 */
export function layoutClaimed(
  figures: readonly CountryNumbers[],
  filter: DashboardFilter,
  locale: Locale,
): ClaimedLayout {
  const told = figures.filter(isTold);
  const drawn = (told.length > 0 ? told : figures).slice(0, COUNTRIES_DRAWN);
  const values = drawn.flatMap((figure) => [countOnFile(figure), ...figure.claimed.marks.map(({ value }) => value)]);
  const { max, ticks } = rangeAxis(Math.max(0, ...values));
  const rows = drawn.map((figure) => rowOf(figure, filter, locale));
  return {
    rows,
    most: max,
    ticks,
    statuses: keyOf(figures, filter, locale),
    notPublic: notPublicOf(figures, filter),
    mostDots: drawn.some(({ claimed }) => claimed.marks.length > MOST_DRAWN) ? MOST_DRAWN : null,
    claimedIn: figures.filter(({ claimed }) => claimed.highest !== null).length,
    documentedIn: figures.filter((figure) => countDocumented(figure) > 0).length,
  };
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
    dots: drawnMarks(claimed.marks).map((mark) => ({
      value: mark.value,
      bound: mark.bound,
      standing: mark.standing,
      name: formatClaimants(mark, locale),
      description: describeClaimMark(mark, name, locale),
      href: mark.claims.length === 1 ? `/claims/${mark.claims[0]?.slug}` : countsHref(country, filter),
    })),
    parts: partsOf(figure, filter, locale),
    onFile,
    documented,
    claimedText: claimed.highest === null ? range : t("claimedCount", { figure: range }),
    claimedShort: range,
    documentedText: onFile > 0 ? t("documentedCount", numbers) : formatNoClaims(figure, locale),
    documentedShort: t("documentedShort", numbers),
  };
}

/** The figures given for a country, as they stood on the view's last day. */
export const countsHref = (country: string, filter: DashboardFilter) =>
  recordsBehind("claims", filter, {
    country: onlyValues(country),
    subject: onlyValues(COUNT_SUBJECT),
    scope: onlyValues("country"),
  });

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
      const counted = published === all ? "onFile" : isPublic ? "documented" : "notPublic";
      const description = t(isPublic ? "documentedPart" : "notPublicPart", {
        country: countryName(country, locale),
        count,
        status: label(`label.${status}`),
      });
      const href = recordsBehind(counted, filter, { country: onlyValues(country), status: onlyValues(status) });
      start += count;
      return [{ status, isPublic, start: start - count, count, description, href }];
    }),
  );
}

/** Why there is no bar: nobody looked, somebody looked and found none, or it is claimed and not on file. */
export function formatNoClaims({ coverage }: CountryNumbers, locale: Locale): string {
  const t = getTranslations(locale, "charts");
  return t(`noneDocumented.${coverage}`);
}

export function keyOf(figures: readonly CountryNumbers[], filter: DashboardFilter, locale: Locale): StatusPart[] {
  const t = getTranslations(locale, "status");
  return STATION_STATUSES.flatMap((status) => {
    const count = figures.reduce(
      (sum, { statuses }) => sum + (statuses.find((own) => own.status === status)?.count ?? 0),
      0,
    );
    const href = recordsBehind("onFile", filter, { status: onlyValues(status) });
    return count === 0 ? [] : [{ status, start: 0, count, description: t(`label.${status}`), href }];
  });
}

function notPublicOf(figures: readonly CountryNumbers[], filter: DashboardFilter): ClaimedLayout["notPublic"] {
  const count = figures.reduce((sum, figure) => sum + countOnFile(figure) - countDocumented(figure), 0);
  return count === 0 ? null : { count, href: recordsBehind("notPublic", filter) };
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
