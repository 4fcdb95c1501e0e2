import { useLocaleCode, useTranslations } from "#translations";
import type { MapSpot } from "@/db/access/map/map";
import { MAP, projectToMap, publicCoordinates, uncertaintyRadius, type ViewBox } from "@/lib/map/geo";
import { type PointCluster, pointsNear } from "@/lib/map/geo-cluster";
import { countryName } from "@/lib/records/country";
import type { CoverageState } from "@/lib/records/coverage";
import { statusGlyph } from "@/lib/records/status";

const SHAPES = "/map/countries.svg";

const spotMark = (spot: MapSpot) => ({
  ...spot,
  id: spot.stations[0]?.slug ?? "",
  ...projectToMap(publicCoordinates(spot, spot.precision)),
});

type Circle = PointCluster<ReturnType<typeof spotMark>>;
const countOf = ({ points }: Circle) => points.reduce((sum, spot) => sum + spot.count, 0);
/** In pixels of a map of its natural width. */
const radiusOf = (count: number) => Math.min(14, 7 + Math.sqrt(count - 1));

/** Circles of the drawing: those that would overlap at this size are one. */
export const circlesOf = (spots: readonly MapSpot[], box: ViewBox): Circle[] =>
  pointsNear(spots.map(spotMark), (a, b) => ((radiusOf(countOf(a)) + radiusOf(countOf(b))) * box.width) / MAP.width);

export const stationsAnchor = (id: string) => `stations-at-${id}`;

type Props = {
  groups: Record<CoverageState, readonly string[]>;
  /** Whether every country is in view: then the land is one shape. */
  isWhole: boolean;
  spots: readonly MapSpot[];
  box: ViewBox;
};

/** The world, drawn by the server: each country filled by what is known of it, and its stations. Shapes come as a file. */
export function WorldDrawing({ groups, isWhole, spots, box }: Props) {
  const t = useTranslations("map");
  const scale = box.width / MAP.width;
  const unexamined = isWhole ? ["coded"] : groups.not_examined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: links in a drawing are no fieldset
    <svg
      role="group"
      aria-label={t("title")}
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      width={MAP.width}
      height={MAP.height}
      className="h-auto w-full bg-sunken print-exact"
    >
      <Patterns scale={scale} />
      <g>
        <use href={`${SHAPES}#land`} className="fill-paper" />
        {unexamined.map((code) => (
          <use key={code} href={`${SHAPES}#${code}`} fill="url(#map-hatch)" />
        ))}
        {groups.examined_none_found.map((code) => (
          <g key={code}>
            <use href={`${SHAPES}#${code}`} className="fill-paper" />
            <use href={`${SHAPES}#${code}`} fill="url(#map-dots)" className="stroke-ink" strokeWidth={1.2 * scale} />
          </g>
        ))}
        {groups.reported.map((code) => (
          <use key={code} href={`${SHAPES}#${code}`} className="fill-data-1" />
        ))}
        <use href={`${SHAPES}#borders`} className="fill-none stroke-paper" strokeWidth={0.6 * scale} />
        <use href={`${SHAPES}#land`} className="fill-none stroke-rule-strong" strokeWidth={0.4 * scale} />
        {spots.map(spotMark).map(({ id, x, y, precision }) => (
          <circle
            key={id}
            cx={x}
            cy={y}
            r={uncertaintyRadius(precision, 0)}
            className="fill-accent/25 stroke-accent"
            strokeWidth={0.5 * scale}
            strokeDasharray={`${2 * scale} ${1.5 * scale}`}
          />
        ))}
      </g>
      <Circles spots={spots} box={box} />
    </svg>
  );
}

function Patterns({ scale }: { scale: number }) {
  const size = 5 * scale;
  return (
    <defs>
      <pattern id="map-hatch" width={size} height={size} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d={`M0 0V${size}`} className="fill-none stroke-data-rest" strokeWidth={1.6 * scale} />
      </pattern>
      <pattern id="map-dots" width={size} height={size} patternUnits="userSpaceOnUse">
        <circle cx={size / 2} cy={size / 2} r={1.1 * scale} className="fill-ink" />
      </pattern>
    </defs>
  );
}

function Circles({ spots, box }: Pick<Props, "spots" | "box">) {
  const t = useTranslations("map");
  const statusWords = useTranslations("status");
  const locale = useLocaleCode();
  const scale = box.width / MAP.width;
  const isSeen = ({ x, y }: { x: number; y: number }) =>
    x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
  return circlesOf(spots, box)
    .filter(isSeen)
    .map((circle) => {
      const { x, y } = circle;
      const stations = circle.points.flatMap((spot) => spot.stations);
      const count = countOf(circle);
      const [first] = stations;
      if (!first) return null;
      const description =
        count === 1
          ? t("point", {
              name: first.name,
              country: countryName(first.country, locale),
              status: statusWords(`label.${first.status}`),
            })
          : t("group", { count, names: stations.map(({ name }) => name).join(", ") });
      return (
        <a
          key={first.slug}
          href={count === 1 ? `/stations/${first.slug}` : `#${stationsAnchor(first.slug)}`}
          tabIndex={-1}
          data-mark=""
          aria-label={description}
          className="no-underline"
        >
          <circle
            cx={x}
            cy={y}
            r={radiusOf(count) * scale}
            className={count === 1 ? "fill-paper stroke-ink" : "fill-ink stroke-paper"}
            strokeWidth={scale}
          />
          <text
            x={x}
            y={y}
            dy="0.35em"
            textAnchor="middle"
            fontSize={(count === 1 ? 13 : 10) * scale}
            className={count === 1 ? "fill-ink font-bold" : "fill-paper font-semibold"}
          >
            {count === 1 ? statusGlyph(first.status) : count}
          </text>
        </a>
      );
    });
}
