import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { found } from "@/app/_server/found";
import { RecordEditor } from "@/app/_server/record-editor";
import { requirePermission } from "@/app/_server/session";
import { OpenProposals } from "@/components/proposals/open-proposals";
import { PageHeading } from "@/components/ui/page-heading";
import { findProposal } from "@/db/access/proposal-file";
import { editedProposal } from "@/lib/edited-proposal";
import { isOpen } from "@/lib/proposal";
import { wordsFor } from "@/lib/words";
import { proposeAction } from "../../actions";

type Props = PageProps<"/proposals/[slug]/edit">;

const read = cache(async (slug: string) => {
  const actor = await requirePermission("submit a record for review");
  const file = await found(findProposal(actor, slug));
  return { actor, file, title: wordsFor(actor.locale, "proposal")("title", { title: file.record.title }) };
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
      <PageHeading title={title} lead={wordsFor(actor.locale, "proposal")("lead")} />
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
