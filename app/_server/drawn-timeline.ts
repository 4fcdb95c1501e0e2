import "server-only";
import { shownPeriod, spansOfCountries } from "@/components/timeline/timeline-entries";
import { readCountrySpans, readSpans } from "@/db/access/timeline/timeline-spans";
import type { FigureData } from "@/lib/charts/figure";
import { buildTimelineFigure } from "@/lib/charts/timeline-figure";
import { makeOnce } from "@/lib/text/make-once";
import { periodOf } from "@/lib/timeline/timeline";
import { countWithin } from "@/lib/timeline/timeline-figures";
import type { TimelineView } from "@/lib/timeline/timeline-filter";
import { LANES } from "@/lib/timeline/timeline-lane";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

/** What of a view narrows its records, whatever time is shown. */
export const timelineFilterOf = ({ q, lane, country, kind, records, box, periodFrom, periodTo }: TimelineView) => ({
  q,
  lane,
  country,
  kind,
  records,
  box,
  periodFrom,
  periodTo,
});

async function readLanes(actor: Actor, view: TimelineView) {
  if (view.lanes === "country") {
    const answer = await readCountrySpans(actor, timelineFilterOf(view));
    const { spans, dates, spoken, spokenDates, head } = answer;
    const byCountry = makeOnce(answer, "by country", () => spansOfCountries(spans, spoken));
    return { ...byCountry, dates, spokenDates, head };
  }
  const { any, without } = view.lane;
  const lanes = LANES.filter((one) => (any.length === 0 || any.includes(one)) && !without.includes(one));
  const { spans, spoken, head } = await readSpans(actor, timelineFilterOf(view));
  return { lanes: [...lanes], spans, dates: spans, spoken, spokenDates: spoken, head };
}

/** What the timeline draws, of how much time, and how many records that is: all of one state of the dossier. */
export async function readDrawnTimeline(actor: Actor, view: TimelineView) {
  const { lanes, spans, dates, spoken, spokenDates, head } = await readLanes(actor, view);
  const whole = periodOf([...spans, ...spoken].map((span, id) => ({ ...span, id: String(id) })));
  const period = shownPeriod(spans, view, whole);
  return { lanes, spans, spoken, spokenDates, head, whole, period, total: countWithin(dates, period) };
}

type Drawn = Awaited<ReturnType<typeof readDrawnTimeline>>;

/** The same in words and figures. */
export const timelineFigureOf = (actor: Actor, view: TimelineView, { head, ...drawn }: Drawn) =>
  buildTimelineFigure(
    { ...drawn, view },
    { locale: actor.locale, now: new Date(), head, seesDrafts: may(actor, "read drafts") },
  );

/** The timeline's words and figures alone, for its files. */
export async function readTimelineFigure(actor: Actor, view: TimelineView): Promise<FigureData> {
  return timelineFigureOf(actor, view, await readDrawnTimeline(actor, view));
}
