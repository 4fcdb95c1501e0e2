import type { Metadata } from "next";
import { cache } from "react";
import { found } from "@/app/_server/found";
import { requireActor } from "@/app/_server/session";
import { RECORD_ACTIONS } from "@/app/(desk)/records/record-actions";
import { CorrectionNotes } from "@/components/corrections/correction-notes";
import { EditLink, StandingPanel } from "@/components/records/standing-panel";
import { ReplyEntryForm } from "@/components/replies/reply-entry-form";
import { ReplyFile } from "@/components/replies/reply-file";
import { Words } from "@/components/words";
import { findReply } from "@/db/access/replies/replies";
import { findStanding } from "@/db/access/workflow/standing";
import { wordsFor } from "@/lib/text/words";
import { may } from "@/lib/workflow/policy";
import { recordReplyEntryAction } from "../actions";

type Props = PageProps<"/replies/[slug]">;

const read = cache(async (slug: string) => {
  const actor = await requireActor();
  return { actor, reply: await found(findReply(actor, slug)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { actor, reply } = await read((await params).slug);
  return { title: reply.subject ?? reply.respondent?.name ?? wordsFor(actor.locale, "replyRequest")("noSubject") };
}

export default async function ReplyPage({ params }: Props) {
  const { actor, reply } = await read((await params).slug);
  const standing = await found(findStanding(actor, "reply_request", reply.slug));
  const edit = `/replies/${reply.slug}/edit`;
  return (
    <>
      <CorrectionNotes corrections={standing.corrections} />
      <ReplyFile
        reply={reply}
        isDesk={may(actor, "read drafts")}
        actions={<EditLink actor={actor} permission="record a reply request" standing={standing} href={edit} />}
        enter={
          may(actor, "record a reply request") &&
          reply.sentOn && (
            <Words of={["replyRequest", "record", "form"]}>
              <ReplyEntryForm action={recordReplyEntryAction} request={reply.slug} today={reply.today} />
            </Words>
          )
        }
      />
      <StandingPanel actor={actor} kind="reply_request" standing={standing} actions={RECORD_ACTIONS} />
    </>
  );
}
