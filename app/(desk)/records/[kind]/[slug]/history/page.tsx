import type { Metadata } from "next";
import { readLocale } from "@/app/_server/locale";
import { orNotFound } from "@/app/_server/or-not-found";
import { requireActorWith } from "@/app/_server/session";
import { recordParams } from "@/app/(desk)/records/record-params";
import { HistoryFile } from "@/components/history/history-file";
import { findRecordHistory, findVersions } from "@/db/access/history/record-history";
import { listMerges } from "@/db/access/merges/merge-reads";
import { listDistinct } from "@/db/access/records/distinct";
import { listReferenceNames } from "@/db/access/records/record-names";
import { chooseVersions } from "@/lib/filters/version-choice";
import { getTranslations } from "@/lib/text/translations";

type Props = PageProps<"/records/[kind]/[slug]/history">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "history")("title", { title: (await params).slug }) };
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const actor = await requireActorWith("read the history");
  const { kind, slug } = await recordParams(params);
  const query = await searchParams;
  const { before } = chooseVersions(query, 0);
  const history = await orNotFound(findRecordHistory(actor, kind, slug, before));
  const { pair } = chooseVersions(query, history.version);
  const versions = await findVersions(actor, kind, slug, pair ? [pair.from, pair.to] : []);
  const [from, to] = pair ? [versions.get(pair.from), versions.get(pair.to)] : [];
  const compared = from && to && !from.isErased && !to.isErased ? { from, to } : null;
  const merges = await listMerges(actor, kind, history.id);
  const names = await listReferenceNames(actor, compared ? [compared.from.snapshot, compared.to.snapshot] : []);
  const distinct = await listDistinct(actor, kind, history.id);
  const shown = { history, pair, before, compared, names, distinct, merges };
  return <HistoryFile actor={actor} {...shown} />;
}
