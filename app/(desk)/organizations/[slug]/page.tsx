import type { Metadata } from "next";
import { orNotFound } from "@/app/_server/or-not-found";
import { requireActor } from "@/app/_server/session";
import { AsOfRecord } from "@/app/(desk)/as-of/as-of-record";
import { RECORD_ACTIONS } from "@/app/(desk)/records/record-actions";
import { CorrectionNotes } from "@/components/corrections/correction-notes";
import { OrganizationFile } from "@/components/organizations/organization-file";
import { EditLink, WorkflowPanel } from "@/components/records/workflow-panel";
import { findOrganization } from "@/db/access/organizations/organization-file";
import { listRecordNames } from "@/db/access/records/record-names";
import { readWorkflowStatus } from "@/db/access/workflow/workflow-status";
import { newsroomZone } from "@/db/newsroom";
import { readAsOf } from "@/lib/filters/as-of";
import { ownEntry } from "@/lib/text/own-entry";

type Props = PageProps<"/organizations/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const names = await listRecordNames(await requireActor(), { organization: [slug] });
  return { title: ownEntry(names, slug) ?? slug };
}

export default async function OrganizationPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { slug } = await params;
  const asOf = readAsOf(await searchParams, newsroomZone());
  if (asOf) return <AsOfRecord actor={actor} kind="organization" slug={slug} asOf={asOf} />;
  const [organization, workflowStatus] = await orNotFound(
    Promise.all([findOrganization(actor, slug), readWorkflowStatus(actor, "organization", slug)]),
  );
  const edit = `/organizations/${slug}/edit`;
  return (
    <>
      <CorrectionNotes corrections={workflowStatus.corrections} />
      <OrganizationFile
        actor={actor}
        organization={organization}
        actions={
          <EditLink
            actor={actor}
            kind="organization"
            permission="record an organization"
            workflowStatus={workflowStatus}
            href={edit}
          />
        }
      >
        <WorkflowPanel actor={actor} kind="organization" workflowStatus={workflowStatus} actions={RECORD_ACTIONS} />
      </OrganizationFile>
    </>
  );
}
