import type { Metadata } from "next";
import { readCharts } from "@/app/_server/charts";
import { readLocale } from "@/app/_server/locale";
import { requireActor } from "@/app/_server/session";
import { ChartsPage } from "@/components/charts/charts-page";
import { readTimelineBounds } from "@/db/access/timeline/timeline";
import { chartsFilter } from "@/lib/charts/charts-filter";
import { getTranslations } from "@/lib/text/translations";
import { may } from "@/lib/workflow/policy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "charts")("title") };
}

export default async function ChartsRoute({ searchParams }: PageProps<"/charts">) {
  const actor = await requireActor();
  const { value: view, problems } = chartsFilter.parse(await searchParams);
  const { country, records, box } = view;
  const [figures, dated] = await Promise.all([
    readCharts(actor, view, new Date()),
    readTimelineBounds(actor, { country, records, box }),
  ]);
  const seesDrafts = may(actor, "read drafts");
  return <ChartsPage {...{ view, problems, figures, dated, seesDrafts }} />;
}
