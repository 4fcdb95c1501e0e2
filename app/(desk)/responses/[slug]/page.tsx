import type { Metadata } from "next";
import { RecordFiles } from "@/app/_parts/record-files";
import { orNotFound } from "@/app/_server/or-not-found";
import { requireActor } from "@/app/_server/session";
import { AsOfRecord } from "@/app/(desk)/as-of/as-of-record";
import { RECORD_ACTIONS } from "@/app/(desk)/records/record-actions";
import { CorrectionNotes } from "@/components/corrections/correction-notes";
import { EditLink, WorkflowPanel } from "@/components/records/workflow-panel";
import { ResponseFile } from "@/components/responses/response-file";
import { listRecordNames } from "@/db/access/records/record-names";
import { findResponse } from "@/db/access/responses/responses";
import { readWorkflowStatus } from "@/db/access/workflow/workflow-status";
import { newsroomZone } from "@/db/newsroom";
import { readAsOf } from "@/lib/filters/as-of";
import { responseParts } from "@/lib/filters/record-parts";
import { ownEntry } from "@/lib/text/own-entry";

type Props = PageProps<"/responses/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const names = await listRecordNames(await requireActor(), { response: [slug] });
  return { title: ownEntry(names, slug) ?? slug };
}

export default async function ResponsePage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { slug } = await params;
  const asOf = readAsOf(await searchParams, newsroomZone());
  if (asOf) return <AsOfRecord actor={actor} kind="response" slug={slug} asOf={asOf} />;
  const place = responseParts.placeOf(await searchParams);
  const [response, workflowStatus] = await orNotFound(
    Promise.all([findResponse(actor, slug, { limit: 50, place }), readWorkflowStatus(actor, "response", slug)]),
  );
  const edit = `/responses/${slug}/edit`;
  return (
    <>
      <CorrectionNotes corrections={workflowStatus.corrections} />
      <ResponseFile
        actor={actor}
        response={response}
        place={place}
        files={<RecordFiles actor={actor} subject={{ kind: "response", slug }} />}
        actions={
          <EditLink actor={actor} permission="record a response" workflowStatus={workflowStatus} href={edit} />
        }
      >
        <WorkflowPanel actor={actor} kind="response" workflowStatus={workflowStatus} actions={RECORD_ACTIONS} />
      </ResponseFile>
    </>
  );
}
