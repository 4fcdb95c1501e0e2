import type { Metadata } from "next";
import { cache } from "react";
import { orNotFound } from "@/app/_server/or-not-found";
import { requireActorWith } from "@/app/_server/session";
import { restoreVersionAction } from "@/app/(desk)/records/history-actions";
import { RevisionPage as RevisionFilePage } from "@/components/history/revision-page";
import { findRevision } from "@/db/access/history/revision-file";
import { listReferenceNames } from "@/db/access/records/record-names";
import { drawnOf } from "@/lib/records/record-field";

type Props = PageProps<"/revisions/[hash]">;

const readRevision = cache(async (digits: string) => {
  const actor = await requireActorWith("read the history");
  return { actor, revision: await orNotFound(findRevision(actor, digits)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { revision } = await readRevision((await params).hash);
  return { title: revision.hash.slice(0, 19) };
}

export default async function RevisionRoute({ params }: Props) {
  const { actor, revision } = await readRevision((await params).hash);
  const shown = [revision.snapshot, revision.previous?.snapshot ?? {}];
  const names = await listReferenceNames(
    actor,
    shown.map((snapshot) => drawnOf(revision.kind, snapshot).snapshot),
  );
  return <RevisionFilePage actor={actor} revision={revision} names={names} restore={restoreVersionAction} />;
}
