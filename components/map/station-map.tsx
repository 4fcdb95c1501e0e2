import { useLocaleCode, useTranslations } from "#translations";
import { Figure } from "@/components/charts/figure";
import { StatusMark } from "@/components/ui/marks";
import type { StationPoint } from "@/db/access/stations/station-list";
import type { FigureData } from "@/lib/charts/figure";
import { type StationView, stationFilter } from "@/lib/filters/station-filter";
import { MAP } from "@/lib/map/geo";
import { drawStations } from "@/lib/map/stations-figure";
import { STATION_STATUSES, type StationStatus } from "@/lib/records/status";
import { makeOnce } from "@/lib/text/make-once";
import { packJson } from "@/lib/text/pack-json";
import { SeveralKey } from "./several-key";
import { StationMarks } from "./station-marks";

type Props = { points: readonly StationPoint[]; data: FigureData; view: StationView };

/** How much larger, and so fewer, the marks are on a phone, which shows the map at less than half of its width. */
const NARROW = 1.7;

/** Every station of the list that has a place, on as much of the world as holds them. */
export function StationMap({ points, data, view }: Props) {
  const locale = useLocaleCode();
  const drawn = (size: number) =>
    makeOnce(points, `${locale} ${size} ${stationFilter.toQuery({ ...view, after: undefined })}`, () => {
      const drawing = drawStations(points, view, locale, size);
      return { packed: packJson(drawing), hasSeveral: drawing.marks.some(({ count }) => count > 1) };
    });
  const [wide, narrow] = [drawn(1), drawn(NARROW)];
  return (
    <Figure
      id="stations"
      isTeaching
      data={data}
      href={stationFilter.href("/stations", view)}
      route={stationFilter.href("/api/v1/figures/stations", view)}
      isCompact
    >
      <StationMarks packed={wide.packed} world={MAP} className="max-sm:hidden print:block" />
      <StationMarks packed={narrow.packed} world={MAP} className="sm:hidden print:hidden" />
      <Legend
        statuses={STATION_STATUSES.filter((status) => points.some((point) => point.status === status))}
        hasSeveral={narrow.hasSeveral}
      />
    </Figure>
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
