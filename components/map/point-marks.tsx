import { useLocaleCode, useWords } from "#words";
import { countryName } from "@/lib/country";
import type { Cluster, Marked } from "@/lib/geo-cluster";
import { type StationStatus, statusGlyph } from "@/lib/status";

export type MapPoint = Marked & { readonly name: string; readonly country: string; readonly status: StationStatus };

/** A circle for each spot: the status's shape for one station, their number for several that lie too near. */
export function PointMarks({ clusters, scale = 1 }: { clusters: readonly Cluster<MapPoint>[]; scale?: number }) {
  const t = useWords("map");
  const common = useWords("common");
  const locale = useLocaleCode();
  return clusters.map(({ x, y, radius, points }) => {
    const [first] = points;
    if (!first) return null;
    const alone = points.length === 1;
    const size = Math.max(radius, 5) * scale;
    const words = alone
      ? t("point", {
          name: first.name,
          country: countryName(first.country, locale),
          status: common(`status.${first.status}`),
        })
      : t("group", { count: points.length, names: points.map(({ name }) => name).join(", ") });
    const mark = (
      <>
        <title>{words}</title>
        <circle
          cx={x}
          cy={y}
          r={size}
          className={alone ? "fill-paper stroke-ink" : "fill-accent stroke-paper"}
          strokeWidth={0.75 * scale}
        />
        <text
          x={x}
          y={y}
          dy="0.35em"
          textAnchor="middle"
          fontSize={(alone ? 11 : Math.min(11, 5 + radius)) * scale}
          className={alone ? "fill-ink font-mono font-bold" : "fill-accent-ink font-semibold"}
        >
          {alone ? statusGlyph(first.status) : points.length}
        </text>
      </>
    );
    return alone ? (
      <a key={first.id} href={`/stations/${first.id}`} tabIndex={-1}>
        {mark}
      </a>
    ) : (
      <g key={first.id}>{mark}</g>
    );
  });
}
