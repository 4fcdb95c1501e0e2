import type { Metadata } from "next";
import { cache } from "react";
import { EvidenceRoom } from "@/app/_parts/evidence-room";
import { EvidenceEdit, EvidenceLink, evidenceSections } from "@/app/_parts/evidence-sections";
import { ItemNotices } from "@/app/_parts/item-notices";
import { orNotFound } from "@/app/_server/or-not-found";
import { requireActor } from "@/app/_server/session";
import { AsOfRecord } from "@/app/(desk)/as-of/as-of-record";
import { RECORD_ACTIONS } from "@/app/(desk)/records/record-actions";
import { CorrectionNotes } from "@/components/corrections/correction-notes";
import { EvidenceFile } from "@/components/evidence/evidence-file";
import { WorkflowPanel } from "@/components/records/workflow-panel";
import { findEvidence } from "@/db/access/evidence/evidence-file";
import { readWorkflowStatus } from "@/db/access/workflow/workflow-status";
import { newsroomZone } from "@/db/newsroom";
import { readAsOf } from "@/lib/filters/as-of";
import { evidenceParts } from "@/lib/filters/record-parts";
import type { Actor } from "@/lib/workflow/actor";

/** The page and its title ask for the same. */
const readEvidence = cache(async (actor: Actor, slug: string, query: string) => {
  const place = evidenceParts.placeOf(new URLSearchParams(query));
  return { place, item: await findEvidence(actor, slug, { limit: 50, place }) };
});

type Props = PageProps<"/evidence/[slug]">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [actor, { slug }, query] = await Promise.all([requireActor(), params, searchParams]);
  return { title: (await orNotFound(readEvidence(actor, slug, evidenceParts.queryOf(query)))).item.title };
}

export default async function EvidenceItemPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { slug } = await params;
  const asOf = readAsOf(await searchParams, newsroomZone());
  if (asOf) return <AsOfRecord actor={actor} kind="evidence" slug={slug} asOf={asOf} />;
  const [{ item, place }, workflowStatus] = await orNotFound(
    Promise.all([
      readEvidence(actor, slug, evidenceParts.queryOf(await searchParams)),
      readWorkflowStatus(actor, "evidence", slug),
    ]),
  );
  return (
    <>
      <CorrectionNotes corrections={workflowStatus.corrections} />
      <EvidenceFile
        item={item}
        place={place}
        actions={<EvidenceEdit actor={actor} workflowStatus={workflowStatus} />}
        notices={<ItemNotices actor={actor} item={item} />}
        link={<EvidenceLink actor={actor} slug={slug} />}
        sections={await evidenceSections(actor, item)}
      >
        <EvidenceRoom actor={actor} slug={slug} url={item.url} />
        <WorkflowPanel actor={actor} kind="evidence" workflowStatus={workflowStatus} actions={RECORD_ACTIONS} />
      </EvidenceFile>
    </>
  );
}
