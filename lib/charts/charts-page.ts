import { type CountryFigure, responsesOf } from "../figures/country-figure";
import type { Chart } from "../filters/charts-filter";
import { sayScope } from "../filters/say-scope";
import type { Scope } from "../filters/scope-filter";
import type { Locale } from "../text/locale";
import { wordsFor } from "../text/words";
import { findClaimed, layoutClaimed, tableClaimed } from "./claimed";
import { type Division, type EvidenceFigure, findMonths, layoutMonths, tableMonths } from "./evidence-months";
import type { PictureData, PictureRevision, PictureTable } from "./figure";
import { findResponses, layoutResponses, tableResponses } from "./responses";
import { findStatus, layoutStatus, type StatusFigure, tableStatus } from "./status-steps-layout";

/** For whom, of what and when a picture was counted. */
export type Occasion = {
  readonly scope: Scope;
  /** Whether the reader may read drafts. */
  readonly seesDrafts: boolean;
  readonly locale: Locale;
  /** ISO instant of the counting. */
  readonly asOf: string;
  readonly revision: PictureRevision | null;
};

/** Countries that a picture draws at most; the table has all. */
export const COUNTRIES_DRAWN = 20;

export const seesPublished = ({ scope, seesDrafts }: Pick<Occasion, "scope" | "seesDrafts">) =>
  !seesDrafts || scope.records === "published";

function dataOf(chart: Chart, finding: string, table: PictureTable, occasion: Occasion): PictureData {
  const t = wordsFor(occasion.locale, "charts");
  return {
    title: t(`picture.${chart}`),
    finding,
    definition: t(`definition.${chart}`),
    filter: sayScope(occasion.scope, occasion.seesDrafts, occasion.locale),
    sources: t(`sources.${seesPublished(occasion) ? "published" : "desk"}`),
    credits: t("credits"),
    asOf: occasion.asOf,
    revision: occasion.revision,
    table,
  };
}

/** @param figures in the order of the view */
export function claimedPicture(figures: readonly CountryFigure[], occasion: Occasion) {
  const { scope, locale } = occasion;
  const isTold = ({ claimed, statuses, coverage }: CountryFigure) =>
    claimed.marks.length > 0 || statuses.length > 0 || coverage !== "not_examined";
  const told = figures.filter(isTold);
  const drawn = (told.length > 0 ? told : figures).slice(0, COUNTRIES_DRAWN);
  return {
    chart: "claimed" as const,
    data: dataOf("claimed", findClaimed(figures, locale), tableClaimed(figures, scope, locale), occasion),
    layout: layoutClaimed(figures, drawn, scope, locale),
  };
}

export function responsesPicture(figures: readonly CountryFigure[], occasion: Occasion) {
  const { locale } = occasion;
  const spoke = figures.filter(({ replies, responses }) => replies.asked > 0 || responses.length > 0);
  const drawn = spoke.length > 0 ? mostSpoken(spoke) : figures.slice(0, COUNTRIES_DRAWN);
  return {
    chart: "responses" as const,
    data: dataOf("responses", findResponses(figures, locale), tableResponses(figures, occasion), occasion),
    layout: layoutResponses(drawn, occasion),
  };
}

/** Those that were asked or responded most, in the order that they came in. */
function mostSpoken(figures: readonly CountryFigure[]): CountryFigure[] {
  const weight = (figure: CountryFigure) => figure.replies.asked + responsesOf(figure);
  const most = new Set([...figures].sort((a, b) => weight(b) - weight(a)).slice(0, COUNTRIES_DRAWN));
  return figures.filter((figure) => most.has(figure));
}

export function monthsPicture(division: Division, figure: EvidenceFigure, occasion: Occasion) {
  const { scope, locale } = occasion;
  const chart = division === "kind" ? ("evidence-kinds" as const) : ("evidence-languages" as const);
  const table = tableMonths(figure, division, scope, locale);
  return {
    chart,
    data: dataOf(chart, findMonths(figure, division, locale), table, occasion),
    layout: layoutMonths(figure, division, scope, locale),
  };
}

export function statusPicture(figure: StatusFigure, occasion: Occasion) {
  const { scope, locale, asOf } = occasion;
  return {
    chart: "status" as const,
    data: dataOf("status", findStatus(figure, locale), tableStatus(figure, scope, locale), occasion),
    layout: layoutStatus(figure, scope, asOf.slice(0, 10), locale),
  };
}

export type ClaimedPicture = ReturnType<typeof claimedPicture>;
export type ResponsesPicture = ReturnType<typeof responsesPicture>;
export type MonthsPicture = ReturnType<typeof monthsPicture>;
export type StatusPicture = ReturnType<typeof statusPicture>;
export type ChartPicture = ClaimedPicture | ResponsesPicture | MonthsPicture | StatusPicture;
