import { type CountryNumbers, countResponsesIn } from "../figures/country-figure";
import type { Chart } from "../filters/charts-filter";
import type { DashboardFilter } from "../filters/dashboard-filter";
import { describeDashboardFilter } from "../filters/describe-filter";
import type { Locale } from "../text/locale";
import { getTranslations } from "../text/translations";
import { claimedHeadline, claimedTable, layoutClaimed } from "./claimed";
import { type EvidenceNumbers, layoutMonths, monthsHeadline } from "./evidence-months";
import { monthsTable } from "./evidence-months-table";
import type { FigureData, FigureRevision, FigureTable } from "./figure";
import { layoutResponses, responsesHeadline, responsesTable } from "./responses";
import { layoutStatus, type StatusNumbers, statusHeadline, statusTable } from "./status-layout";

/** For whom, of what and when a figure was counted. */
export type ChartContext = {
  readonly filter: DashboardFilter;
  /** Whether the reader may read drafts. */
  readonly seesDrafts: boolean;
  readonly locale: Locale;
  /** ISO instant of the counting. */
  readonly asOf: string;
  readonly revision: FigureRevision | null;
};

/** Countries that a figure draws at most; the table has all. */
export const COUNTRIES_DRAWN = 20;

export const seesPublished = ({ filter, seesDrafts }: Pick<ChartContext, "filter" | "seesDrafts">) =>
  !seesDrafts || filter.records === "published";

function dataOf(chart: Chart, finding: string, table: FigureTable, occasion: ChartContext): FigureData {
  const t = getTranslations(occasion.locale, "charts");
  return {
    title: t(`picture.${chart}`),
    finding,
    definition: t(`definition.${chart}`),
    filter: describeDashboardFilter(occasion.filter, occasion.seesDrafts, occasion.locale),
    sources: t(`sources.${seesPublished(occasion) ? "published" : "desk"}`),
    credits: t("credits"),
    asOf: occasion.asOf,
    revision: occasion.revision,
    table,
  };
}

/** @param figures in the order of the view */
export function buildClaimedFigure(figures: readonly CountryNumbers[], occasion: ChartContext) {
  const { filter, locale } = occasion;
  const isTold = ({ claimed, statuses, coverage }: CountryNumbers) =>
    claimed.marks.length > 0 || statuses.length > 0 || coverage !== "not_examined";
  const filled = figures.filter(isTold);
  const drawn = (filled.length > 0 ? filled : figures).slice(0, COUNTRIES_DRAWN);
  return {
    chart: "claimed" as const,
    data: dataOf("claimed", claimedHeadline(figures, locale), claimedTable(figures, filter, locale), occasion),
    layout: layoutClaimed(figures, drawn, filter, locale),
  };
}

export function buildResponsesFigure(figures: readonly CountryNumbers[], occasion: ChartContext) {
  const { locale } = occasion;
  const spoke = figures.filter(({ replies, responses }) => replies.asked > 0 || responses.length > 0);
  const drawn = spoke.length > 0 ? mostUsedLanguages(spoke) : figures.slice(0, COUNTRIES_DRAWN);
  return {
    chart: "responses" as const,
    data: dataOf("responses", responsesHeadline(figures, locale), responsesTable(figures, occasion), occasion),
    layout: layoutResponses(drawn, occasion),
  };
}

/** Those that were asked or responded most, in the order that they came in. */
function mostUsedLanguages(figures: readonly CountryNumbers[]): CountryNumbers[] {
  const weight = (figure: CountryNumbers) => figure.replies.asked + countResponsesIn(figure);
  const most = new Set([...figures].sort((a, b) => weight(b) - weight(a)).slice(0, COUNTRIES_DRAWN));
  return figures.filter((figure) => most.has(figure));
}

/** Months that a figure of the page of charts draws at most. */
const MONTHS_DRAWN = 72;

export function buildMonthsFigure(figure: EvidenceNumbers, occasion: ChartContext) {
  const { filter, locale } = occasion;
  const chart = figure.divided?.by === "language" ? ("evidence-languages" as const) : ("evidence-kinds" as const);
  const table = monthsTable(figure, filter, locale);
  return {
    chart,
    data: dataOf(chart, monthsHeadline(figure, MONTHS_DRAWN, locale), table, occasion),
    layout: layoutMonths(figure, MONTHS_DRAWN, filter, locale),
  };
}

export function buildStatusFigure(figure: StatusNumbers, occasion: ChartContext) {
  const { filter, locale, asOf } = occasion;
  return {
    chart: "status" as const,
    data: dataOf("status", statusHeadline(figure, locale), statusTable(figure, filter, locale), occasion),
    layout: layoutStatus(figure, filter, asOf.slice(0, 10), locale),
  };
}

export type ClaimedFigure = ReturnType<typeof buildClaimedFigure>;
export type ResponsesFigure = ReturnType<typeof buildResponsesFigure>;
export type MonthsFigure = ReturnType<typeof buildMonthsFigure>;
export type StatusChartFigure = ReturnType<typeof buildStatusFigure>;
export type ChartFigure = ClaimedFigure | ResponsesFigure | MonthsFigure | StatusChartFigure;
