import "server-only";
import type { Metadata } from "next";
import { cache } from "react";
import { useTranslations } from "#translations";
import { proposeAction } from "@/app/(desk)/proposals/actions";
import { OpenProposals } from "@/components/proposals/open-proposals";
import type { RecordFormAction } from "@/components/records/record-form";
import { ReadOnlyNotice } from "@/components/records/workflow-panel";
import { PageHeading } from "@/components/ui/page-heading";
import { findRecord } from "@/db/access/records/record-snapshot";
import { listOpenProposals } from "@/db/access/workflow/proposal-file";
import { isPublic, type RecordKind } from "@/lib/records/editorial";
import { localTitleOf } from "@/lib/records/record-field";
import { getTranslations } from "@/lib/text/translations";
import { WRITE_PERMISSIONS } from "@/lib/workflow/policy";
import { isEditable } from "@/lib/workflow/workflow";
import { orNotFound } from "../_server/or-not-found";
import { requireActorWith } from "../_server/session";
import { editedRecord } from "./edited-record";
import { RecordEditor } from "./record-editor";

type Params = { params: Promise<{ slug: string }> };

const read = cache(async (kind: RecordKind, slug: string) => {
  const actor = await requireActorWith(WRITE_PERMISSIONS[kind]);
  return { actor, record: await orNotFound(findRecord(actor, kind, slug)) };
});

/**
 * The page where a record is edited: in place while it is not published; a published one by a proposal.
 * `const { generateMetadata, Page } = editPage("claim", "claims", reviseClaimAction);`
 */
export function editPage(kind: RecordKind, path: string, revise: RecordFormAction) {
  return {
    async generateMetadata({ params }: Params): Promise<Metadata> {
      const { actor, record } = await read(kind, (await params).slug);
      const title = localTitleOf(kind, record.input, actor.locale) || record.slug;
      const proposal = getTranslations(actor.locale, "proposal");
      const t = getTranslations(actor.locale, "record");
      return { title: isPublic(record.state) ? proposal("newTitle", { title }) : t("editTitle", { title }) };
    },
    async Page({ params }: Params) {
      const { actor, record } = await read(kind, (await params).slug);
      return (
        <EditRecord
          actor={actor}
          kind={kind}
          record={record}
          cancelHref={`/${path}/${record.slug}`}
          revise={revise}
        />
      );
    },
  };
}

type Props = Awaited<ReturnType<typeof read>> & { kind: RecordKind; cancelHref: string; revise: RecordFormAction };

export async function EditRecord({ actor, kind, record, cancelHref, revise }: Props) {
  const t = useTranslations("record");
  const proposal = useTranslations("proposal");
  const title = localTitleOf(kind, record.input, actor.locale) || record.slug;
  if (isPublic(record.state)) {
    return (
      <>
        <PageHeading isSentence title={proposal("newTitle", { title })} lead={proposal("lead")} />
        <OpenProposals proposals={await listOpenProposals(actor, kind, record.id)} />
        <RecordEditor
          actor={actor}
          kind={kind}
          edited={editedRecord(kind, record)}
          action={proposeAction}
          cancelHref={cancelHref}
        />
      </>
    );
  }
  return (
    <>
      <PageHeading isSentence title={t("editTitle", { title })} />
      {isEditable(record.state) ? (
        <RecordEditor
          actor={actor}
          kind={kind}
          edited={editedRecord(kind, record)}
          action={revise}
          cancelHref={cancelHref}
        />
      ) : (
        <ReadOnlyNotice workflowStatus={record} href={cancelHref} />
      )}
    </>
  );
}
