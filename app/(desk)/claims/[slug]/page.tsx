import type { Metadata } from "next";
import { CorrectHere } from "@/app/_parts/correct-here";
import { readBesideClaim } from "@/app/_server/beside-claim";
import { orNotFound } from "@/app/_server/or-not-found";
import { requireActor } from "@/app/_server/session";
import { AsOfRecord } from "@/app/(desk)/as-of/as-of-record";
import { reviseClaimAction } from "@/app/(desk)/claims/actions";
import { RECORD_ACTIONS } from "@/app/(desk)/records/record-actions";
import { ClaimActions, claimSections } from "@/components/claims/claim-actions";
import { ClaimFile } from "@/components/claims/claim-file";
import { CorrectionNotes } from "@/components/corrections/correction-notes";
import { WorkflowPanel } from "@/components/records/workflow-panel";
import { findClaim } from "@/db/access/claims/claims";
import { listRecordNames } from "@/db/access/records/record-names";
import { readWorkflowStatus } from "@/db/access/workflow/workflow-status";
import { newsroomZone } from "@/db/newsroom";
import { readAsOf } from "@/lib/filters/as-of";
import { claimParts } from "@/lib/filters/record-parts";
import { ownEntry } from "@/lib/text/own-entry";
import { may } from "@/lib/workflow/policy";

type Props = PageProps<"/claims/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const names = await listRecordNames(await requireActor(), { claim: [slug] });
  return { title: ownEntry(names, slug) ?? slug };
}

export default async function ClaimPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { slug } = await params;
  const query = await searchParams;
  const asOf = readAsOf(query, newsroomZone());
  if (asOf) return <AsOfRecord actor={actor} kind="claim" slug={slug} asOf={asOf} />;
  const place = claimParts.placeOf(query);
  const [claim, workflowStatus] = await orNotFound(
    Promise.all([findClaim(actor, slug, { limit: 50, place }), readWorkflowStatus(actor, "claim", slug)]),
  );
  const read = await readBesideClaim(actor, claim);
  return (
    <>
      <CorrectionNotes corrections={workflowStatus.corrections} />
      <ClaimFile
        claim={claim}
        {...{ place, ...read }}
        showState={may(actor, "read drafts")}
        sections={claimSections(actor, claim)}
        form={
          <CorrectHere {...{ actor, slug, query }} kind="claim" path={`/claims/${slug}`} revise={reviseClaimAction} />
        }
        actions={<ClaimActions actor={actor} slug={slug} workflowStatus={workflowStatus} />}
      >
        <WorkflowPanel actor={actor} kind="claim" workflowStatus={workflowStatus} actions={RECORD_ACTIONS} />
      </ClaimFile>
    </>
  );
}
