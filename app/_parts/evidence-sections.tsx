import "server-only";
import { linkEvidenceAction } from "@/app/(desk)/evidence/actions";
import { ClaimLinkForm } from "@/components/claims/claim-link-form";
import { Messages } from "@/components/messages";
import { deskSections, type Section } from "@/components/records/section-bar";
import { EditLink } from "@/components/records/workflow-panel";
import type { EvidenceRecord } from "@/db/access/evidence/evidence-file";
import type { WorkflowStatus } from "@/db/access/workflow/workflow-status";
import { getTranslations } from "@/lib/text/translations";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { readAddedFiles, readPreserved } from "../_server/item-copies";

/** The form that says what an item does to one more claim, for whoever may. */
export function EvidenceLink({ actor, slug }: { actor: Actor; slug: string }) {
  if (!may(actor, "record a claim")) return null;
  return (
    <Messages of={["claim", "common", "record", "organization", "form"]}>
      <ClaimLinkForm action={linkEvidenceAction} evidence={slug} />
    </Messages>
  );
}

/** The way to an item's form. */
export function EvidenceEdit({ actor, workflowStatus }: { actor: Actor; workflowStatus: WorkflowStatus }) {
  return (
    <EditLink
      actor={actor}
      kind="evidence"
      permission="record evidence"
      workflowStatus={workflowStatus}
      href={`/evidence/${workflowStatus.slug}/edit`}
    />
  );
}

/** The parts of an item's page. */
export async function evidenceSections(actor: Actor, { slug, url, parts }: EvidenceRecord): Promise<Section[]> {
  const t = getTranslations(actor.locale, "record");
  const [preserved, files] = await Promise.all([
    readPreserved(actor, slug, url),
    readAddedFiles(actor, "evidence", slug),
  ]);
  return [
    { id: "claims", label: t("section.claims"), count: parts.claims.total },
    ...(preserved ? [{ id: "captures", label: t("section.captures"), count: preserved.counts.complete }] : []),
    ...(files ? [{ id: "files", label: t("section.files"), count: files.length }] : []),
    ...deskSections(actor),
  ];
}
