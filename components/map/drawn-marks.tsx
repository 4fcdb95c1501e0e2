"use client";

import type { MapDrawing } from "@/lib/map/map-drawing";
import { type Packed, unpackJson } from "@/lib/text/pack-json";

type Props = { scale: number; packed: Packed<Pick<MapDrawing, "areas" | "marks">> };

/** The areas in which places lie, and the marks over them. */
export function DrawnMarks({ scale, packed }: Props) {
  const { areas, marks } = unpackJson(packed);
  return (
    <>
      <g
        className="fill-accent/25 stroke-accent"
        strokeWidth={0.5 * scale}
        strokeDasharray={`${2 * scale} ${1.5 * scale}`}
      >
        {areas.map(({ x, y, radius }) => (
          <circle key={`${x} ${y} ${radius}`} cx={x} cy={y} r={radius} />
        ))}
      </g>
      <g strokeWidth={scale} textAnchor="middle" className="[&_a]:no-underline">
        {marks.map(({ x, y, radius, count, glyph, description, href }) => (
          <a key={`${x} ${y}`} href={href} tabIndex={-1} data-mark="" aria-label={description}>
            <title>{description}</title>
            <circle
              cx={x}
              cy={y}
              r={radius}
              className={count === 1 ? "fill-paper stroke-ink" : "fill-ink stroke-paper"}
            />
            <text
              x={x}
              y={y}
              dy="0.35em"
              fontSize={(count === 1 ? 13 : 12) * scale}
              className={count === 1 ? "fill-ink font-bold" : "fill-paper font-semibold"}
            >
              {glyph}
            </text>
          </a>
        ))}
      </g>
    </>
  );
}
