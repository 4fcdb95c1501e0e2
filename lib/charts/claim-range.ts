import { sayDate } from "../dates/fuzzy-date";
import type { ClaimedMark, CountryFigure } from "../figures/country-figure";
import { type RangeView, rangeScope } from "../filters/range-filter";
import { sayScope } from "../filters/say-scope";
import { countryName, isCountry, regionName, WORLD } from "../records/country";
import type { Locale } from "../text/locale";
import { formatFor } from "../text/translator";
import { wordsFor } from "../text/words";
import { claimedFigure, nameOf, rangeWords, sayMark } from "./claimed";
import type { Cell, PictureData, PictureRevision, PictureRow } from "./figure";
import { recordsBehind } from "./records-behind";

/** What is claimed of a place, and what is documented there. */
export type RangeFigure = CountryFigure["claimed"] & { readonly documented: number };

type Context = {
  readonly view: RangeView;
  readonly seesDrafts: boolean;
  readonly locale: Locale;
  readonly now: Date;
  readonly head: PictureRevision | null;
};

export function placeName(place: string, locale: Locale): string {
  if (place === WORLD) return wordsFor(locale, "claim")("scope.global");
  return isCountry(place) ? countryName(place, locale) : regionName(place, locale);
}

export const markKey = ({ value, bound, claims }: ClaimedMark) => `${value} ${bound} ${claims[0]?.slug}`;
export const markHref = ({ claims: [first] }: ClaimedMark) => (first ? `/claims/${first.slug}` : undefined);

/** Competing counts of one place in words and as a table: nothing is added up (rule 1). */
export function rangePicture(figure: RangeFigure, { view, seesDrafts, locale, now, head }: Context) {
  const t = wordsFor(locale, "claim");
  const scope = rangeScope(view);
  const place = placeName(view.place, locale);
  const { documented, marks } = figure;
  const names = [...new Set(marks.flatMap(({ claimants }) => claimants.map(({ name }) => name)))];
  const data: PictureData = {
    title: t("rangeTitle", { place }),
    finding: `${figure.highest === null ? t("rangeNone") : t("rangeFinding", { figure: rangeWords({ claimed: figure }, locale), claimants: names.length })} ${t("rangeDocumentedFinding", { count: documented })}`,
    definition: t("rangeSummary"),
    filter: sayScope(scope, seesDrafts, locale),
    sources: names.length > 0 ? t("rangeSources", { names: formatFor(locale).list(names) }) : t("rangeSourcesOwn"),
    credits: wordsFor(locale, "charts")("credits"),
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
            { value: documented, href: recordsBehind("documented", scope) },
            { value: view.to ?? now.toISOString().slice(0, 10), text: sayDay(view.to ?? now.toISOString(), locale) },
          ] as Cell[],
        },
      ],
    },
  };
  return {
    data,
    marks: marks.map((mark) => ({ mark, says: sayMark(mark, place, locale) })),
    documented: { count: documented, href: recordsBehind("documented", scope) },
  };
}

const sayDay = (iso: string, locale: Locale) => {
  const day = iso.slice(0, 10);
  return sayDate({ edtf: day, from: day, to: day }, locale);
};

function rowOf(mark: ClaimedMark, locale: Locale): PictureRow {
  const t = wordsFor(locale, "claim");
  const unknown = (text: string): Cell => ({ value: null, missing: "unknown", text });
  const href = markHref(mark);
  return {
    key: markKey(mark),
    cells: [
      mark.claimants.length > 0
        ? { value: nameOf(mark, locale), ...(href && { href }) }
        : { ...unknown(nameOf(mark, locale)), ...(href && { href }) },
      { value: mark.standing ? t("rangeClaimed") : t("rangeEarlier") },
      { value: mark.value, text: claimedFigure(mark, locale) },
      mark.asOf ? { value: mark.asOf.edtf, text: sayDate(mark.asOf, locale) } : unknown(sayDate(null, locale)),
    ],
  };
}
