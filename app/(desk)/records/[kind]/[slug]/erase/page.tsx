import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readLocale } from "@/app/_server/locale";
import { orNotFound } from "@/app/_server/or-not-found";
import { requireActorWith } from "@/app/_server/session";
import { eraseContentAction } from "@/app/(desk)/records/history-actions";
import { recordParams } from "@/app/(desk)/records/record-params";
import { EraseSteps } from "@/components/history/erase-steps";
import { findRecordHistory } from "@/db/access/history/record-history";
import { listReferencingRecords } from "@/db/access/workflow/referencing-records";
import { getTranslations } from "@/lib/text/translations";
import { ERASURE_SCOPES } from "@/lib/workflow/erasure";

type Props = PageProps<"/records/[kind]/[slug]/erase">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "history")("eraseTitle", { title: (await params).slug }) };
}

export default async function ErasePage({ params, searchParams }: Props) {
  const actor = await requireActorWith("erase content");
  const { kind, slug } = await recordParams(params);
  const rawScope = (await searchParams).scope;
  const scope = ERASURE_SCOPES.find((name) => name === rawScope) ?? null;
  const history = await orNotFound(findRecordHistory(actor, kind, slug));
  if (!history.state) notFound();
  const referencing = scope === "record" ? await listReferencingRecords(actor, kind, history.id) : [];
  return <EraseSteps history={history} scope={scope} referencing={referencing} action={eraseContentAction} />;
}
