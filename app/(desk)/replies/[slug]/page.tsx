import type { Metadata } from "next";
import { cache } from "react";
import { RecordFiles } from "@/app/_parts/record-files";
import { orNotFound } from "@/app/_server/or-not-found";
import { requireActor } from "@/app/_server/session";
import { RECORD_ACTIONS } from "@/app/(desk)/records/record-actions";
import { CorrectionNotes } from "@/components/corrections/correction-notes";
import { Messages } from "@/components/messages";
import { EditLink, WorkflowPanel } from "@/components/records/workflow-panel";
import { ReplyEntryForm } from "@/components/replies/reply-entry-form";
import { ReplyFile } from "@/components/replies/reply-file";
import { findReply } from "@/db/access/replies/replies";
import { readWorkflowStatus } from "@/db/access/workflow/workflow-status";
import { getTranslations } from "@/lib/text/translations";
import { may } from "@/lib/workflow/policy";
import { recordReplyEntryAction } from "../actions";

type Props = PageProps<"/replies/[slug]">;

const read = cache(async (slug: string) => {
  const actor = await requireActor();
  return { actor, reply: await orNotFound(findReply(actor, slug)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { actor, reply } = await read((await params).slug);
  return {
    title: reply.subject ?? reply.respondent?.name ?? getTranslations(actor.locale, "replyRequest")("noSubject"),
  };
}

export default async function ReplyPage({ params }: Props) {
  const { actor, reply } = await read((await params).slug);
  const workflowStatus = await orNotFound(readWorkflowStatus(actor, "reply_request", reply.slug));
  const edit = `/replies/${reply.slug}/edit`;
  return (
    <>
      <CorrectionNotes corrections={workflowStatus.corrections} />
      <ReplyFile
        reply={reply}
        isDesk={may(actor, "read drafts")}
        actions={
          <EditLink actor={actor} permission="record a reply request" workflowStatus={workflowStatus} href={edit} />
        }
        enter={
          may(actor, "record a reply request") &&
          reply.sentOn && (
            <Messages of={["replyRequest", "record", "form", "organization"]}>
              <ReplyEntryForm action={recordReplyEntryAction} request={reply.slug} today={reply.today} />
            </Messages>
          )
        }
      />
      <RecordFiles actor={actor} subject={{ kind: "reply_request", slug: reply.slug }} />
      <WorkflowPanel actor={actor} kind="reply_request" workflowStatus={workflowStatus} actions={RECORD_ACTIONS} />
    </>
  );
}
