import { BeginLinks } from "@/components/records/begin-links";
import { deskSections, type Section } from "@/components/records/section-bar";
import { EditLink } from "@/components/records/workflow-panel";
import type { Claim } from "@/db/access/claims/claims";
import type { WorkflowStatus } from "@/db/access/workflow/workflow-status";
import { getTranslations } from "@/lib/text/translations";
import type { Actor } from "@/lib/workflow/actor";

type Props = { actor: Actor; slug: string; workflowStatus: WorkflowStatus };

/** What the desk does from a claim's page, each begun with the claim filled in. */
export function ClaimActions({ actor, slug, workflowStatus }: Props) {
  return (
    <>
      <BeginLinks actor={actor} about="claim" slug={slug} />
      <EditLink
        actor={actor}
        kind="claim"
        permission="record a claim"
        workflowStatus={workflowStatus}
        href={`/claims/${slug}/edit`}
        hrefHere={`/claims/${slug}?correct`}
      />
    </>
  );
}

/** The parts of a claim's page with how much each holds. */
export function claimSections(actor: Actor, { parts, disputes }: Claim): Section[] {
  const t = getTranslations(actor.locale, "record");
  return [
    { id: "answers", label: t("section.answers"), count: parts.answers.total },
    { id: "stances", label: t("section.evidence"), count: parts.stances.total },
    { id: "disputes", label: t("section.conflicts"), count: disputes.length },
    ...deskSections(actor),
  ];
}
