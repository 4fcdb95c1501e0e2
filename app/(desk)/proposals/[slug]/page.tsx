import type { Metadata } from "next";
import { cache } from "react";
import { DiscussionSection } from "@/app/_parts/discussion";
import { missingFields } from "@/app/_server/missing-fields";
import { orNotFound } from "@/app/_server/or-not-found";
import { requireActorWith } from "@/app/_server/session";
import { ProposalPage } from "@/components/proposals/proposal-page";
import { listReferenceNames } from "@/db/access/records/record-names";
import { findProposal } from "@/db/access/workflow/proposal-file";
import { getTranslations } from "@/lib/text/translations";
import { transitionProposalAction } from "../actions";

type Props = PageProps<"/proposals/[slug]">;

const read = cache(async (slug: string) => {
  const actor = await requireActorWith("read drafts");
  return { actor, file: await orNotFound(findProposal(actor, slug)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { actor, file } = await read((await params).slug);
  return { title: getTranslations(actor.locale, "proposal")("title", { title: file.record.title }) };
}

export default async function ProposalFilePage({ params }: Props) {
  const { actor, file } = await read((await params).slug);
  const names = await listReferenceNames(actor, [
    file.before,
    ...(file.after ? [file.after] : []),
    ...(file.joins ? [file.joins.other.content] : []),
  ]);
  return (
    <ProposalPage
      actor={actor}
      file={file}
      names={names}
      missing={missingFields(file.proposal, actor.locale)}
      move={transitionProposalAction}
    >
      <DiscussionSection actor={actor} kind="proposal" slug={file.proposal.slug} />
    </ProposalPage>
  );
}
