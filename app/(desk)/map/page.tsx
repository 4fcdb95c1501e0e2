import type { Metadata } from "next";
import { readDrawnMap } from "@/app/_server/drawn-map";
import { readLocale } from "@/app/_server/locale";
import { mapStyleUrl } from "@/app/_server/map-style";
import { requireActor } from "@/app/_server/session";
import { MapPage } from "@/components/map/map-page";
import { countStations, listStations } from "@/db/access/stations/station-list";
import { mapFilter } from "@/lib/filters/map-filter";
import { getTranslations } from "@/lib/text/translations";
import { may } from "@/lib/workflow/policy";

const LISTED = 25;

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "map")("title") };
}

export default async function ExplorerPage({ searchParams }: PageProps<"/map">) {
  const actor = await requireActor();
  const { value: view, problems } = mapFilter.parse(await searchParams);
  const [{ drawn, data }, counts, stations] = await Promise.all([
    readDrawnMap(actor, view),
    countStations(actor, view),
    listStations(actor, { ...view, limit: LISTED }),
  ]);
  return (
    <MapPage
      view={view}
      problems={problems}
      drawn={drawn}
      data={data}
      counts={counts}
      stations={stations}
      seesDrafts={may(actor, "read drafts")}
      styleUrl={mapStyleUrl()}
    />
  );
}
