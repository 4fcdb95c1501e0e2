import type { Metadata } from "next";
import { cache } from "react";
import { StatusReportHere } from "@/app/_parts/status-report-here";
import { orNotFound } from "@/app/_server/or-not-found";
import { requireActor } from "@/app/_server/session";
import { AsOfRecord } from "@/app/(desk)/as-of/as-of-record";
import { RECORD_ACTIONS } from "@/app/(desk)/records/record-actions";
import { WorkflowPanel } from "@/components/records/workflow-panel";
import { StationHeading } from "@/components/stations/station-heading";
import { StationSectionBar, StationSections } from "@/components/stations/station-sections";
import { WrittenBy } from "@/components/stations/written-by";
import { readUnread } from "@/db/access/evidence/unread";
import { findStationFile } from "@/db/access/stations/station-file";
import { findStation } from "@/db/access/stations/stations";
import { readWorkflowStatus } from "@/db/access/workflow/workflow-status";
import { newsroomDay, newsroomZone } from "@/db/newsroom";
import { readAsOf } from "@/lib/filters/as-of";
import { stationEvidenceFilter, stationPlace } from "@/lib/filters/station-evidence-filter";

/** What of each part is drawn; the page leads to the rest. */
const SHOWN = { limit: 50, limits: { claims: 15, responses: 15, disputes: 10, requests: 15 }, each: 6 };

const readStation = cache(async (slug: string) => {
  const actor = await requireActor();
  return { actor, station: await orNotFound(findStation(actor, slug)) };
});

export async function generateMetadata({ params }: PageProps<"/stations/[slug]">): Promise<Metadata> {
  return { title: (await readStation((await params).slug)).station.name };
}

export default async function StationPage({ params, searchParams }: PageProps<"/stations/[slug]">) {
  const { actor, station } = await readStation((await params).slug);
  const query = await searchParams;
  const asOf = readAsOf(query, newsroomZone());
  if (asOf) return <AsOfRecord actor={actor} kind="station" slug={station.slug} asOf={asOf} />;
  const { value: view } = stationEvidenceFilter.parse(query);
  const [file, workflowStatus] = await Promise.all([
    findStationFile(actor, station, { ...SHOWN, wanted: view, place: stationPlace(view) }),
    readWorkflowStatus(actor, "station", station.slug),
  ]);
  const unread = await readUnread(
    actor,
    file.evidence.map(({ id }) => id),
  );
  const today = newsroomDay(new Date());
  return (
    <>
      <StationHeading actor={actor} station={station} workflowStatus={workflowStatus} />
      <StationSectionBar actor={actor} file={file} />
      {"report" in query && <StatusReportHere actor={actor} station={station} />}
      <StationSections actor={actor} station={station} {...{ file, view, unread, today }} />
      <WrittenBy station={station} />
      <WorkflowPanel actor={actor} kind="station" workflowStatus={workflowStatus} actions={RECORD_ACTIONS} />
    </>
  );
}
