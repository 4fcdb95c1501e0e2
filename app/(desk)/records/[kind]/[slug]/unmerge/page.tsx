import type { Metadata } from "next";
import { readLocale } from "@/app/_server/locale";
import { orNotFound } from "@/app/_server/or-not-found";
import { requireActorWith } from "@/app/_server/session";
import { openUndoAction } from "@/app/(desk)/records/merge-actions";
import { recordParams } from "@/app/(desk)/records/record-params";
import { UnmergePage } from "@/components/merges/unmerge-page";
import { Notice } from "@/components/ui/notice";
import { previewUnmerge } from "@/db/access/merges/merge-reads";
import { listReferenceNames } from "@/db/access/records/record-names";
import { getTranslations } from "@/lib/text/translations";
import { WRITE_PERMISSIONS } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { refusalSentence } from "@/lib/workflow/refusal-sentence";

type Props = PageProps<"/records/[kind]/[slug]/unmerge">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "merge")("undoTitle", { title: (await params).slug }) };
}

export default async function UnmergeRecordsPage({ params, searchParams }: Props) {
  const { kind, slug } = await recordParams(params);
  const actor = await requireActorWith(WRITE_PERMISSIONS[kind]);
  const absorbed = String((await searchParams).of ?? "");
  const preview = await orNotFound(previewUnmerge(actor, kind, slug, absorbed)).catch((error: unknown) => {
    if (error instanceof Refusal && error.kind === "conflict") return error.detail;
    throw error;
  });
  if ("key" in preview) return <Notice kind="caution">{refusalSentence(preview, actor.locale)}</Notice>;
  const names = await listReferenceNames(actor, [preview.survivor.content, preview.after]);
  return <UnmergePage kind={kind} preview={preview} names={names} action={openUndoAction} />;
}
