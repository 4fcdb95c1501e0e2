import "server-only";
import { readDrawnTimeline, timelineFigureOf, timelineFilterOf } from "@/app/_server/drawn-timeline";
import { entriesOfItems, entriesOfSpans, entriesOfSpoken } from "@/components/timeline/timeline-entries";
import { WIDTH } from "@/components/timeline/timeline-entry";
import { listAnnotations } from "@/db/access/timeline/annotations";
import { listTimeline, listUndated } from "@/db/access/timeline/timeline";
import { TABLE_ROWS } from "@/lib/charts/table-view";
import { makeOnce } from "@/lib/text/make-once";
import { layoutTimeline } from "@/lib/timeline/timeline";
import { countWithin } from "@/lib/timeline/timeline-figures";
import { type TimelineView, timelineFilter } from "@/lib/timeline/timeline-filter";
import type { Actor } from "@/lib/workflow/actor";

const ON_A_PAGE = 50;
const IN_A_DAY = 150;

/** Everything that the page of a view shows: the spans drawn, the page of the list, what nobody can date, annotations. */
export async function readTimeline(actor: Actor, timelineView: TimelineView) {
  const filter = timelineFilterOf(timelineView);
  const [drawn, undated] = await Promise.all([readDrawnTimeline(actor, timelineView), listUndated(actor, filter)]);
  const { spans, spoken, spokenDates, lanes, whole, period } = drawn;
  const shown = timelineFilter.toQuery({ ...timelineView, after: undefined });
  const isDay = timelineView.scale === "day";
  const [page, annotations] = await Promise.all([
    listTimeline(actor, { ...filter, ...period }, { after: timelineView.after, limit: isDay ? IN_A_DAY : ON_A_PAGE }),
    listAnnotations(actor, { country: timelineView.country }),
  ]);
  // A window without a first day opens where most records are: its links go on from there.
  const view = period && timelineView.scale !== "whole" ? { ...timelineView, from: period.from } : timelineView;
  const isItems = isDay && timelineView.lanes === "kind";
  const layoutOf = (entries: ReturnType<typeof entriesOfItems>) =>
    period &&
    layoutTimeline([...entries, ...entriesOfSpoken(spoken, timelineView)], {
      period,
      width: WIDTH,
      lanes,
      leastWidth: 16,
    });
  const layoutOfSpans = () => layoutOf(entriesOfSpans(spans, timelineView));
  return {
    view,
    whole,
    period,
    lanes,
    timeline: isItems ? layoutOf(entriesOfItems(page.items)) : makeOnce(spans, `laid out ${shown}`, layoutOfSpans),
    figure: timelineFigureOf(actor, view, drawn, TABLE_ROWS),
    speaking: countWithin(spokenDates, period),
    page,
    undated,
    annotations,
  };
}
