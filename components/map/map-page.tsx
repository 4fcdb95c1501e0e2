import { useLocaleCode, useTranslations } from "#translations";
import { Figure } from "@/components/charts/figure";
import { Messages } from "@/components/messages";
import { ListFrame, useChips } from "@/components/records/list-frame";
import { type FacetCounts, useStationLabels } from "@/components/stations/station-labels";
import { StationTable } from "@/components/stations/station-table";
import { Play } from "@/components/timeline/play";
import { QuietLink } from "@/components/ui/link";
import type { MapDrawn } from "@/db/access/map/map";
import type { ListedStation } from "@/db/access/stations/station-list";
import type { FigureData } from "@/lib/charts/figure";
import type { FilterProblem } from "@/lib/filters/filter";
import { type MapView, mapFilter } from "@/lib/filters/map-filter";
import { stationFilter } from "@/lib/filters/station-filter";
import { countriesByShade, oneShade } from "@/lib/map/country-shades";
import { countriesByCoverage } from "@/lib/map/coverage-groups";
import { drawMap } from "@/lib/map/map-drawing";
import { mapStationsHref } from "@/lib/map/map-figure";
import { MAP_SECTIONS, type MapSection } from "@/lib/map/map-view";
import { makeOnce } from "@/lib/text/make-once";
import { CountryRanking } from "./country-ranking";
import { DrawnClusters } from "./drawn-clusters";
import { MapCredit } from "./map-credit";
import { MapFilters } from "./map-filters";
import { MapIsland } from "./map-island";
import { MapLegend } from "./map-legend";
import { WorldDrawing } from "./world-drawing";

type Props = {
  view: MapView;
  problems: readonly FilterProblem[];
  drawn: MapDrawn;
  data: FigureData;
  counts: FacetCounts;
  stations: { readonly items: readonly ListedStation[]; readonly total: number };
  seesDrafts: boolean;
  styleUrl: string | null;
};

/** The map with what it leaves out: the countries by number beside it, the stations in its box below. */
export function MapPage({ view, problems, drawn, data, counts, stations, seesDrafts, styleUrl }: Props) {
  const t = useTranslations("map");
  const labels = useStationLabels(counts);
  const narrowings = mapFilter.narrowings(view).filter(({ key }) => key !== "from");
  const listView = { ...stationFilter.absent, ...view };
  return (
    <ListFrame
      title={t("title")}
      lead={t("lead")}
      problems={problems}
      chips={useChips(narrowings, labels, (narrowing) => mapFilter.without("/map", view, narrowing))}
      clearHref="/map"
      filters={<MapFilters view={view} counts={counts} seesDrafts={seesDrafts} />}
    >
      <Drawn view={view} drawn={drawn} data={data} styleUrl={styleUrl} />
      <section aria-labelledby="in-view" className="flex min-w-0 flex-col gap-2">
        <h2 id="in-view" className="text-lg">
          {t("listTitle")}
        </h2>
        <p className="text-sm text-muted">{labels.sentence(listView, stations.total)}</p>
        <StationTable rows={stations.items} view={listView} showState={seesDrafts} mayRecord={false} />
        {stations.total > stations.items.length && (
          <p className="text-sm">
            <QuietLink href={mapStationsHref(view)}>{t("listAll", { count: stations.total })}</QuietLink>
          </p>
        )}
      </section>
    </ListFrame>
  );
}

function Drawn({ view, drawn, data, styleUrl }: Pick<Props, "view" | "drawn" | "data" | "styleUrl">) {
  const t = useTranslations("map");
  const common = useTranslations("common");
  const locale = useLocaleCode();
  const { spots, countries, placed, undrawn } = drawn;
  const groups = countriesByCoverage(countries, view.country);
  const drawing = makeOnce(spots, `${locale} ${mapFilter.toQuery(view)}`, () => drawMap(spots, view, locale));
  const shades = view.box ? oneShade(groups.reported) : countriesByShade(groups.reported, countries);
  const stationsIn = Object.fromEntries(
    countries.filter(({ stations }) => stations > 0).map(({ country, stations }) => [country, stations]),
  );
  const known = {
    groups,
    stationsIn,
    coverage: {
      reported: common("coverage.reported"),
      examined_none_found: common("coverage.examined_none_found"),
      not_examined: common("coverage.not_examined"),
    },
    isPart: view.box !== undefined,
  };
  const isWhole = view.country.any.length + view.country.without.length === 0;
  const missing = view.box ? 0 : drawn.total - placed;
  return (
    <>
      <Sections view={view} />
      <div className="grid gap-x-8 gap-y-6 2xl:grid-cols-[minmax(0,1fr)_15rem]">
        <div className="flex min-w-0 flex-col gap-3">
          <Figure
            id="map"
            isTeaching
            data={data}
            href={mapFilter.href("/map", view)}
            route={mapFilter.href("/api/v1/figures/map", view)}
          >
            <Messages of={["map", "status"]}>
              <MapIsland
                {...known}
                shades={shades}
                dataUrl={mapFilter.href("/api/v1/map", { ...view, box: undefined })}
                box={view.box}
                styleUrl={styleUrl}
                listHref={mapStationsHref(view, { box: undefined })}
              >
                <WorldDrawing groups={groups} shades={shades} isWhole={isWhole} drawing={drawing} />
              </MapIsland>
            </Messages>
            <MapLegend groups={groups} isPart={view.box !== undefined} />
          </Figure>
          {drawn.days && drawn.days.from < drawn.days.to && (
            <Messages of={["explorer"]}>
              <Play
                path="/map"
                query={mapFilter.toQuery({ ...view, to: undefined })}
                bounds={drawn.days}
                value={view.to}
              />
            </Messages>
          )}
          <LeftOut missing={missing} undrawn={undrawn} areas={drawing.areasLeft} />
          <DrawnClusters {...drawing} />
          <MapCredit />
          <p className="text-xs text-muted">{t("policy")}</p>
        </div>
        <CountryRanking countries={countries} groups={groups} view={view} />
      </div>
    </>
  );
}

/** What is on file and not in the drawing. */
function LeftOut({ missing, undrawn, areas }: { missing: number; undrawn: number; areas: number }) {
  const t = useTranslations("map");
  const sentences = [
    missing > 0 && t("placeless", { count: missing }),
    undrawn > 0 && t("undrawn", { count: undrawn }),
    areas > 0 && t("areasLeft", { count: areas }),
  ].filter(Boolean);
  return sentences.length > 0 && <p className="text-sm">{sentences.join(" ")}</p>;
}

function Sections({ view }: { view: MapView }) {
  const t = useTranslations("map");
  const sections = Object.entries(MAP_SECTIONS) as [MapSection, (typeof MAP_SECTIONS)[MapSection]][];
  return (
    <nav aria-label={t("sections")} className="print:hidden">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        <li>
          <QuietLink href={mapFilter.href("/map", view, { box: undefined })}>{t("section.world")}</QuietLink>
        </li>
        {sections.map(([name, box]) => (
          <li key={name}>
            <QuietLink href={mapFilter.href("/map", view, { box })}>{t(`section.${name}`)}</QuietLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
