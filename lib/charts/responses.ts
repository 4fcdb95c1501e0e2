import { type CountryNumbers, countResponsesIn, responseRate } from "../figures/country-figure";
import { groupsOf, type ResponseGroup } from "../figures/government-figure";
import type { DashboardFilter } from "../filters/dashboard-filter";
import { countryName } from "../records/country";
import type { Locale } from "../text/locale";
import { rangeAxis } from "../text/range-axis";
import { getTranslations } from "../text/translations";
import { getFormatter } from "../text/translator";
import type { Cell, FigureTable } from "./figure";
import { COUNTRIES_DRAWN } from "./figure-model";
import { onlyValues, recordsBehind } from "./records-behind";
import { RESPONSE_CHART_COLUMNS, type ResponseColumn } from "./response-columns";

type ResponseBar = {
  readonly column: ResponseColumn;
  /** Null: there is nothing to count, since nobody was asked. */
  readonly count: number | null;
  readonly text: string;
  readonly description: string;
  readonly href: string;
};
export type ResponseChartRow = {
  readonly country: string;
  readonly name: string;
  readonly href: string;
  readonly bars: readonly ResponseBar[];
  readonly days: string;
  readonly rate: string;
  /** Both in one line, for where they have no columns; null: nobody was asked. */
  readonly under: string | null;
};
export type ResponseLayout = {
  readonly rows: readonly ResponseChartRow[];
  readonly most: number;
  /** What holds of those that have no such line; null: all have. */
  readonly notAsked: string | null;
};

const KEYS: Record<ResponseColumn, string> = {
  asked: "requests_asked",
  answered: "requests_answered",
  denied: "responses_denied",
  noComment: "responses_no_comment",
  acted: "responses_acted",
};

function countsOf({ replies, responses }: CountryNumbers): Record<ResponseColumn, number | null> {
  return { asked: replies.asked, answered: replies.asked === 0 ? null : replies.answered, ...groupsOf(responses) };
}

type View = { readonly filter: DashboardFilter; readonly locale: Locale };

const hrefOf = (column: ResponseColumn, country: string, { filter }: View): string =>
  recordsBehind(column, { ...filter, country: onlyValues(country) });

/** Small multiples: a column for each count, a row for each country, one scale for them all. */
export function layoutResponses(counted: readonly CountryNumbers[], view: View): ResponseLayout {
  const figures = drawnOf(counted);
  const { locale } = view;
  const t = getTranslations(locale, "charts");
  const format = getFormatter(locale);
  const all = figures.flatMap((figure) => Object.values(countsOf(figure)).map((count) => count ?? 0));
  return {
    most: rangeAxis(Math.max(0, ...all)).max,
    notAsked: figures.some(({ replies }) => replies.asked === 0) ? t("rateAndDays.notAsked") : null,
    rows: figures.map((figure) => {
      const name = countryName(figure.country, locale);
      const counts = countsOf(figure);
      return {
        country: figure.country,
        name,
        href: `/countries/${figure.country.toLowerCase()}`,
        bars: RESPONSE_CHART_COLUMNS.map((column) => {
          const count = counts[column];
          return {
            column,
            count,
            text: count === null ? t("notAsked") : format.number(count),
            description: t(`responseSays.${column}`, { country: name, count: count ?? 0 }),
            href: hrefOf(column, figure.country, view),
          };
        }),
        days: formatMedianDays(figure, locale),
        rate: formatResponseRate(figure, locale),
        under: describeGroup(figure, locale),
      };
    }),
  };
}

function formatMedianDays({ replies }: CountryNumbers, locale: Locale): string {
  const t = getTranslations(locale, "charts");
  if (replies.medianDays !== null) return t("days", { days: replies.medianDays });
  return t(replies.asked === 0 ? "notAsked" : "notAnswered");
}

function formatResponseRate(figure: CountryNumbers, locale: Locale): string {
  const rate = responseRate(figure);
  if (rate === null) return getTranslations(locale, "charts")("notAsked");
  return getFormatter(locale).number(rate, { style: "percent", maximumFractionDigits: 0 });
}

function describeGroup(figure: CountryNumbers, locale: Locale): string | null {
  const t = getTranslations(locale, "charts");
  const { asked, medianDays } = figure.replies;
  if (asked === 0) return null;
  const rate = formatResponseRate(figure, locale);
  if (medianDays === null) return t("rateAndDays.notAnswered", { rate });
  return t("rateAndDays.answered", { rate, days: formatMedianDays(figure, locale) });
}

/** The headline of the figure as a sentence. */
export function responsesHeadline(figures: readonly CountryNumbers[], locale: Locale): string {
  const t = getTranslations(locale, "charts");
  const sum = (count: (figure: CountryNumbers) => number) => figures.reduce((total, one) => total + count(one), 0);
  const having = (group: ResponseGroup) => figures.filter(({ responses }) => groupsOf(responses)[group] > 0).length;
  const asked = sum(({ replies }) => replies.asked);
  return [
    t("responsesFinding", { denied: having("denied"), noComment: having("noComment"), acted: having("acted") }),
    asked === 0
      ? t("responsesNobodyAsked")
      : t("responsesAsked", { asked, answered: sum(({ replies }) => replies.answered) }),
  ].join(" ");
}

export function responsesTable(figures: readonly CountryNumbers[], view: View): FigureTable {
  const { locale } = view;
  const t = getTranslations(locale, "charts");
  const cell = (figure: CountryNumbers, column: ResponseColumn): Cell => {
    const count = countsOf(figure)[column];
    if (count === null) return { value: null, missing: "not_asked", text: t("notAsked") };
    return count > 0 ? { value: count, href: hrefOf(column, figure.country, view) } : { value: count };
  };
  const orWords = (value: number | null, figure: CountryNumbers, text: string): Cell =>
    value === null
      ? { value: null, missing: figure.replies.asked === 0 ? "not_asked" : "no_figure", text }
      : { value, text };
  return {
    columns: [
      { key: "country", header: t("column.country") },
      ...RESPONSE_CHART_COLUMNS.map((column) => ({
        key: KEYS[column],
        header: t(`column.${column}`),
        numeric: true,
      })),
      { key: "median_days_to_answer", header: t("column.days"), numeric: true },
      { key: "response_rate", header: t("column.rate"), numeric: true },
    ],
    rows: figures.map((figure) => ({
      key: figure.country,
      cells: [
        { value: countryName(figure.country, locale), href: `/countries/${figure.country.toLowerCase()}` },
        ...RESPONSE_CHART_COLUMNS.map((column) => cell(figure, column)),
        orWords(figure.replies.medianDays, figure, formatMedianDays(figure, locale)),
        orWords(responseRate(figure), figure, formatResponseRate(figure, locale)),
      ],
    })),
  };
}

/** Those that were asked or responded most, in the order that they came in; all where nobody was asked or responded. */
function drawnOf(figures: readonly CountryNumbers[]): readonly CountryNumbers[] {
  const spoke = figures.filter(({ replies, responses }) => replies.asked > 0 || responses.length > 0);
  if (spoke.length === 0) return figures.slice(0, COUNTRIES_DRAWN);
  const weight = (figure: CountryNumbers) => figure.replies.asked + countResponsesIn(figure);
  const most = new Set([...spoke].sort((a, b) => weight(b) - weight(a)).slice(0, COUNTRIES_DRAWN));
  return spoke.filter((figure) => most.has(figure));
}
