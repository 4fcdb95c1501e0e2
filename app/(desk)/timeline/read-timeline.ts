import "server-only";
import {
  entriesOfItems,
  entriesOfSpans,
  shownPeriod,
  spansOfCountries,
} from "@/components/timeline/timeline-entries";
import { WIDTH } from "@/components/timeline/timeline-entry";
import { listAnnotations } from "@/db/access/annotations";
import { readHead } from "@/db/access/head";
import { listCountrySpans, listSpans, listTimeline, listUndated } from "@/db/access/timeline";
import type { Actor } from "@/lib/actor";
import { layoutTimeline, periodOf } from "@/lib/timeline";
import type { TimelineView } from "@/lib/timeline-filter";
import { LANES } from "@/lib/timeline-lane";

const ON_A_PAGE = 50;
const IN_A_DAY = 150;

async function readSpans(actor: Actor, view: TimelineView, filter: Parameters<typeof listSpans>[1]) {
  if (view.lanes === "country") return spansOfCountries(await listCountrySpans(actor, filter));
  const { any, without } = view.lane;
  const lanes = LANES.filter((one) => (any.length === 0 || any.includes(one)) && !without.includes(one));
  return { lanes: [...lanes], spans: await listSpans(actor, filter) };
}

/** Everything that the page of a view shows: the spans drawn, the page of the list, what nobody can date, annotations. */
export async function readTimeline(actor: Actor, view: TimelineView) {
  const { q, lane, country, kind, records, box, after } = view;
  const filter = { q, lane, country, kind, records, box };
  const [{ lanes, spans }, undated, head] = await Promise.all([
    readSpans(actor, view, filter),
    listUndated(actor, filter),
    readHead(actor),
  ]);
  const whole = periodOf(spans.map((span, id) => ({ ...span, id: String(id) })));
  const period = shownPeriod(spans, view, whole);
  const isDay = view.scale === "day";
  const [page, annotations] = await Promise.all([
    listTimeline(actor, { ...filter, ...period }, { after, limit: isDay ? IN_A_DAY : ON_A_PAGE }),
    listAnnotations(actor, { country }),
  ]);
  const entries = isDay && view.lanes === "kind" ? entriesOfItems(page.items) : entriesOfSpans(spans, view);
  return {
    // A window without a first day opens where most records are: its links go on from there.
    view: period && view.scale !== "whole" ? { ...view, from: period.from } : view,
    whole,
    period,
    spans,
    lanes,
    timeline: period && layoutTimeline(entries, { period, width: WIDTH, lanes, leastWidth: 16 }),
    page,
    undated,
    annotations,
    head,
  };
}
