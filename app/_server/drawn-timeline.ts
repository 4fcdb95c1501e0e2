import "server-only";
import { shownPeriod, spansOfCountries } from "@/components/timeline/timeline-entries";
import { readHead } from "@/db/access/head";
import { listCountrySpans, listSpans, listTimeline } from "@/db/access/timeline";
import type { Actor } from "@/lib/actor";
import type { PictureData } from "@/lib/picture";
import { timelinePicture } from "@/lib/picture-timeline";
import { may } from "@/lib/policy";
import { periodOf } from "@/lib/timeline";
import type { TimelineView } from "@/lib/timeline-filter";
import { LANES } from "@/lib/timeline-lane";

/** What of a view narrows its records, whatever time is shown. */
export const narrowed = ({ q, lane, country, kind, records, box }: TimelineView) => ({
  q,
  lane,
  country,
  kind,
  records,
  box,
});

async function readSpans(actor: Actor, view: TimelineView) {
  if (view.lanes === "country") return spansOfCountries(await listCountrySpans(actor, narrowed(view)));
  const { any, without } = view.lane;
  const lanes = LANES.filter((one) => (any.length === 0 || any.includes(one)) && !without.includes(one));
  return { lanes: [...lanes], spans: await listSpans(actor, narrowed(view)) };
}

/** What the timeline draws, of how much time. */
export async function readDrawnTimeline(actor: Actor, view: TimelineView) {
  const [{ lanes, spans }, head] = await Promise.all([readSpans(actor, view), readHead(actor)]);
  const whole = periodOf(spans.map((span, id) => ({ ...span, id: String(id) })));
  return { lanes, spans, head, whole, period: shownPeriod(spans, view, whole) };
}

type Drawn = Awaited<ReturnType<typeof readDrawnTimeline>>;

/** The same in words and figures. @param total records in the period */
export const sayDrawnTimeline = (actor: Actor, view: TimelineView, { head, ...drawn }: Drawn, total: number) =>
  timelinePicture(
    { ...drawn, view, total },
    { locale: actor.locale, now: new Date(), head, seesDrafts: may(actor, "read drafts") },
  );

/** The timeline's words and figures alone, for its files. */
export async function readTimelinePicture(actor: Actor, view: TimelineView): Promise<PictureData> {
  const drawn = await readDrawnTimeline(actor, view);
  const { total } = await listTimeline(actor, { ...narrowed(view), ...drawn.period }, { limit: 1 });
  return sayDrawnTimeline(actor, view, drawn, total);
}
