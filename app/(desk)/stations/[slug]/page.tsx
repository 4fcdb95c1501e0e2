import type { Metadata } from "next";
import { cache } from "react";
import { found } from "@/app/_server/found";
import { requireActor } from "@/app/_server/session";
import { AsOfRecord } from "@/app/(desk)/as-of/as-of-record";
import { RECORD_ACTIONS } from "@/app/(desk)/records/record-actions";
import { CorrectionNotes } from "@/components/corrections/correction-notes";
import { StandingPanel } from "@/components/records/standing-panel";
import { ReplyLedger } from "@/components/replies/reply-ledger";
import { Caveat } from "@/components/stations/caveat";
import { ClaimBesideAnswer } from "@/components/stations/claim-beside-answer";
import { EvidenceHere } from "@/components/stations/evidence-here";
import { IndependentSources } from "@/components/stations/independent-sources";
import { StationHeading } from "@/components/stations/station-heading";
import { StationPlace } from "@/components/stations/station-place";
import { StatusHistory } from "@/components/stations/status-history";
import { WrittenBy } from "@/components/stations/written-by";
import { findStanding } from "@/db/access/standing";
import { findStationFile } from "@/db/access/station-file";
import { findStation } from "@/db/access/stations";
import { readAsOf } from "@/lib/as-of";
import { may } from "@/lib/policy";
import { stationEvidenceFilter } from "@/lib/station-evidence-filter";

const readStation = cache(async (slug: string) => {
  const actor = await requireActor();
  return { actor, station: await found(findStation(actor, slug)) };
});

export async function generateMetadata({ params }: PageProps<"/stations/[slug]">): Promise<Metadata> {
  return { title: (await readStation((await params).slug)).station.name };
}

export default async function StationPage({ params, searchParams }: PageProps<"/stations/[slug]">) {
  const { actor, station } = await readStation((await params).slug);
  const asOf = readAsOf(await searchParams);
  if (asOf) return <AsOfRecord actor={actor} kind="station" slug={station.slug} asOf={asOf} />;
  const { value: view } = stationEvidenceFilter.parse(await searchParams);
  const [file, standing] = await Promise.all([
    findStationFile(actor, station, view),
    findStanding(actor, "station", station.slug),
  ]);
  const today = new Date().toISOString().slice(0, 10);
  const newReply = may(actor, "record a reply request") ? `/stations/${station.slug}/replies/new` : null;
  return (
    <>
      <CorrectionNotes corrections={standing.corrections} />
      <StationHeading actor={actor} station={station} standing={standing} />
      <div className="flex flex-col gap-10">
        <StatusHistory parts={file.status} status={station.status} reports={file.reports} today={today} />
        <Caveat note={station.note} />
        <IndependentSources independent={file.independent} />
        <ClaimBesideAnswer file={file} country={station.country} today={today} />
        <EvidenceHere slug={station.slug} file={file} view={view} />
        <ReplyLedger requests={file.requests} today={today} newHref={newReply} />
        <StationPlace station={station} />
      </div>
      <WrittenBy station={station} />
      <StandingPanel actor={actor} kind="station" standing={standing} actions={RECORD_ACTIONS} />
    </>
  );
}
