import type { Metadata } from "next";
import { cache } from "react";
import { orNotFound } from "@/app/_server/or-not-found";
import { requireActor } from "@/app/_server/session";
import { AsOfRecord } from "@/app/(desk)/as-of/as-of-record";
import { RECORD_ACTIONS } from "@/app/(desk)/records/record-actions";
import { CorrectionNotes } from "@/components/corrections/correction-notes";
import { EventFile } from "@/components/events/event-file";
import { EditLink, WorkflowPanel } from "@/components/records/workflow-panel";
import { findEvent } from "@/db/access/events/events";
import { readWorkflowStatus } from "@/db/access/workflow/workflow-status";
import { newsroomZone } from "@/db/newsroom";
import { readAsOf } from "@/lib/filters/as-of";
import { eventParts } from "@/lib/filters/record-parts";
import type { Actor } from "@/lib/workflow/actor";

type Props = PageProps<"/events/[slug]">;

/** The page and its title ask for the same. */
const readEvent = cache(async (actor: Actor, slug: string, query: string) => {
  const place = eventParts.placeOf(new URLSearchParams(query));
  return { place, event: await findEvent(actor, slug, { limit: 50, place }) };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [actor, { slug }, query] = await Promise.all([requireActor(), params, searchParams]);
  return { title: (await orNotFound(readEvent(actor, slug, eventParts.queryOf(query)))).event.title };
}

export default async function EventPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { slug } = await params;
  const asOf = readAsOf(await searchParams, newsroomZone());
  if (asOf) return <AsOfRecord actor={actor} kind="event" slug={slug} asOf={asOf} />;
  const [{ event, place }, workflowStatus] = await orNotFound(
    Promise.all([
      readEvent(actor, slug, eventParts.queryOf(await searchParams)),
      readWorkflowStatus(actor, "event", slug),
    ]),
  );
  const edit = (
    <EditLink
      actor={actor}
      kind="event"
      permission="record an event"
      workflowStatus={workflowStatus}
      href={`/events/${slug}/edit`}
    />
  );
  return (
    <>
      <CorrectionNotes corrections={workflowStatus.corrections} />
      <EventFile actor={actor} event={event} place={place} actions={edit}>
        <WorkflowPanel actor={actor} kind="event" workflowStatus={workflowStatus} actions={RECORD_ACTIONS} />
      </EventFile>
    </>
  );
}
