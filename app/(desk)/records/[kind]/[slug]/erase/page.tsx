import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { found } from "@/app/_server/found";
import { readLocale } from "@/app/_server/locale";
import { requirePermission } from "@/app/_server/session";
import { eraseContentAction } from "@/app/(desk)/records/history-actions";
import { recordParams } from "@/app/(desk)/records/record-params";
import { EraseSteps } from "@/components/history/erase-steps";
import { findRecordHistory } from "@/db/access/history/record-history";
import { listRestingOn } from "@/db/access/workflow/resting-on";
import { wordsFor } from "@/lib/text/words";
import { ERASURE_SCOPES } from "@/lib/workflow/erasure";

type Props = PageProps<"/records/[kind]/[slug]/erase">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: wordsFor(await readLocale(), "history")("eraseTitle", { title: (await params).slug }) };
}

export default async function ErasePage({ params, searchParams }: Props) {
  const actor = await requirePermission("erase content");
  const { kind, slug } = await recordParams(params);
  const asked = (await searchParams).scope;
  const scope = ERASURE_SCOPES.find((name) => name === asked) ?? null;
  const history = await found(findRecordHistory(actor, kind, slug));
  if (!history.state) notFound();
  const resting = scope === "record" ? await listRestingOn(actor, kind, history.id) : [];
  return <EraseSteps history={history} scope={scope} resting={resting} action={eraseContentAction} />;
}
