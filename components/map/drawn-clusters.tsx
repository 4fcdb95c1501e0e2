import { useTranslations } from "#translations";
import type { DrawnCluster, MapDrawing } from "@/lib/map/map-drawing";
import { StationLinks } from "./station-links";

/** The drawing's marks that stand for several stations, each with its list: a mark leads to it, and it opens. */
export function DrawnClusters({ clusters, clustersLeft }: Pick<MapDrawing, "clusters" | "clustersLeft">) {
  const t = useTranslations("map");
  const count = clusters.length + clustersLeft;
  if (count === 0) return null;
  return (
    <details className="text-sm">
      <summary className="text-accent">{t("clustersTitle", { count })}</summary>
      <ul className="mt-2 columns-1 gap-8 sm:columns-2">
        {clusters.map((cluster) => (
          <li key={cluster.anchor} className="break-inside-avoid pb-1">
            <Cluster {...cluster} />
          </li>
        ))}
      </ul>
      {clustersLeft > 0 && <p>{t("clustersLeft", { shown: clusters.length, count: clustersLeft })}</p>}
    </details>
  );
}

function Cluster({ anchor, count, stations, rest }: DrawnCluster) {
  const t = useTranslations("map");
  const names = [...new Set(stations.slice(0, 3).map(({ name }) => name))].join(", ");
  return (
    <details>
      <summary>
        {t("cluster", { count, names })}
        {stations.length > 3 && "…"}
      </summary>
      <div id={anchor} className="border-l-2 border-rule py-1 pl-3">
        <StationLinks stations={stations} count={count} {...rest} />
      </div>
    </details>
  );
}
