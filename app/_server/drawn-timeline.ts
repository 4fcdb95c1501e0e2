import "server-only";
import { shownPeriod, spansOfCountries } from "@/components/timeline/timeline-entries";
import { readCountrySpans, readSpans } from "@/db/access/timeline/timeline-spans";
import type { FigureData } from "@/lib/charts/figure";
import { buildTimelineFigure } from "@/lib/charts/timeline-figure";
import { makeOnce } from "@/lib/text/make-once";
import { periodOf } from "@/lib/timeline/timeline";
import { countWithin } from "@/lib/timeline/timeline-figures";
import { type TimelineView, timelineFilter } from "@/lib/timeline/timeline-filter";
import { LANES } from "@/lib/timeline/timeline-lane";
import type { Actor } from "@/lib/workflow/actor";
import { figureOfKept } from "./kept-figure";
import { figureContext } from "./overview";

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

/** All of a view but the place in its list. */
const queryOf = (view: TimelineView) => timelineFilter.toQuery({ ...view, after: undefined });

/** What is kept of a view, and the lanes that are drawn of it. */
async function readLanes(actor: Actor, view: TimelineView) {
  if (view.lanes === "country") {
    const answer = await readCountrySpans(actor, timelineFilterOf(view));
    const byCountry = makeOnce(answer, "by country", () => spansOfCountries(answer.spans, answer.spoken));
    return { answer, ...byCountry, dates: answer.dates, spokenDates: answer.spokenDates };
  }
  const { any, without } = view.lane;
  const lanes = LANES.filter((one) => (any.length === 0 || any.includes(one)) && !without.includes(one));
  const answer = await readSpans(actor, timelineFilterOf(view));
  const { spans, spoken } = answer;
  return { answer, lanes: [...lanes], spans, dates: spans, spoken, spokenDates: spoken };
}

/** What the timeline draws, of how much time, and how many records that is: all of one state of the dossier, and kept as long. */
export async function readDrawnTimeline(actor: Actor, view: TimelineView) {
  const { answer, ...of } = await readLanes(actor, view);
  return makeOnce(answer, `drawn ${queryOf(view)}`, () => {
    const { lanes, spans, dates, spoken, spokenDates } = of;
    const whole = periodOf([...spans, ...spoken].map((span, id) => ({ ...span, id: String(id) })));
    const period = shownPeriod(spans, view, whole);
    const total = countWithin(dates, period);
    return { lanes, spans, spoken, spokenDates, head: answer.head, whole, period, total };
  });
}

type Drawn = Awaited<ReturnType<typeof readDrawnTimeline>>;

/** The same in words and figures. @param rows of its table, the first; all when absent */
export function timelineFigureOf(actor: Actor, view: TimelineView, drawn: Drawn, rows?: number): FigureData {
  return figureOfKept(drawn, actor, queryOf(view), rows, (now) =>
    buildTimelineFigure({ ...drawn, view }, { ...figureContext(actor, drawn.head, now), locale: actor.locale }),
  );
}

/** The timeline's words and figures alone, for its files. */
export async function readTimelineFigure(actor: Actor, view: TimelineView, rows?: number): Promise<FigureData> {
  return timelineFigureOf(actor, view, await readDrawnTimeline(actor, view), rows);
}
