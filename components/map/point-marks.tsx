import { useLocaleCode, useWords } from "#words";
import { countryName } from "@/lib/country";
import type { Cluster, Marked } from "@/lib/geo-cluster";
import { type StationStatus, statusGlyph } from "@/lib/status";

export type MapPoint = Marked & { readonly name: string; readonly country: string; readonly status: StationStatus };

/** A circle for each spot: the status's shape for one station, their number for several that lie too near. */
export function PointMarks({ clusters, scale = 1 }: { clusters: readonly Cluster<MapPoint>[]; scale?: number }) {
  const t = useWords("map");
  const statusWords = useWords("status");
  const locale = useLocaleCode();
  return clusters.map(({ x, y, radius, points }) => {
    const [first] = points;
    if (!first) return null;
    const alone = points.length === 1;
    const words = alone
      ? t("point", {
          name: first.name,
          country: countryName(first.country, locale),
          status: statusWords(`label.${first.status}`),
        })
      : t("group", { count: points.length, names: points.map(({ name }) => name).join(", ") });
    const text = (glyph: string, size: number, look: string) => (
      <text x={x} y={y} dy="0.35em" textAnchor="middle" fontSize={size * scale} className={look}>
        {glyph}
      </text>
    );
    const mark = alone ? (
      <>
        <title>{words}</title>
        <circle cx={x} cy={y} r={6 * scale} className="fill-paper" />
        {text(statusGlyph(first.status), 15, "fill-ink font-mono font-bold")}
      </>
    ) : (
      <>
        <title>{words}</title>
        <circle cx={x} cy={y} r={Math.max(radius, 6 * scale)} className="fill-accent" />
        {text(String(points.length), 9, "fill-accent-ink font-semibold")}
      </>
    );
    return alone ? (
      <a key={first.id} href={`/stations/${first.id}`} tabIndex={-1} className="no-underline">
        {mark}
      </a>
    ) : (
      <g key={first.id}>{mark}</g>
    );
  });
}
