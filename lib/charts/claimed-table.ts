import { formatFuzzyDate } from "../dates/fuzzy-date";
import { type ClaimedMark, type CountryNumbers, countDocumented, countOnFile } from "../figures/country-figure";
import type { DashboardFilter } from "../filters/dashboard-filter";
import { countryName } from "../records/country";
import type { Locale } from "../text/locale";
import { getTranslations } from "../text/translations";
import { formatClaimants, formatClaimedValue } from "./claim-words";
import { countsHref, formatNoClaims, keyOf } from "./claimed";
import type { Cell, FigureTable } from "./figure";
import { onlyValues, recordsBehind } from "./records-behind";

/** Figures that a row under the figure names. */
const MOST_NAMED = 8;

const noFigure = (locale: Locale): Cell => ({
  value: null,
  missing: "no_figure",
  text: getTranslations(locale, "claim")("noValue"),
});

function claimantsCell({ claimed: { marks, more = 0 } }: CountryNumbers, locale: Locale): Cell {
  const t = getTranslations(locale, "charts");
  if (marks.length === 0) return noFigure(locale);
  const sayOf = (mark: ClaimedMark) =>
    t(mark.standing ? "claimantCell" : "claimantCellEarlier", {
      claimant: formatClaimants(mark, locale),
      figure: formatClaimedValue(mark, locale),
      asOf: formatFuzzyDate(mark.asOf, locale),
    });
  const listOf = (most: number) => {
    const rest = marks.length + more - most;
    const said = marks.slice(0, most).map(sayOf);
    return [...said, ...(rest > 0 ? [t("claimantCellMore", { count: rest })] : [])].join("; ");
  };
  const value = listOf(marks.length);
  return marks.length > MOST_NAMED ? { value, short: listOf(MOST_NAMED) } : { value };
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
  const bound = (figure: CountryNumbers, value: number | null): Cell => {
    if (value === null) return noFigure(locale);
    const mark = figure.claimed.marks.find((own) => own.standing && own.value === value);
    return {
      value,
      text: mark ? formatClaimedValue(mark, locale) : undefined,
      href: countsHref(figure.country, filter),
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
        claimantsCell(figure, locale),
        count(
          figure,
          countDocumented(figure),
          recordsBehind("documented", filter, { country: onlyValues(figure.country) }),
        ),
        count(figure, countOnFile(figure), recordsBehind("onFile", filter, { country: onlyValues(figure.country) })),
        ...statuses.map((word) =>
          count(
            figure,
            figure.statuses.find((own) => own.status === word)?.count ?? 0,
            recordsBehind("onFile", filter, { country: onlyValues(figure.country), status: onlyValues(word) }),
          ),
        ),
      ],
    })),
  };
}
