import type { Metadata } from "next";
import { readLocale } from "@/app/_server/locale";
import { requireActor } from "@/app/_server/session";
import { entriesOfItems, entriesOfSpans, shownPeriod } from "@/components/timeline/timeline-entries";
import { WIDTH } from "@/components/timeline/timeline-entry";
import { TimelinePage } from "@/components/timeline/timeline-page";
import { listSpans, listTimeline, listUndated } from "@/db/access/timeline";
import { may } from "@/lib/policy";
import { layoutTimeline, periodOf } from "@/lib/timeline";
import { timelineFilter } from "@/lib/timeline-filter";
import { LANES } from "@/lib/timeline-lane";
import { wordsFor } from "@/lib/words";

const ON_A_PAGE = 50;
const IN_A_DAY = 150;

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsFor(await readLocale(), "timeline")("title") };
}

export default async function Page({ searchParams }: PageProps<"/timeline">) {
  const actor = await requireActor();
  const { value: view, problems } = timelineFilter.parse(await searchParams);
  const { q, lane, country, kind, after } = view;
  const [spans, undated] = await Promise.all([
    listSpans(actor, { q, lane, country, kind }),
    listUndated(actor, { q, lane, country, kind }),
  ]);
  const period = shownPeriod(spans, view, periodOf(spans.map((span, id) => ({ ...span, id: String(id) }))));
  const isDay = view.scale === "day";
  const page = await listTimeline(
    actor,
    { q, lane, country, kind, ...period },
    { after, limit: isDay ? IN_A_DAY : ON_A_PAGE },
  );
  const entries = isDay ? entriesOfItems(page.items) : entriesOfSpans(spans, view);
  const shown = LANES.filter((one) => lane.any.length === 0 || lane.any.includes(one));
  const timeline = period && layoutTimeline(entries, { period, width: WIDTH, lanes: shown, leastWidth: 16 });
  // A window without a first day opens where most records are: its links go on from there.
  const shownView = period && view.scale !== "whole" ? { ...view, from: period.from } : view;
  return (
    <TimelinePage
      {...{ view: shownView, problems, period, timeline, page, undated }}
      seesAll={may(actor, "read drafts")}
      now={new Date()}
    />
  );
}
