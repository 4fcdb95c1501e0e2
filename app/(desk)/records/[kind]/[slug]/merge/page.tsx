import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readLocale } from "@/app/_server/locale";
import { orNotFound } from "@/app/_server/or-not-found";
import { requireActorWith } from "@/app/_server/session";
import { openMergeAction } from "@/app/(desk)/records/merge-actions";
import { recordParams } from "@/app/(desk)/records/record-params";
import { MergeChoice, MergePage } from "@/components/merges/merge-page";
import { compareForMerge } from "@/db/access/merges/merge-reads";
import { listRecordsCalled, listReferenceNames } from "@/db/access/records/record-names";
import { findRecord } from "@/db/access/records/record-snapshot";
import { localTitleOf } from "@/lib/records/record-field";
import { isMergeable } from "@/lib/records/record-merge";
import { getTranslations } from "@/lib/text/translations";
import { validationSentence } from "@/lib/workflow/field-errors";
import { Invalid } from "@/lib/workflow/outcome";
import { WRITE_PERMISSIONS } from "@/lib/workflow/policy";

type Props = PageProps<"/records/[kind]/[slug]/merge">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "merge")("title", { title: (await params).slug }) };
}

export default async function MergeRecordsPage({ params, searchParams }: Props) {
  const { kind, slug } = await recordParams(params);
  if (!isMergeable(kind)) notFound();
  const actor = await requireActorWith(WRITE_PERMISSIONS[kind]);
  const asked = String((await searchParams).with ?? "").trim();
  const record = await orNotFound(findRecord(actor, kind, slug));
  const title = localTitleOf(kind, record.input, actor.locale) || slug;
  const choose = (key?: string) => (
    <MergeChoice
      kind={kind}
      record={{ slug, title }}
      asked={asked}
      error={key && validationSentence(key, actor.locale)}
    />
  );
  if (!asked) return choose();
  const called = (await listRecordsCalled(actor, { [kind]: [asked] }))[kind]?.get(asked) ?? [asked];
  const comparison = await orNotFound(compareForMerge(actor, kind, slug, called[0] ?? asked)).catch(
    (error: unknown) => {
      if (error instanceof Invalid) return error.errors.with;
      throw error;
    },
  );
  if (typeof comparison !== "object") return choose(comparison);
  const { survivor, absorbed } = comparison;
  const names = await listReferenceNames(actor, [survivor.content, absorbed.content]);
  return <MergePage kind={kind} comparison={comparison} names={names} action={openMergeAction} />;
}
