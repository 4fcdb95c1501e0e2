import { sayDate } from "../dates/fuzzy-date";
import { type ClaimedMark, type CountryFigure, documentedIn, onFileIn } from "../figures/country-figure";
import type { Scope } from "../filters/scope-filter";
import { countryName } from "../records/country";
import { PUBLIC_STATES } from "../records/editorial";
import { STATION_STATUSES, type StationStatus } from "../records/status";
import type { Locale } from "../text/locale";
import { rangeAxis } from "../text/range-axis";
import { formatFor } from "../text/translator";
import { wordsFor } from "../text/words";
import type { Cell, PictureTable } from "./figure";
import { documentedBehind, only, stationsBehind } from "./records-behind";

type Pointed = { /** The mark in a sentence. */ readonly says: string; readonly href: string };
export type ClaimDot = Pointed & {
  readonly value: number;
  readonly bound: ClaimedMark["bound"];
  readonly standing: boolean;
  readonly name: string;
};
export type StatusPart = Pointed & { readonly status: StationStatus; readonly start: number; readonly count: number };
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
  readonly claimedWords: string;
  readonly documentedWords: string;
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
  /** Of them those that are not public; null: the reader is told of none. */
  readonly notPublic: { readonly count: number; readonly href: string } | null;
};

/**
 * Rows on one scale for all: above who claims how many, below what this dossier documents, by status.
 * @param drawn those of the figures that get a row; what is counted of a status is of all, as its list is
 */
export function layoutClaimed(
  figures: readonly CountryFigure[],
  drawn: readonly CountryFigure[],
  scope: Scope,
  locale: Locale,
): ClaimedLayout {
  const values = drawn.flatMap((figure) => [onFileIn(figure), ...figure.claimed.marks.map(({ value }) => value)]);
  const { max, ticks } = rangeAxis(Math.max(0, ...values));
  const rows = drawn.map((figure) => rowOf(figure, scope, locale));
  return {
    rows,
    most: max,
    ticks,
    statuses: keyOf(figures, scope, locale),
    notPublic: notPublicOf(figures, scope),
  };
}

export function claimedFigure(mark: Pick<ClaimedMark, "value" | "bound">, locale: Locale): string {
  return wordsFor(locale, "claim")(`bounded.${mark.bound}`, { value: formatFor(locale).number(mark.value) });
}

/** A figure as a sentence: of which place, whose, as of when. */
export const sayMark = (mark: ClaimedMark, place: string, locale: Locale): string =>
  wordsFor(locale, "charts")(mark.standing ? "claimedDot" : "claimedEarlier", {
    country: place,
    figure: claimedFigure(mark, locale),
    claimant: nameOf(mark, locale),
    asOf: sayDate(mark.asOf, locale),
  });

export function nameOf(mark: ClaimedMark, locale: Locale): string {
  const t = wordsFor(locale, "claim");
  const names = mark.claimants.map(({ name }) => name);
  const said = names.length > 0 ? formatFor(locale).list(names) : t("noClaimant");
  return mark.relayedBy ? `${said} (${t("rangeRelayed", { names: mark.relayedBy.name })})` : said;
}

function rowOf(figure: CountryFigure, scope: Scope, locale: Locale): ClaimedRow {
  const t = wordsFor(locale, "charts");
  const { country, claimed } = figure;
  const name = countryName(country, locale);
  const [documented, onFile] = [documentedIn(figure), onFileIn(figure)];
  const range = rangeWords(figure, locale);
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
      name: nameOf(mark, locale),
      says: sayMark(mark, name, locale),
      href:
        mark.claims.length === 1
          ? `/claims/${mark.claims[0]?.slug}`
          : `/claims?country=${country}&subject=station_count`,
    })),
    parts: partsOf(figure, scope, locale),
    onFile,
    claimedWords: claimed.highest === null ? range : t("claimedCount", { figure: range }),
    claimedShort: range,
    documentedWords: onFile > 0 ? t("documentedCount", numbers) : noneWords(figure, locale),
    documentedShort: t("documentedShort", numbers),
  };
}

const PUBLIC = only(...PUBLIC_STATES);
const NOT_PUBLIC = { any: [], without: [...PUBLIC_STATES] };

function partsOf({ country, statuses }: CountryFigure, scope: Scope, locale: Locale): DocumentedPart[] {
  const t = wordsFor(locale, "charts");
  const label = wordsFor(locale, "status");
  let start = 0;
  return [true, false].flatMap((isPublic) =>
    STATION_STATUSES.flatMap((status): DocumentedPart[] => {
      const { count: all, published } = statuses.find((own) => own.status === status) ?? { count: 0, published: 0 };
      const count = isPublic ? published : all - published;
      if (count === 0) return [];
      // Where all of a status are public, its list needs no narrowing.
      const state = published === all ? undefined : { state: isPublic ? PUBLIC : NOT_PUBLIC };
      const says = t(isPublic ? "documentedPart" : "notPublicPart", {
        country: countryName(country, locale),
        count,
        status: label(`label.${status}`),
      });
      const href = stationsBehind(scope, { country: only(country), status: only(status), ...state });
      start += count;
      return [{ status, isPublic, start: start - count, count, says, href }];
    }),
  );
}

/** "4–11", "at least 3", "2 and at least 2", "no figure". */
export function rangeWords({ claimed }: Pick<CountryFigure, "claimed">, locale: Locale): string {
  const format = formatFor(locale);
  const standing = claimed.marks.filter((mark) => mark.standing);
  const [only] = standing;
  if (claimed.lowest === null || claimed.highest === null) return wordsFor(locale, "claim")("noValue");
  if (standing.length === 1 && only) return claimedFigure(only, locale);
  const bound = standing.find(({ value, bound: own }) => value === claimed.highest && own === "at_least")?.bound;
  const most = bound && claimedFigure({ value: claimed.highest, bound }, locale);
  if (most && claimed.lowest === claimed.highest) return format.list([format.number(claimed.lowest), most]);
  if (most) return `${format.number(claimed.lowest)} – ${most}`;
  if (claimed.lowest === claimed.highest) return format.number(claimed.lowest);
  return `${format.number(claimed.lowest)}–${format.number(claimed.highest)}`;
}

/** Why there is no bar: nobody looked, somebody looked and found none, or it is claimed and not on file. */
function noneWords({ coverage }: CountryFigure, locale: Locale): string {
  const t = wordsFor(locale, "charts");
  return t(`noneDocumented.${coverage}`);
}

function keyOf(figures: readonly CountryFigure[], scope: Scope, locale: Locale): StatusPart[] {
  const t = wordsFor(locale, "status");
  return STATION_STATUSES.flatMap((status) => {
    const count = figures.reduce(
      (sum, { statuses }) => sum + (statuses.find((own) => own.status === status)?.count ?? 0),
      0,
    );
    const href = stationsBehind(scope, { status: only(status) });
    return count === 0 ? [] : [{ status, start: 0, count, says: t(`label.${status}`), href }];
  });
}

function notPublicOf(figures: readonly CountryFigure[], scope: Scope): ClaimedLayout["notPublic"] {
  const count = figures.reduce((sum, figure) => sum + onFileIn(figure) - documentedIn(figure), 0);
  return count === 0 ? null : { count, href: stationsBehind(scope, { state: NOT_PUBLIC }) };
}

/** What the picture says, as a sentence: never one number that hides another (rule 1). */
export function findClaimed(figures: readonly CountryFigure[], locale: Locale): string {
  const t = wordsFor(locale, "charts");
  const format = formatFor(locale);
  const documented = figures.reduce((sum, figure) => sum + documentedIn(figure), 0);
  const claimed = figures.filter((figure) => figure.claimed.highest !== null);
  const differing = claimed.filter((figure) => figure.claimed.lowest !== figure.claimed.highest);
  const most = [...claimed].sort((a, b) => (b.claimed.highest ?? 0) - (a.claimed.highest ?? 0))[0];
  const drafts = figures.reduce((sum, figure) => sum + onFileIn(figure), 0) - documented;
  const [one] = figures;
  if (one && figures.length === 1) {
    const country = countryName(one.country, locale);
    return t("claimedOne", { country, figure: rangeWords(one, locale), documented, drafts });
  }
  return [
    t("claimedFinding", {
      countries: claimed.length,
      documented,
      places: figures.filter((figure) => documentedIn(figure) > 0).length,
      drafts,
    }),
    most
      ? t("claimedMost", {
          country: countryName(most.country, locale),
          figure: rangeWords(most, locale),
          documented: documentedIn(most),
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

/** The figures of the picture; of countries nobody gives a figure for, and of those nobody examined, in words. */
export function tableClaimed(figures: readonly CountryFigure[], scope: Scope, locale: Locale): PictureTable {
  const t = wordsFor(locale, "charts");
  const status = wordsFor(locale, "status");
  const coverage = wordsFor(locale, "common");
  const statuses = keyOf(figures, scope, locale).map((part) => part.status);
  const none: Cell = { value: null, missing: "no_figure", text: wordsFor(locale, "claim")("noValue") };
  const bound = (figure: CountryFigure, value: number | null): Cell => {
    if (value === null) return none;
    const mark = figure.claimed.marks.find((own) => own.standing && own.value === value);
    return {
      value,
      text: mark ? claimedFigure(mark, locale) : undefined,
      href: `/claims?country=${figure.country}&subject=station_count`,
    } as Cell;
  };
  const count = (figure: CountryFigure, value: number, href: string): Cell => {
    if (onFileIn(figure) > 0) return value > 0 ? { value, href } : { value };
    if (figure.coverage === "not_examined")
      return { value: null, missing: "not_examined", text: noneWords(figure, locale) };
    return figure.coverage === "examined_none_found"
      ? { value: null, missing: "none_found", text: noneWords(figure, locale) }
      : { value: 0, text: noneWords(figure, locale) };
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
                    claimant: nameOf(mark, locale),
                    figure: claimedFigure(mark, locale),
                    asOf: sayDate(mark.asOf, locale),
                  }),
                )
                .join("; "),
            }
          : none,
        count(figure, documentedIn(figure), documentedBehind(scope, { country: only(figure.country) })),
        count(figure, onFileIn(figure), stationsBehind(scope, { country: only(figure.country) })),
        ...statuses.map((word) =>
          count(
            figure,
            figure.statuses.find((own) => own.status === word)?.count ?? 0,
            stationsBehind(scope, { country: only(figure.country), status: only(word) }),
          ),
        ),
      ],
    })),
  };
}
