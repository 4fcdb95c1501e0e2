import { formatFuzzyDate } from "../dates/fuzzy-date";
import { dayIn } from "../dates/time-zone";
import type { ClaimedMark, CountryNumbers } from "../figures/country-figure";
import { describeDashboardFilter } from "../filters/describe-filter";
import { dashboardFilterOfRange, type RangeView } from "../filters/range-filter";
import { countryName, isCountry, regionName, WORLD } from "../records/country";
import type { Locale } from "../text/locale";
import { getTranslations } from "../text/translations";
import { getFormatter } from "../text/translator";
import { describeClaimMark, formatClaimants, formatClaimedRange, formatClaimedValue } from "./claim-words";
import { drawnMarks } from "./drawn-marks";
import type { Cell, FigureData, FigureRevision, FigureRow } from "./figure";
import { recordsBehind } from "./records-behind";

/** What is claimed of a place, and what is documented there. */
export type RangeNumbers = CountryNumbers["claimed"] & { readonly documented: number };

type Context = {
  readonly view: RangeView;
  readonly seesDrafts: boolean;
  readonly locale: Locale;
  readonly now: Date;
  /** The newsroom's. */
  readonly timeZone: string;
  readonly head: FigureRevision | null;
};

function placeName(place: string, locale: Locale): string {
  if (place === WORLD) return getTranslations(locale, "claim")("scope.global");
  return isCountry(place) ? countryName(place, locale) : regionName(place, locale);
}

/** Claimants that a line names. */
const MOST_NAMED = 12;

export const markKey = ({ value, bound, claims }: ClaimedMark) => `${value} ${bound} ${claims[0]?.slug}`;
export const markHref = ({ claims: [first] }: ClaimedMark) => (first ? `/claims/${first.slug}` : undefined);

/** Competing counts of one place in words and as a table: nothing is added up (rule 1). */
export function buildRangeFigure(figure: RangeNumbers, { view, seesDrafts, locale, now, timeZone, head }: Context) {
  const t = getTranslations(locale, "claim");
  const filter = dashboardFilterOfRange(view);
  const place = placeName(view.place, locale);
  const { documented, marks } = figure;
  const countedOn = view.to ?? dayIn(now, timeZone);
  const names = [...new Set(marks.flatMap(({ claimants }) => claimants.map(({ name }) => name)))];
  const data: FigureData = {
    title: t("rangeTitle", { place }),
    finding: `${figure.highest === null ? t("rangeNone") : t("rangeFinding", { figure: formatClaimedRange({ claimed: figure }, locale), claimants: names.length })} ${t("rangeDocumentedFinding", { count: documented })}`,
    definition: t("rangeSummary"),
    filter: describeDashboardFilter(filter, seesDrafts, locale),
    sources: describeSources(names, locale),
    credits: getTranslations(locale, "charts")("credits"),
    asOf: now.toISOString(),
    revision: head,
    table: {
      columns: [
        { key: "who", header: t("columnClaimant") },
        { key: "kind", header: t("rangeKind") },
        { key: "figure", header: t("rangeFigure"), numeric: true },
        { key: "as_of", header: t("columnAsOf") },
      ],
      rows: [
        ...marks.map((mark) => rowOf(mark, locale)),
        {
          key: "documented",
          cells: [
            { value: t("rangeOurs") },
            { value: t("rangeDocumented") },
            { value: documented, href: recordsBehind("documented", filter) },
            {
              value: countedOn,
              text: formatFuzzyDate({ edtf: countedOn, from: countedOn, to: countedOn }, locale),
            },
          ] as Cell[],
        },
      ],
    },
  };
  return {
    data,
    /** Of `data` as many as can be told apart. */
    marks: drawnMarks(marks).map((mark) => ({ mark, description: describeClaimMark(mark, place, locale) })),
    documented: { count: documented, href: recordsBehind("documented", filter) },
  };
}

function describeSources(names: readonly string[], locale: Locale): string {
  const t = getTranslations(locale, "claim");
  if (names.length > MOST_NAMED) return t("rangeSourcesMany", { count: names.length });
  return names.length > 0 ? t("rangeSources", { names: getFormatter(locale).list(names) }) : t("rangeSourcesOwn");
}

function rowOf(mark: ClaimedMark, locale: Locale): FigureRow {
  const t = getTranslations(locale, "claim");
  const unknown = (text: string): Cell => ({ value: null, missing: "unknown", text });
  const href = markHref(mark);
  return {
    key: markKey(mark),
    cells: [
      mark.claimants.length > 0
        ? { value: formatClaimants(mark, locale), ...(href && { href }) }
        : { ...unknown(formatClaimants(mark, locale)), ...(href && { href }) },
      { value: mark.standing ? t("rangeClaimed") : t("rangeEarlier") },
      { value: mark.value, text: formatClaimedValue(mark, locale) },
      mark.asOf
        ? { value: mark.asOf.edtf, text: formatFuzzyDate(mark.asOf, locale) }
        : unknown(formatFuzzyDate(null, locale)),
    ],
  };
}
