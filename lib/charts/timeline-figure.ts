import { formatFuzzyDate } from "../dates/fuzzy-date";
import { describeDashboardFilter, describeFacet } from "../filters/describe-filter";
import { isCountry } from "../records/country";
import { groupBy } from "../text/group-by";
import type { Locale } from "../text/locale";
import { getTranslations } from "../text/translations";
import { getFormatter } from "../text/translator";
import {
  type CountedDate,
  type CountedPeriod,
  type CountedSpan,
  countPeriods,
  countWithin,
  edtfOf,
} from "../timeline/timeline-figures";
import type { TimelineView } from "../timeline/timeline-filter";
import { formatLane, formatLaneKind } from "../timeline/timeline-labels";
import { LANES, type Lane } from "../timeline/timeline-lane";
import type { Period } from "../timeline/timeline-scale";
import type { FigureData, FigureRevision } from "./figure";
import { onlyValues, recordsBehind } from "./records-behind";

type Drawn = {
  readonly view: TimelineView;
  /** The days shown; null: nothing is dated. */
  readonly period: Period | null;
  readonly lanes: readonly string[];
  readonly spans: readonly CountedSpan[];
  /** The times that claims speak of, each claim once. */
  readonly spokenDates: readonly CountedDate[];
  /** Records in the period. */
  readonly total: number;
};
type Context = {
  readonly locale: Locale;
  readonly now: Date;
  readonly head: FigureRevision | null;
  readonly seesDrafts: boolean;
};

/** The timeline as words and as a table: what it shows, what was found, how many records begin when. */
export function buildTimelineFigure(drawn: Drawn, { locale, now, head, seesDrafts }: Context): FigureData {
  const { view, period, total } = drawn;
  const t = getTranslations(locale, "timeline");
  const explorer = getTranslations(locale, "explorer");
  const formatPeriod = (own: Period) => formatFuzzyDate({ edtf: edtfOf(own), ...own }, locale);
  const day = (iso: string) => formatPeriod({ from: iso, to: iso });
  const rows = period ? countPeriods(drawn.spans, period) : [];
  const most = rows.reduce<CountedPeriod | null>((best, row) => (best && sum(best) >= sum(row) ? best : row), null);
  const ends = period && { from: day(period.from), to: day(period.to) };
  const found = () => {
    if (!ends) return `${t("emptyTitle")}.`;
    if (total === 0 || !most) return explorer("figureNone", ends);
    const number = getFormatter(locale).number(sum(most));
    return explorer("figureFinding", { count: total, ...ends, most: number, when: formatPeriod(most) });
  };
  return {
    title: !ends ? t("title") : ends.from === ends.to ? ends.from : t("pictureTitle", ends),
    finding: found(),
    definition: explorer("figureDefinition"),
    filter: describeDashboardFilter({ ...view, ...period }, seesDrafts, locale, describeOtherFacets(view, locale)),
    sources: t(seesDrafts && view.records === "all" ? "provenance" : "provenancePublished"),
    credits: t("pictureSummary"),
    asOf: now.toISOString(),
    revision: head,
    table: tableOf(drawn, rows, formatPeriod, locale),
  };
}

const sum = ({ counts }: CountedPeriod) => Object.values(counts).reduce((a, b) => a + b, 0);

function tableOf(
  { view, period, lanes, spans, spokenDates }: Drawn,
  rows: readonly CountedPeriod[],
  formatPeriod: (own: Period) => string,
  locale: Locale,
): FigureData["table"] {
  const translators = {
    timeline: getTranslations(locale, "timeline"),
    explorer: getTranslations(locale, "explorer"),
  };
  const isByKind = view.lanes === "kind";
  const within = (row: Period) => ({
    from: period && row.from < period.from ? period.from : row.from,
    to: period && row.to > period.to ? period.to : row.to,
  });
  const hasSpoken = spokenDates.length > 0;
  const ofLane = groupBy(spans, ({ lane }) => lane);
  const cell = (value: number, row: Period, lane?: string) => {
    const { from, to } = within(row);
    const only = lane === undefined ? {} : laneChoice(lane, view);
    const own = lane === undefined ? spans : (ofLane.get(lane) ?? []);
    // The list has what lasts into the days as well as what begins in them: it is led to where both are the same.
    const isListed = only !== null && value > 0 && countWithin(own, { from, to }) === value;
    return {
      value,
      text: getFormatter(locale).number(value),
      ...(isListed && { href: recordsBehind("dated", view, { ...view, scale: "whole", from, to, ...only }) }),
    };
  };
  return {
    columns: [
      { key: "from", header: translators.explorer("figureColumn.stretch") },
      ...lanes.map((lane) => ({ key: lane, header: formatLane(lane, translators, locale), numeric: true })),
      ...(isByKind ? [{ key: "total", header: translators.explorer("figureColumn.total"), numeric: true }] : []),
      ...(hasSpoken ? [{ key: "spoken", header: translators.explorer("figureColumn.spoken"), numeric: true }] : []),
    ],
    rows: rows.map((row) => ({
      key: row.from,
      cells: [
        { value: row.from, text: formatPeriod(row) },
        ...lanes.map((lane) => cell(row.counts[lane] ?? 0, row, lane)),
        ...(isByKind ? [cell(sum(row), row)] : []),
        ...(hasSpoken ? [spokenCell(view, spokenDates, within(row), locale)] : []),
      ],
    })),
  };
}

/** How many claims speak of a stretch of time, whenever they were said. */
function spokenCell(view: TimelineView, dates: readonly CountedDate[], { from, to }: Period, locale: Locale) {
  const value = countWithin(dates, { from, to });
  // Of a view that is narrowed to a time already, no list has what speaks of both.
  const isListed = value > 0 && !view.periodFrom && !view.periodTo;
  return {
    value,
    text: getFormatter(locale).number(value),
    ...(isListed && { href: recordsBehind("speaking", view, { ...view, periodFrom: from, periodTo: to }) }),
  };
}

/**
 * What narrows a view to a lane; null: no list has it. Countries without a lane of their own can't be chosen, nor can what
 * is about a country of the view and about another too.
 */
function laneChoice(lane: string, { country: { any, without } }: TimelineView): Partial<TimelineView> | null {
  if ((LANES as readonly string[]).includes(lane)) return { lane: onlyValues(lane as Lane) };
  const isChosen = isCountry(lane) && (any.length === 0 || any.includes(lane));
  return isChosen ? { country: { any: [lane], without } } : null;
}

/** What the view is narrowed by beside the filter of all figures. */
function describeOtherFacets(
  { q, lane, kind, periodFrom, periodTo }: TimelineView,
  locale: Locale,
): (string | null)[] {
  const t = getTranslations(locale, "timeline");
  const translators = {
    event: getTranslations(locale, "event"),
    status: getTranslations(locale, "status"),
    claim: getTranslations(locale, "claim"),
    response: getTranslations(locale, "response"),
    evidence: getTranslations(locale, "evidence"),
  };
  const kindOf = (value: string) => {
    const [of = "events", own = ""] = value.split(".") as [Lane, string];
    return t("kindIn", { lane: t(`laneOne.${of}`), kind: formatLaneKind(of, own, translators) });
  };
  const dayChoice = (iso: string | undefined) => ({ any: iso ? [iso] : [], without: [] });
  const formatDay = (iso: string) => formatFuzzyDate({ edtf: iso, from: iso, to: iso }, locale);
  return [
    describeFacet(t("filterText"), { any: q ? [q] : [], without: [] }, (text) => `“${text}”`, locale),
    describeFacet(t("filterLane"), lane, (value) => t(`lane.${value}`), locale),
    describeFacet(t("filterKind"), kind, kindOf, locale),
    describeFacet(t("filterPeriodFrom"), dayChoice(periodFrom), formatDay, locale),
    describeFacet(t("filterPeriodTo"), dayChoice(periodTo), formatDay, locale),
  ];
}
