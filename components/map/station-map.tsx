import { useFormat, useLocaleCode, useWords } from "#words";
import { DataTable } from "@/components/ui/data-table";
import { Figure } from "@/components/ui/figure";
import { QuietLink } from "@/components/ui/link";
import { StatusMark } from "@/components/ui/marks";
import type { StationPoint } from "@/db/access/station-list";
import { countryName } from "@/lib/country";
import { MAP, project, publicCoordinates, viewBoxOf } from "@/lib/geo";
import { clusterPoints } from "@/lib/geo-cluster";
import { STATION_STATUSES, type StationStatus } from "@/lib/status";
import { MapCredit } from "./map-credit";
import { PointMarks } from "./point-marks";

type Props = {
  points: readonly StationPoint[];
  /** How many stations the list has, with and without a place. */
  total: number;
};

const markOf = ({ slug, name, country, status, precision, ...at }: StationPoint) => ({
  id: slug,
  name,
  country,
  status,
  ...project(publicCoordinates(at, precision)),
});

/** Every station of the list that has a place, on as much of the world as holds them; the same as a table behind it. */
export function StationMap({ points, total }: Props) {
  const t = useWords("map");
  const missing = total - points.length;
  const marks = points.map(markOf);
  const box = viewBoxOf(marks, { margin: 40, least: 200 });
  const scale = box.width / MAP.width;
  return (
    <Figure
      title={t("world")}
      summary={
        <>
          {t("summary", { count: points.length })} {missing > 0 && t("missing", { count: missing })}
        </>
      }
      table={<PointTable points={points} />}
      provenance={<MapCredit />}
    >
      <svg
        viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
        aria-hidden="true"
        className="h-auto w-full border-y border-rule bg-sunken print-exact"
      >
        <image href="/map/world.svg" width={MAP.width} height={MAP.height} />
        <PointMarks clusters={clusterPoints(marks, 3.5 * scale)} scale={scale} />
      </svg>
      <Legend statuses={STATION_STATUSES.filter((status) => points.some((point) => point.status === status))} />
    </Figure>
  );
}

function Legend({ statuses }: { statuses: readonly StationStatus[] }) {
  const t = useWords("map");
  return (
    <ul aria-label={t("legend")} className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
      {statuses.map((status) => (
        <li key={status}>
          <StatusMark status={status} />
        </li>
      ))}
      <li>
        <span
          aria-hidden="true"
          className="mr-1 inline-block min-w-4 rounded-full bg-accent px-1 text-center font-semibold text-accent-ink print-exact"
        >
          2
        </span>
        {t("several")}
      </li>
    </ul>
  );
}

function PointTable({ points }: { points: readonly StationPoint[] }) {
  const t = useWords("map");
  const station = useWords("station");
  const format = useFormat();
  const locale = useLocaleCode();
  return (
    <DataTable
      caption={t("table")}
      rows={points}
      rowKey={({ slug }) => slug}
      columns={[
        {
          key: "name",
          header: station("column.name"),
          heading: true,
          cell: ({ slug, name }) => <QuietLink href={`/stations/${slug}`}>{name}</QuietLink>,
        },
        {
          key: "country",
          header: station("column.country"),
          cell: ({ country }) => countryName(country, locale),
        },
        {
          key: "status",
          header: station("column.status"),
          cell: ({ status }) => <StatusMark status={status} />,
        },
        {
          key: "coordinates",
          header: t("coordinates"),
          cell: ({ precision, ...at }) => {
            const { latitude, longitude } = publicCoordinates(at, precision);
            return `${format.number(latitude)}; ${format.number(longitude)}`;
          },
        },
        {
          key: "precision",
          header: t("precision"),
          cell: ({ precision }) => station(`precision.${precision}`),
        },
      ]}
    />
  );
}
