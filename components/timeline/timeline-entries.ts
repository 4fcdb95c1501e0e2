import type { TimelineItem } from "@/db/access/timeline/timeline";
import type { CountrySpan, SpokenCountrySpan, SpokenSpan, TimelineSpan } from "@/db/access/timeline/timeline-spans";
import { recordsBehind } from "@/lib/charts/records-behind";
import type { FuzzyDate } from "@/lib/dates/fuzzy-date";
import { recordPath } from "@/lib/records/record-path";
import { boundMarks } from "@/lib/timeline/bounded-marks";
import { countryLanes, lanesOf } from "@/lib/timeline/timeline-countries";
import { type TimelineView, timelineFilter } from "@/lib/timeline/timeline-filter";
import { RECORD_OF_LANE } from "@/lib/timeline/timeline-lane";
import type { Period } from "@/lib/timeline/timeline-scale";
import { clusterSpans, windowAt, zoomToDate } from "@/lib/timeline/timeline-window";
import type { DrawnEntry } from "./timeline-entry";

/** Records that bear one date in a lane, be it of a kind or of a country. */
type LaneSpan = Omit<TimelineSpan, "lane" | "first"> & {
  readonly lane: string;
  readonly first: TimelineSpan["first"] | null;
};
/** Claims that speak of one time, in a lane. */
type SpokenLaneSpan = Omit<SpokenSpan, "lane"> & { readonly lane: string };

/** Spans of countries in the lanes that there is room for. */
export function spansOfCountries(
  spans: readonly CountrySpan[],
  spoken: readonly SpokenCountrySpan[],
): { lanes: string[]; spans: LaneSpan[]; spoken: SpokenLaneSpan[] } {
  const counts = new Map<string, number>();
  for (const { country, count } of spans) counts.set(country, (counts.get(country) ?? 0) + count);
  const lanes = countryLanes(counts);
  const inLanes = <S extends { readonly country: string }>({ country, ...span }: S) =>
    lanesOf(country === "" ? [] : [country], lanes).map((lane) => ({ ...span, lane }));
  return { lanes, spans: spans.flatMap(inLanes), spoken: spoken.flatMap(inLanes) };
}

/** The marks of a figure of spans: several records that fall together lead to a closer look. */
export function entriesOfSpans(spans: readonly LaneSpan[], view: TimelineView): DrawnEntry[] {
  const marks = boundMarks(clusterSpans(spans, view.scale), (first, date, count) => ({
    ...first,
    ...{ id: `${first.id} and more`, date, count, span: null },
  }));
  return marks.map(({ id, date, count, span, lane }) => {
    const one = span && count === 1 ? span.first : null;
    const zoom = zoomToDate(date);
    const isCloser = zoom !== null && zoom.scale !== view.scale;
    const closer = isCloser ? timelineFilter.href("/timeline", view, { ...zoom, to: undefined }) : "#list";
    return {
      id,
      lane,
      tone: one?.lane ?? (view.lanes === "kind" ? (lane as TimelineSpan["lane"]) : null),
      date,
      spoken: null,
      count,
      title: one?.title ?? null,
      kind: one?.kind ?? null,
      href: (one && recordPath({ ...one, kind: RECORD_OF_LANE[one.lane] })) ?? closer,
    };
  });
}

/** The times that claims speak of, beside the marks of when they were said. Several of one time lead to their list. */
export function entriesOfSpoken(spans: readonly SpokenLaneSpan[], view: TimelineView): DrawnEntry[] {
  const marks = boundMarks(spans, (first, date, count) => ({ ...first, date, count }));
  return marks.map(({ lane, date, count, first }) => ({
    id: `${lane} of ${date.edtf}`,
    lane,
    tone: first.lane,
    date,
    spoken: { asserted: first.asserted },
    count,
    title: count === 1 ? first.title : null,
    kind: count === 1 ? first.kind : null,
    href: (count === 1 && recordPath({ ...first, kind: RECORD_OF_LANE[first.lane] })) || spokenHref(view, date),
  }));
}

const spokenHref = (view: TimelineView, { from, to }: FuzzyDate) =>
  recordsBehind("speaking", view, { ...view, periodFrom: from ?? undefined, periodTo: to ?? undefined });

/** The marks of a day: each record for itself. */
export function entriesOfItems(items: readonly TimelineItem[]): DrawnEntry[] {
  return items.flatMap((item) => {
    const { id, lane, date, title, kind } = item;
    if (!date) return [];
    return {
      id: `${lane} ${id}`,
      lane,
      tone: lane,
      date,
      spoken: null,
      count: 1,
      title,
      kind,
      href: recordPath({ ...item, kind: RECORD_OF_LANE[lane] }) ?? "#list",
    };
  });
}

/**
 * The time that the view shows. Without a first day a window opens on the day with most records; the whole is as long as
 * its records, or as its two ends say. Null: there is nothing dated.
 */
export function shownPeriod(spans: readonly LaneSpan[], view: TimelineView, whole: Period | null): Period | null {
  if (view.scale !== "whole") {
    const day = view.from ?? busiestDay(spans);
    return day ? windowAt(view.scale, day) : null;
  }
  const from = view.from ?? whole?.from;
  const to = view.to ?? whole?.to;
  return from && to && from <= to ? { from, to } : null;
}

function busiestDay(spans: readonly LaneSpan[]): string | null {
  const counts = new Map<string, number>();
  for (const { date, count } of spans) {
    if (date.from && date.from.slice(0, 7) === date.to?.slice(0, 7)) {
      counts.set(date.from, (counts.get(date.from) ?? 0) + count);
    }
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? spans.find(({ date }) => date.from)?.date.from ?? null;
}
