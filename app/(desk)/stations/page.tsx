import type { Metadata } from "next";
import { ListTools } from "@/app/_parts/list-tools";
import { readColumnChoice } from "@/app/_server/column-choice";
import { readListedStations } from "@/app/_server/listed-stations";
import { readLocale } from "@/app/_server/locale";
import { requireActor } from "@/app/_server/session";
import { BatchBar } from "@/components/bulk/batch-bar";
import { StationMap } from "@/components/map/station-map";
import { StationList } from "@/components/stations/station-list";
import { StationTable } from "@/components/stations/station-table";
import { Pager } from "@/components/ui/pager";
import { stationFilter } from "@/lib/filters/station-filter";
import { getTranslations } from "@/lib/text/translations";
import { may } from "@/lib/workflow/policy";

/** Of the map's table: the list above it has them too. */
const ROWS_UNDER_MAP = 5;

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "station")("title") };
}

export default async function StationsPage({ searchParams }: PageProps<"/stations">) {
  const actor = await requireActor();
  const { value: view, problems } = stationFilter.parse(await searchParams);
  const { page, points, counts, data } = await readListedStations(actor, view, ROWS_UNDER_MAP);
  const mayRecord = may(actor, "record a station");
  const isSelectable = may(actor, "take on work");
  return (
    <StationList
      view={view}
      problems={problems}
      total={page.total}
      counts={counts}
      mayRecord={mayRecord}
      menu={<ListTools actor={actor} list="stations" query={stationFilter.toQuery(view)} />}
    >
      <div>
        <StationTable
          rows={page.items}
          showState={may(actor, "read drafts")}
          choice={await readColumnChoice("stations")}
          isSelectable={isSelectable}
          {...{ view, mayRecord }}
        />
        <Pager
          total={page.total}
          shown={page.items.length}
          nextHref={page.next && stationFilter.href("/stations", view, { after: page.next })}
          firstHref={view.after && stationFilter.href("/stations", view)}
        />
        {isSelectable && <BatchBar list={stationFilter.href("/stations", view, { after: view.after })} />}
      </div>
      <StationMap points={points} data={data} view={view} />
    </StationList>
  );
}
