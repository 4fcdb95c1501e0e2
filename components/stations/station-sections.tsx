import { ReplyLedger } from "@/components/replies/reply-ledger";
import type { StationFile } from "@/db/access/stations/station-file";
import type { Station } from "@/db/access/stations/stations";
import type { StationEvidenceView } from "@/lib/filters/station-evidence-filter";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { Caveat } from "./caveat";
import { StationClaimsBesideAnswers } from "./claim-beside-answer";
import { EvidenceHere } from "./evidence-here";
import { IndependentSources } from "./independent-sources";
import { StationPartRest } from "./station-part-rest";
import { StationPlace } from "./station-place";
import { StatusHistory } from "./status-history";

type Props = {
  actor: Actor;
  station: Station;
  file: StationFile;
  view: StationEvidenceView;
  /** ISO day, the newsroom's. */
  today: string;
};

/** What a station's page holds, in its order: status, sources, claim beside answer, evidence, who was asked, the place. */
export function StationSections({ actor, station, file, view, today }: Props) {
  const newReply = may(actor, "record a reply request") ? `/replies/new?station=${station.slug}` : null;
  return (
    <div className="flex flex-col gap-10">
      <StatusHistory
        parts={file.status}
        status={station.status}
        reports={file.reports}
        today={today}
        isDesk={may(actor, "read drafts")}
      />
      <Caveat note={station.note} />
      <IndependentSources independent={file.independent} />
      <StationClaimsBesideAnswers station={station} file={file} view={view} today={today} />
      <EvidenceHere slug={station.slug} file={file} view={view} />
      <ReplyLedger requests={file.requests} today={today} newHref={newReply}>
        <StationPartRest slug={station.slug} view={view} file={file} part="requests" />
      </ReplyLedger>
      <StationPlace actor={actor} station={station} />
    </div>
  );
}
