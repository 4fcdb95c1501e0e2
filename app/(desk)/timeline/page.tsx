import type { Metadata } from "next";
import { readLocale } from "@/app/_server/locale";
import { requireActor } from "@/app/_server/session";
import { TimelinePage } from "@/components/timeline/timeline-page";
import { may } from "@/lib/policy";
import { timelineFilter } from "@/lib/timeline-filter";
import { wordsFor } from "@/lib/words";
import { annotateAction, approveAnnotationAction, removeAnnotationAction, reviseAnnotationAction } from "./actions";
import { readTimeline } from "./read-timeline";

const ACTIONS = {
  annotate: annotateAction,
  revise: reviseAnnotationAction,
  approve: approveAnnotationAction,
  remove: removeAnnotationAction,
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsFor(await readLocale(), "timeline")("title") };
}

export default async function Page({ searchParams }: PageProps<"/timeline">) {
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
