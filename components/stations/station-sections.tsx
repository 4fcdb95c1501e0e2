import { useTranslations } from "#translations";
import { deskSections, SectionBar } from "@/components/records/section-bar";
import { WithRail } from "@/components/records/with-rail";
import { ReplyLedger } from "@/components/replies/reply-ledger";
import type { StationFile } from "@/db/access/stations/station-file";
import type { Station } from "@/db/access/stations/stations";
import type { StationEvidenceView } from "@/lib/filters/station-evidence-filter";
import type { Unread } from "@/lib/records/unread";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { Caveat } from "./caveat";
import { StationClaimsBesideAnswers } from "./claim-beside-answer";
import { EvidenceHere } from "./evidence-here";
import { StationPartRest } from "./station-part-rest";
import { StationRail } from "./station-rail";
import { StatusHistory } from "./status-history";

type Props = {
  actor: Actor;
  station: Station;
  file: StationFile;
  view: StationEvidenceView;
  /** What of its evidence the reader has not read, by id. */
  unread: ReadonlyMap<string, Unread>;
  /** ISO day, the newsroom's. */
  today: string;
};

/** What a station's page holds, in its order: status, claim beside answer, evidence, who was asked; the place and the sources beside it. */
export function StationSections({ actor, station, file, view, unread, today }: Props) {
  const newReply = may(actor, "record a reply request") ? `/replies/new?station=${station.slug}` : null;
  return (
    <WithRail rail={<StationRail actor={actor} station={station} file={file} />}>
      <StatusHistory
        parts={file.status}
        status={station.status}
        reports={file.reports}
        today={today}
        isDesk={may(actor, "read drafts")}
      />
      <Caveat note={station.note} />
      <StationClaimsBesideAnswers
        station={station}
        file={file}
        view={view}
        today={today}
        mayLink={may(actor, "record a response")}
      />
      <EvidenceHere slug={station.slug} file={file} view={view} unread={unread} />
      <ReplyLedger requests={file.requests} today={today} newHref={newReply}>
        <StationPartRest slug={station.slug} view={view} file={file} part="requests" />
      </ReplyLedger>
    </WithRail>
  );
}

/** Where the parts of the page are, with how much each holds. */
export function StationSectionBar({ actor, file }: Pick<Props, "actor" | "file">) {
  const t = useTranslations("record");
  const { claims, responses, evidence, requests } = file.parts;
  return (
    <SectionBar
      sections={[
        { id: "status", label: t("section.status") },
        { id: "beside", label: t("section.claims"), count: `${claims.total}/${responses.total}` },
        { id: "evidence", label: t("section.evidence"), count: evidence.total },
        { id: "replies", label: t("section.replies"), count: requests.total },
        ...deskSections(actor),
      ]}
    />
  );
}
