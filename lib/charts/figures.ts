import { dayIn } from "../dates/time-zone";
import type { CountryNumbers } from "../figures/country-figure";
import { makeOnce } from "../text/make-once";
import {
  type AnswerCounts,
  type AnswersLayout,
  dividedGovernments,
  governmentsHeadline,
  kindsHeadline,
  layoutGovernments,
  layoutKinds,
  wholeGovernments,
} from "./answers";
import { dividedGovernmentsTable, governmentsTable, kindsTable } from "./answers-table";
import { type ClaimedLayout, claimedHeadline, layoutClaimed } from "./claimed";
import { claimedTable } from "./claimed-table";
import { type EvidenceNumbers, layoutMonths, type MonthsLayout, monthsHeadline } from "./evidence-months";
import { monthsTable } from "./evidence-months-table";
import { type FigureData, firstRows } from "./figure";
import { answersFrame, chartFrame, summaryFrame } from "./figure-frame";
import type { FigureContext, FigureFrame, FigureModel } from "./figure-model";
import { layoutResponses, type ResponseLayout, responsesHeadline, responsesTable } from "./responses";
import { statusHeadline } from "./status-headline";
import { layoutStatus, type StatusLayout, type StatusNumbers } from "./status-layout";
import { statusTable } from "./status-table";
import { TABLE_ROWS } from "./table-view";
import { layoutWeeks, type WeeksLayout, type WeeksNumbers, weeksHeadline, weeksTable } from "./weeks";

/** The figures of the page of charts in their order; each is a route of `/api/v1/figures` too. */
export const CHARTS = ["claimed", "responses", "evidence-kinds", "evidence-languages", "status"] as const;
export type Chart = (typeof CHARTS)[number];

/** The figures of the summary in their order; each is a route of `/api/v1/figures/summary` too. */
export const SUMMARY_FIGURES = ["answers", "months", "steps", "weeks"] as const;
export type SummaryFigureName = (typeof SUMMARY_FIGURES)[number];

/** The figures of official responses on the first page; each is a route of `/api/v1/figures/overview` too. */
export const ANSWER_FIGURES = ["kinds", "governments"] as const;
type AnswerFigureName = (typeof ANSWER_FIGURES)[number];

/** Every figure that is counted from a view and drawn from a layout, by its name on its page and in addresses. */
export type FigureName = Chart | SummaryFigureName | AnswerFigureName;

const MODELS = {
  claimed: {
    frame: chartFrame("claimed"),
    layout: (countries, { filter, locale }) => layoutClaimed(countries, filter, locale),
    headline: (countries, { locale }) => claimedHeadline(countries, locale),
    table: (countries, { filter, locale }) => claimedTable(countries, filter, locale),
  } satisfies FigureModel<readonly CountryNumbers[], ClaimedLayout>,
  responses: {
    frame: chartFrame("responses"),
    layout: layoutResponses,
    headline: (countries, { locale }) => responsesHeadline(countries, locale),
    table: responsesTable,
  } satisfies FigureModel<readonly CountryNumbers[], ResponseLayout>,
  "evidence-kinds": monthsModel(72, chartFrame("evidence-kinds")),
  "evidence-languages": monthsModel(72, chartFrame("evidence-languages")),
  status: {
    frame: chartFrame("status"),
    layout: (stations, { filter, asOf, timeZone, locale }) =>
      layoutStatus(stations, filter, dayIn(asOf, timeZone), locale),
    headline: (stations, { locale }) => statusHeadline(stations, locale),
    table: (stations, { filter, locale, rows }) => statusTable(stations, filter, locale, rows),
  } satisfies FigureModel<StatusNumbers, StatusLayout>,
  answers: {
    frame: summaryFrame("governmentsTitle", "defined.responses"),
    layout: (countries, { filter, locale }) => layoutGovernments(dividedGovernments(countries), filter, locale),
    headline: (countries, { locale }) => governmentsHeadline(dividedGovernments(countries), locale),
    table: (countries, { filter, locale }) => dividedGovernmentsTable(dividedGovernments(countries), filter, locale),
  } satisfies FigureModel<Parameters<typeof dividedGovernments>[0], AnswersLayout>,
  months: monthsModel(36, summaryFrame("monthsTitle", "defined.evidence")),
  steps: {
    frame: summaryFrame("stepsTitle", "defined.documented"),
    layout: (stations, { filter, asOf, timeZone, locale }) =>
      layoutStatus(together(stations), filter, dayIn(asOf, timeZone), locale),
    headline: (stations, { locale }) => statusHeadline(stations, locale),
    table: (stations, { filter, locale, rows }) => statusTable(together(stations), filter, locale, rows),
  } satisfies FigureModel<StatusNumbers, StatusLayout>,
  weeks: {
    frame: summaryFrame("weeksTitle", "weeksDefined"),
    layout: (desk, { locale }) => layoutWeeks(desk, locale),
    headline: (desk, { locale }) => weeksHeadline(desk, locale),
    table: (desk, { locale }) => weeksTable(desk, locale),
  } satisfies FigureModel<WeeksNumbers, WeeksLayout>,
  kinds: {
    frame: answersFrame("kinds"),
    layout: (responses, { locale }) => layoutKinds(responses, locale),
    headline: (responses, { locale }) => kindsHeadline(responses, locale),
    table: (responses, { locale }) => kindsTable(responses, locale),
  } satisfies FigureModel<AnswerCounts, AnswersLayout>,
  governments: {
    frame: answersFrame("governments"),
    layout: (responses, { filter, locale }) => layoutGovernments(wholeGovernments(responses), filter, locale),
    headline: (responses, { locale }) => governmentsHeadline(wholeGovernments(responses), locale),
    table: (responses, { filter, locale }) => governmentsTable(wholeGovernments(responses), filter, locale),
  } satisfies FigureModel<AnswerCounts, AnswersLayout>,
} as const satisfies Record<FigureName, FigureModel<never, unknown>>;

/** @param most months that are drawn, the latest; the table has all */
function monthsModel(
  most: number,
  frame: (context: FigureContext) => FigureFrame,
): FigureModel<EvidenceNumbers, MonthsLayout> {
  return {
    frame,
    layout: (evidence, { filter, locale }) => layoutMonths(evidence, most, filter, locale),
    headline: (evidence, { locale }) => monthsHeadline(evidence, most, locale),
    table: (evidence, { filter, locale }) => monthsTable(evidence, filter, locale),
  };
}

/** All stations in one stack, no country apart. */
function together({ steps, undated }: StatusNumbers): StatusNumbers {
  return { steps, undated };
}

/** What is read for a figure, and what is drawn of it. */
export type FigureInput<N extends FigureName> = Parameters<(typeof MODELS)[N]["layout"]>[0];
export type FigureLayout<N extends FigureName> = ReturnType<(typeof MODELS)[N]["layout"]>;

const FIGURES: { readonly [N in FigureName]: FigureModel<FigureInput<N>, FigureLayout<N>> } = MODELS;

/** A figure as it is shown: its layout is drawn, its data stand around the drawing and in its files. */
export type BuiltFigure<N extends FigureName> = {
  readonly name: N;
  readonly data: FigureData;
  readonly layout: FigureLayout<N>;
};
/** One of some figures. */
export type AnyFigure<N extends FigureName = FigureName> = { readonly [Name in N]: BuiltFigure<Name> }[N];

/** A figure with its drawing, its words and its table, from what was read for it: made once for as long as that stays. */
export function buildFigure<N extends FigureName>(
  name: N,
  input: FigureInput<N>,
  context: FigureContext,
): BuiltFigure<N> {
  const { layout } = FIGURES[name];
  return {
    name,
    data: figureDataOf(name, input, context),
    layout: makeOnce(input, `${name} drawn ${viewKey(context)}`, () => layout(input, context)),
  };
}

/** The same without its drawing: for files, and for a page of its table. */
export function figureDataOf<N extends FigureName>(
  name: N,
  input: FigureInput<N>,
  context: FigureContext,
): FigureData {
  const { frame, headline, table } = FIGURES[name];
  const { asOf, revision, rows = Number.POSITIVE_INFINITY } = context;
  const firstOf = () => firstRows(table(input, context), rows);
  return {
    ...frame(context),
    finding: headline(input, context),
    // A whole table is many times as large as what it is made of.
    table: rows > TABLE_ROWS ? firstOf() : makeOnce(input, `${name} ${rows} rows ${viewKey(context)}`, firstOf),
    asOf,
    revision,
  };
}

/** All of a context that a drawing or a table depends on. */
const viewKey = ({ filter, seesDrafts, locale, asOf, timeZone }: FigureContext): string =>
  JSON.stringify([filter, seesDrafts, locale, dayIn(asOf, timeZone), timeZone]);
