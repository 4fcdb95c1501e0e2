import { useTranslations } from "#translations";
import { MAP, projectToMap, publicCoordinates, uncertaintyRadius, viewBoxOf } from "@/lib/map/geo";
import type { LocationPrecision } from "@/lib/records/station";

type Props = { name: string; latitude: number; longitude: number; precision: LocationPrecision };

/** A section of the world around one place, which is drawn as the area that its precision allows. */
export function LocatorMap({ name, precision, ...at }: Props) {
  const t = useTranslations("map");
  const point = projectToMap(publicCoordinates(at, precision));
  const box = viewBoxOf([point], { least: 150 });
  const radius = uncertaintyRadius(precision, 2);
  return (
    <svg
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      role="img"
      aria-label={t("locator", { name })}
      className="h-auto w-full max-w-sm border border-rule bg-sunken print-exact"
    >
      <image href="/map/world.svg" width={MAP.width} height={MAP.height} />
      <circle
        cx={point.x}
        cy={point.y}
        r={radius}
        className="fill-accent/30 stroke-accent"
        strokeWidth={0.6}
        strokeDasharray={precision === "exact" ? undefined : "1.2 0.8"}
      />
      <path
        d={`M${point.x - 6} ${point.y}h${6 - radius}M${point.x + 6} ${point.y}h${radius - 6}M${point.x} ${point.y - 6}v${6 - radius}M${point.x} ${point.y + 6}v${radius - 6}`}
        className="fill-none stroke-ink"
        strokeWidth={0.5}
      />
    </svg>
  );
}
