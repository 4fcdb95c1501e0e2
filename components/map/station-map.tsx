import { useLocaleCode, useTranslations } from "#translations";
import { Figure } from "@/components/charts/figure";
import { ChartMark } from "@/components/charts/mark";
import { StatusMark } from "@/components/ui/marks";
import type { StationPoint } from "@/db/access/stations/station-list";
import type { FigureData } from "@/lib/charts/figure";
import { type StationView, stationFilter } from "@/lib/filters/station-filter";
import { MAP } from "@/lib/map/geo";
import { drawStations, type StationsDrawing, type StationsMark } from "@/lib/map/stations-figure";
import { STATION_STATUSES, type StationStatus } from "@/lib/records/status";
import { SeveralKey } from "./several-key";

type Props = { points: readonly StationPoint[]; data: FigureData; view: StationView };

/** How much larger, and so fewer, the marks are on a phone, which shows the map at less than half of its width. */
const NARROW = 1.7;

/** Every station of the list that has a place, on as much of the world as holds them. */
export function StationMap({ points, data, view }: Props) {
  const locale = useLocaleCode();
  const wide = drawStations(points, view, locale);
  const narrow = drawStations(points, view, locale, NARROW);
  return (
    <Figure
      id="stations"
      data={data}
      href={stationFilter.href("/stations", view)}
      route={stationFilter.href("/api/v1/figures/stations", view)}
      isCompact
    >
      <Drawing drawn={wide} className="max-sm:hidden print:block" />
      <Drawing drawn={narrow} className="sm:hidden print:hidden" />
      <Legend
        statuses={STATION_STATUSES.filter((status) => points.some((point) => point.status === status))}
        hasSeveral={narrow.marks.some(({ count }) => count > 1)}
      />
    </Figure>
  );
}

function Drawing({ drawn: { box, scale, marks }, className }: { drawn: StationsDrawing; className: string }) {
  return (
    <svg
      role="presentation"
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      className={`h-auto w-full border-y border-rule bg-sunken print-exact ${className}`}
    >
      <image href="/map/world.svg" width={MAP.width} height={MAP.height} />
      {marks.map((mark) => (
        <Spot key={mark.key} mark={mark} scale={scale} />
      ))}
    </svg>
  );
}

/** The status's shape for one station, their number for several that lie too near. */
function Spot({
  mark: { x, y, radius, count, glyph, description, href },
  scale,
}: {
  mark: StationsMark;
  scale: number;
}) {
  const alone = count === 1;
  const drawn = (
    <>
      <title>{description}</title>
      <circle
        cx={x}
        cy={y}
        r={alone ? 6 * scale : Math.max(radius, 7 * scale)}
        className={alone ? "fill-paper" : "fill-ink stroke-paper"}
        strokeWidth={scale}
      />
      <text
        x={x}
        y={y}
        dy="0.35em"
        textAnchor="middle"
        fontSize={alone ? 15 * scale : Math.max(11 * scale, 0.7 * radius)}
        className={alone ? "fill-ink font-mono font-bold" : "fill-paper font-semibold"}
      >
        {glyph}
      </text>
    </>
  );
  if (href) {
    return (
      <ChartMark description={description} href={href}>
        {drawn}
      </ChartMark>
    );
  }
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: said when the arrow keys come to it, never pressed
    <g role="img" data-mark="" tabIndex={-1} aria-label={description}>
      {drawn}
    </g>
  );
}

function Legend({ statuses, hasSeveral }: { statuses: readonly StationStatus[]; hasSeveral: boolean }) {
  const t = useTranslations("map");
  return (
    <ul aria-label={t("legend")} className="flex flex-wrap gap-x-4 gap-y-1 py-2 text-xs text-muted">
      {statuses.map((status) => (
        <li key={status} data-draw="">
          <StatusMark status={status} />
        </li>
      ))}
      {hasSeveral && <SeveralKey />}
    </ul>
  );
}
