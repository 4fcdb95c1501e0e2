import { useTranslations } from "#translations";
import { BeginLinks } from "@/components/records/begin-links";
import { EditLink } from "@/components/records/workflow-panel";
import { ButtonLink } from "@/components/ui/button";
import type { Station } from "@/db/access/stations/stations";
import type { WorkflowStatus } from "@/db/access/workflow/workflow-status";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

type Props = { actor: Actor; station: Station; workflowStatus: WorkflowStatus };

/** What the desk does from a station's page, each begun with what is known here. */
export function StationActions({ actor, station: { slug }, workflowStatus }: Props) {
  const report = useTranslations("statusReport");
  return (
    <>
      {may(actor, "record a status report") && (
        <ButtonLink href={`/stations/${slug}?report`}>{report("new")}</ButtonLink>
      )}
      <BeginLinks actor={actor} about="station" slug={slug} />
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
