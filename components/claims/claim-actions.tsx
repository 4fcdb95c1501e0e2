import { useTranslations } from "#translations";
import { deskSections, type Section } from "@/components/records/section-bar";
import { EditLink } from "@/components/records/workflow-panel";
import { AskLink } from "@/components/replies/ask-link";
import { ButtonLink } from "@/components/ui/button";
import type { Claim } from "@/db/access/claims/claims";
import type { WorkflowStatus } from "@/db/access/workflow/workflow-status";
import { getTranslations } from "@/lib/text/translations";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

type Props = { actor: Actor; slug: string; workflowStatus: WorkflowStatus };

/** What the desk does from a claim's page, each begun with the claim filled in. */
export function ClaimActions({ actor, slug, workflowStatus }: Props) {
  const t = useTranslations("station");
  return (
    <>
      {may(actor, "record a response") && (
        <ButtonLink href={`/responses/new?claim=${slug}`}>{t("recordAnswer")}</ButtonLink>
      )}
      <AskLink actor={actor} claim={slug} />
      {may(actor, "record evidence") && (
        <ButtonLink href={`/evidence/new?claim=${slug}`}>{t("recordEvidence")}</ButtonLink>
      )}
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
