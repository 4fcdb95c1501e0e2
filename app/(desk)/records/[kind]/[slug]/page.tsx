import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/_server/or-not-found";
import { requireActorWith } from "@/app/_server/session";
import { RECORD_ACTIONS } from "@/app/(desk)/records/record-actions";
import { recordParams } from "@/app/(desk)/records/record-params";
import { RecordPage } from "@/components/records/record-page";
import { listReferenceNames } from "@/db/access/records/record-names";
import { findRecord } from "@/db/access/records/record-snapshot";
import { readWorkflowStatus } from "@/db/access/workflow/workflow-status";
import type { RecordKind } from "@/lib/records/editorial";
import { workPath } from "@/lib/records/record-path";
import { getTranslations } from "@/lib/text/translations";

type Props = PageProps<"/records/[kind]/[slug]">;

const read = cache(async (kind: RecordKind, slug: string) => {
  const actor = await requireActorWith("read drafts");
  const [record, workflowStatus] = await orNotFound(
    Promise.all([findRecord(actor, kind, slug), readWorkflowStatus(actor, kind, slug)]),
  );
  return { actor, record, workflowStatus };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kind, slug } = await recordParams(params);
  const { actor } = await read(kind, slug);
  return { title: `${getTranslations(actor.locale, "record")(`kindName.${kind}`)} ${slug}` };
}

/** Where the desk works on a record that is read on another record's page: a status report, a country's coverage. */
export default async function WorkOnRecordPage({ params }: Props) {
  const { kind, slug } = await recordParams(params);
  const own = workPath(kind, slug);
  if (!own.startsWith("/records/")) redirect(own);
  const { actor, record, workflowStatus } = await read(kind, slug);
  const names = await listReferenceNames(actor, [record.input]);
  return <RecordPage {...{ actor, kind, record, workflowStatus, names }} actions={RECORD_ACTIONS} />;
}
