import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { WorldDrawing } from "@/components/map/world-drawing";
import { CoverageMark, StatusMark } from "@/components/ui/marks";
import type { MapDrawn } from "@/db/access/map/map";
import { mapFilter } from "@/lib/filters/map-filter";
import type { OverviewView } from "@/lib/filters/overview-filter";
import { leastBox } from "@/lib/map/cluster-box";
import { countriesByShade } from "@/lib/map/country-shades";
import { countriesByCoverage } from "@/lib/map/coverage-groups";
import { drawMap } from "@/lib/map/map-drawing";
import { COVERAGES } from "@/lib/records/coverage";
import { STATION_STATUSES } from "@/lib/records/status";
import { makeOnce } from "@/lib/text/make-once";
import { OverviewSection } from "./section";

type Props = { drawn: MapDrawn; view: OverviewView };

/** Degrees around the stations of one country. */
const AROUND = 4;

/** Of one country that part of the map is drawn in which its stations lie; else the world. */
function boxOf({ spots }: MapDrawn, { any, without }: OverviewView["country"]) {
  return any.length === 1 && without.length === 0 && spots.length > 0 ? leastBox(spots, AROUND) : undefined;
}

/** The world by what is known of each country, with its stations: a drawing, whose page has the map that moves. */
export function OverviewMap({ drawn, view: { country } }: Props) {
  const t = useTranslations("overview");
  const format = useFormat();
  const locale = useLocaleCode();
  const mapView = { ...mapFilter.absent, country };
  const groups = countriesByCoverage(drawn.countries, country);
  const query = `${locale} ${mapFilter.toQuery(mapView)}`;
  const drawing = makeOnce(drawn.spots, query, () =>
    drawMap(drawn.spots, { ...mapView, box: boxOf(drawn, country) }, locale),
  );
  const alone = new Set(drawn.spots.flatMap(({ stations }) => stations.map(({ status }) => status)));
  const statuses = STATION_STATUSES.filter((status) => alone.has(status));
  const href = mapFilter.href("/map", mapView);
  return (
    <OverviewSection
      id="map-of-all"
      title={t("mapFinding", {
        reported: groups.reported.length,
        examined: groups.examined_none_found.length,
      })}
      more={{ href, label: t("toMap") }}
      className="part-map"
    >
      <div className="overview-map">
        <WorldDrawing
          groups={groups}
          shades={countriesByShade(groups.reported, drawn.countries)}
          isWhole={country.any.length + country.without.length === 0}
          drawing={{
            ...drawing,
            marks: drawing.marks.map((mark) => (mark.href.startsWith("#") ? { ...mark, href } : mark)),
          }}
        />
      </div>
      <ul className="flex flex-wrap items-center gap-x-4 text-xs">
        {COVERAGES.map((coverage) => (
          <li key={coverage} className="flex items-center gap-1">
            <CoverageMark coverage={coverage} /> <span>({format.number(groups[coverage].length)})</span>
          </li>
        ))}
        <li>{t("mapShades")}</li>
        {statuses.map((status) => (
          <li key={status}>
            <StatusMark status={status} />
          </li>
        ))}
      </ul>
    </OverviewSection>
  );
}
