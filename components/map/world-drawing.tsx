import { useTranslations } from "#translations";
import { COUNTRY_SHADES } from "@/lib/map/country-shades";
import { MAP } from "@/lib/map/geo";
import type { MapDrawing } from "@/lib/map/map-drawing";
import type { CoverageState } from "@/lib/records/coverage";
import { packJson } from "@/lib/text/pack-json";
import { DrawnMarks } from "./drawn-marks";

const SHAPES = "/map/countries.svg";

type Props = {
  groups: Record<CoverageState, readonly string[]>;
  /** The reported ones as `countriesByShade` has them. */
  shades: readonly (readonly string[])[];
  /** Whether every country is in view: then the land is one shape. */
  isWhole: boolean;
  drawing: MapDrawing;
};

/** The world, drawn by the server: each country filled by what is known of it, and its stations. Shapes come as a file. */
export function WorldDrawing({ groups, shades, isWhole, drawing: { box, areas, marks } }: Props) {
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
        {/* What is hatched as a whole would show through a light shade. */}
        <g className="fill-paper">
          {groups.reported.map((code) => (
            <use key={code} href={`${SHAPES}#${code}`} />
          ))}
        </g>
        {COUNTRY_SHADES.map(({ least, opacity }, step) => (
          <g key={least} className="fill-data-1" fillOpacity={opacity}>
            {shades[step]?.map((code) => (
              <use key={code} href={`${SHAPES}#${code}`} />
            ))}
          </g>
        ))}
        <use href={`${SHAPES}#borders`} className="fill-none stroke-paper" strokeWidth={0.6 * scale} />
        <use href={`${SHAPES}#land`} className="fill-none stroke-rule-strong" strokeWidth={0.4 * scale} />
      </g>
      <DrawnMarks scale={scale} packed={packJson({ areas, marks })} />
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
