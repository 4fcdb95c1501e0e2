import { useTranslations } from "#translations";
import { EditLink } from "@/components/records/workflow-panel";
import { ButtonLink } from "@/components/ui/button";
import type { Station } from "@/db/access/stations/stations";
import type { WorkflowStatus } from "@/db/access/workflow/workflow-status";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

type Props = { actor: Actor; station: Station; workflowStatus: WorkflowStatus };

/** What the desk does from a station's page, each begun with what is known here. */
export function StationActions({ actor, station: { slug }, workflowStatus }: Props) {
  const t = useTranslations("station");
  const report = useTranslations("statusReport");
  return (
    <>
      {may(actor, "record a status report") && (
        <ButtonLink href={`/stations/${slug}?report`}>{report("new")}</ButtonLink>
      )}
      {may(actor, "record a response") && (
        <ButtonLink href={`/responses/new?station=${slug}`}>{t("recordAnswer")}</ButtonLink>
      )}
      {may(actor, "record a reply request") && (
        <ButtonLink href={`/replies/new?station=${slug}`}>{t("askForReply")}</ButtonLink>
      )}
      {may(actor, "record evidence") && (
        <ButtonLink href={`/evidence/new?station=${slug}`}>{t("recordEvidence")}</ButtonLink>
      )}
      <EditLink
        actor={actor}
        kind="station"
        permission="record a station"
        workflowStatus={workflowStatus}
        href={`/stations/${slug}/edit`}
      />
    </>
  );
}
