import { useTranslations } from "#translations";
import type { MapSpot } from "@/db/access/map/map";
import type { MapView } from "@/lib/filters/map-filter";
import { boxAround } from "@/lib/map/cluster-box";
import { mapStationsHref } from "@/lib/map/map-figure";
import { viewBoxOfBox } from "@/lib/map/map-view";
import { StationLinks } from "./station-links";
import { circlesOf, stationsAnchor } from "./world-drawing";

/** The drawing's marks that stand for several stations, each with its list: a mark leads to it, and it opens. */
export function DrawnClusters({ spots, view }: { spots: readonly MapSpot[]; view: MapView }) {
  const t = useTranslations("map");
  const box = viewBoxOfBox(view.box);
  const several = circlesOf(spots, box)
    .filter(({ x, y }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height)
    .map(({ points }) => ({
      count: points.reduce((sum, spot) => sum + spot.count, 0),
      stations: points.flatMap((spot) => spot.stations),
      around: boxAround(points, spots),
    }))
    .filter(({ count }) => count > 1);
  if (several.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="text-accent">{t("clustersTitle", { count: several.length })}</summary>
      <ul className="mt-2 columns-1 gap-8 sm:columns-2">
        {several.map(({ count, stations, around }) => (
          <li key={stations[0]?.slug} className="break-inside-avoid pb-1">
            <details>
              <summary>
                {t("cluster", {
                  count,
                  names: [...new Set(stations.slice(0, 3).map(({ name }) => name))].join(", "),
                })}
                {stations.length > 3 && "…"}
              </summary>
              <div id={stationsAnchor(stations[0]?.slug ?? "")} className="border-l-2 border-rule py-1 pl-3">
                <StationLinks
                  stations={stations}
                  count={count}
                  href={around && mapStationsHref(view, { box: around })}
                />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </details>
  );
}
