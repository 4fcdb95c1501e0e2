import type { Metadata } from "next";
import { readLocale } from "@/app/_server/locale";
import { requireActor } from "@/app/_server/session";
import { AsOfBanner } from "@/components/history/as-of-banner";
import { AsOfStart } from "@/components/history/as-of-start";
import { DossierAsOf } from "@/components/history/dossier-as-of";
import { readDossierAsOf } from "@/db/access/history/as-of";
import { newsroomZone } from "@/db/newsroom";
import { dossierAsOfFilter, readAsOf } from "@/lib/filters/as-of";
import { getTranslations } from "@/lib/text/translations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "history")("dossierTitle") };
}

export default async function DossierThenPage({ searchParams }: PageProps<"/as-of">) {
  const actor = await requireActor();
  const query = await searchParams;
  const asOf = readAsOf(query, newsroomZone());
  const { after } = dossierAsOfFilter.parse(query).value;
  const dossier = asOf && typeof asOf !== "string" ? await readDossierAsOf(actor, asOf, after?.slug) : null;
  return (
    <>
      <AsOfStart path="/as-of" isAsked={asOf !== null} />
      {asOf && <AsOfBanner asOf={asOf} path="/as-of" today="/" />}
      {asOf && typeof asOf !== "string" && dossier && <DossierAsOf asOf={asOf} dossier={dossier} isFirst={!after} />}
    </>
  );
}
