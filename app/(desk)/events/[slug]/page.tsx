import type { Metadata } from "next";
import { cache } from "react";
import { found } from "@/app/_server/found";
import { requireActor } from "@/app/_server/session";
import { AsOfRecord } from "@/app/(desk)/as-of/as-of-record";
import { RECORD_ACTIONS } from "@/app/(desk)/records/record-actions";
import { CorrectionNotes } from "@/components/corrections/correction-notes";
import { EventFile } from "@/components/events/event-file";
import { EditLink, StandingPanel } from "@/components/records/standing-panel";
import { findEvent } from "@/db/access/events/events";
import { findStanding } from "@/db/access/workflow/standing";
import { readAsOf } from "@/lib/filters/as-of";

type Props = PageProps<"/events/[slug]">;

/** The page and its title ask for the same. */
const readEvent = cache(findEvent);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireActor();
  return { title: (await found(readEvent(actor, (await params).slug))).title };
}

export default async function EventPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { slug } = await params;
  const asOf = readAsOf(await searchParams);
  if (asOf) return <AsOfRecord actor={actor} kind="event" slug={slug} asOf={asOf} />;
  const [event, standing] = await found(Promise.all([readEvent(actor, slug), findStanding(actor, "event", slug)]));
  const edit = (
    <EditLink actor={actor} permission="record an event" standing={standing} href={`/events/${slug}/edit`} />
  );
  return (
    <>
      <CorrectionNotes corrections={standing.corrections} />
      <EventFile event={event} actions={edit}>
        <StandingPanel actor={actor} kind="event" standing={standing} actions={RECORD_ACTIONS} />
      </EventFile>
    </>
  );
}
