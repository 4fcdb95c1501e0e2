import type { Metadata } from "next";
import { readCharts } from "@/app/_server/charts";
import { readLocale } from "@/app/_server/locale";
import { orNotFound } from "@/app/_server/or-not-found";
import { figureContext } from "@/app/_server/overview";
import { requireActor } from "@/app/_server/session";
import { CountryPage } from "@/components/countries/country-page";
import { findCountry } from "@/db/access/countries/country-file";
import { readWithRevision } from "@/db/access/history/revision-ref";
import { listLatest } from "@/db/access/timeline/timeline";
import { chartsFilter } from "@/lib/charts/charts-filter";
import { countryName } from "@/lib/records/country";

export async function generateMetadata({ params }: PageProps<"/countries/[code]">): Promise<Metadata> {
  return { title: countryName((await params).code.toUpperCase(), await readLocale()) };
}

export default async function Country({ params }: PageProps<"/countries/[code]">) {
  const actor = await requireActor();
  const code = (await params).code.toUpperCase();
  const now = new Date();
  const country = { any: [code], without: [] };
  const view = { ...chartsFilter.absent, country };
  const [{ file, head }, latest, figures] = await orNotFound(
    Promise.all([
      readWithRevision(actor, view, async () => ({ file: await findCountry(actor, code) })),
      listLatest(actor, { country }, 12),
      readCharts(actor, view, now),
    ]),
  );
  return (
    <CountryPage {...{ actor, file, latest }} counted={figureContext(actor, head, now)} charts={{ figures, view }} />
  );
}
