import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { RecordEditor } from "@/app/_parts/record-editor";
import { orNotFound } from "@/app/_server/or-not-found";
import { requireActorWith } from "@/app/_server/session";
import { OpenProposals } from "@/components/proposals/open-proposals";
import { PageHeading } from "@/components/ui/page-heading";
import { findProposal } from "@/db/access/workflow/proposal-file";
import { getTranslations } from "@/lib/text/translations";
import { editedProposal } from "@/lib/workflow/edited-proposal";
import { isOpen } from "@/lib/workflow/proposal";
import { proposeAction } from "../../actions";

type Props = PageProps<"/proposals/[slug]/edit">;

const read = cache(async (slug: string) => {
  const actor = await requireActorWith("submit a record for review");
  const file = await orNotFound(findProposal(actor, slug));
  return { actor, file, title: getTranslations(actor.locale, "proposal")("title", { title: file.record.title }) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await read((await params).slug)).title };
}

export default async function EditProposalPage({ params }: Props) {
  const { actor, file, title } = await read((await params).slug);
  const href = `/proposals/${file.proposal.slug}`;
  if (!isOpen(file.proposal.state)) redirect(href);
  return (
    <>
      <PageHeading isSentence title={title} lead={getTranslations(actor.locale, "proposal")("lead")} />
      <OpenProposals proposals={file.others} others />
      <RecordEditor
        actor={actor}
        kind={file.proposal.recordKind}
        edited={{
          slug: file.record.slug,
          version: file.record.version,
          input: file.current,
          proposal: editedProposal(file),
        }}
        action={proposeAction}
        cancelHref={href}
      />
    </>
  );
}
