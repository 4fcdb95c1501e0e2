import { useFormat, useLocaleCode, useWords } from "#words";
import { DataTable } from "@/components/ui/data-table";
import { Figure } from "@/components/ui/figure";
import { QuietLink } from "@/components/ui/link";
import { StatusMark } from "@/components/ui/marks";
import type { StationPoint } from "@/db/access/station-list";
import { countryName } from "@/lib/country";
import { MAP, project, publicCoordinates } from "@/lib/geo";
import { clusterPoints } from "@/lib/geo-cluster";
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

/** The world with every station of the list that has a place; the same stations as a table behind it. */
export function StationMap({ points, total }: Props) {
  const t = useWords("map");
  const missing = total - points.length;
  const clusters = clusterPoints(points.map(markOf), 5);
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
        viewBox={`0 0 ${MAP.width} ${MAP.height}`}
        aria-hidden="true"
        className="h-auto w-full border-y border-rule bg-sunken print-exact"
      >
        <image href="/map/world.svg" width={MAP.width} height={MAP.height} />
        <PointMarks clusters={clusters} />
      </svg>
    </Figure>
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
            return `${format.number(latitude)}, ${format.number(longitude)}`;
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
