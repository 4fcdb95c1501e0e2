import type { Metadata } from "next";
import { readLocale } from "@/app/_server/locale";
import { requireActor } from "@/app/_server/session";
import { AsOfBanner } from "@/components/history/as-of-banner";
import { AsOfStart } from "@/components/history/as-of-start";
import { DossierThen } from "@/components/history/dossier-then";
import { findDossierThen } from "@/db/access/history/as-of";
import { readAsOf } from "@/lib/filters/as-of";
import { wordsFor } from "@/lib/text/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsFor(await readLocale(), "history")("dossierTitle") };
}

export default async function DossierThenPage({ searchParams }: PageProps<"/as-of">) {
  const actor = await requireActor();
  const asOf = readAsOf(await searchParams);
  const dossier = asOf && asOf !== "unreadable" ? await findDossierThen(actor, asOf) : null;
  return (
    <>
      <AsOfStart path="/as-of" isAsked={asOf !== null} />
      {asOf && <AsOfBanner asOf={asOf} path="/as-of" today="/" />}
      {asOf && asOf !== "unreadable" && dossier && <DossierThen asOf={asOf} dossier={dossier} />}
    </>
  );
}
