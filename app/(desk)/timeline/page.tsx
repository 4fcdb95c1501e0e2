import type { Metadata } from "next";
import { readLocale } from "@/app/_server/locale";
import { requireActor } from "@/app/_server/session";
import { TimelinePage } from "@/components/timeline/timeline-page";
import { getTranslations } from "@/lib/text/translations";
import { timelineFilter } from "@/lib/timeline/timeline-filter";
import { may } from "@/lib/workflow/policy";
import { annotateAction, approveAnnotationAction, removeAnnotationAction, reviseAnnotationAction } from "./actions";
import { readTimeline } from "./read-timeline";

const ACTIONS = {
  annotate: annotateAction,
  revise: reviseAnnotationAction,
  approve: approveAnnotationAction,
  remove: removeAnnotationAction,
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "timeline")("title") };
}

export default async function TimelineRoute({ searchParams }: PageProps<"/timeline">) {
  const actor = await requireActor();
  const { value, problems } = timelineFilter.parse(await searchParams);
  return (
    <TimelinePage
      {...(await readTimeline(actor, value))}
      problems={problems}
      actions={may(actor, "annotate the timeline") ? ACTIONS : null}
    />
  );
}
