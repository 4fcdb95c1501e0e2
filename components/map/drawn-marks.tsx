"use client";

import type { DrawnMark } from "@/lib/map/map-drawing";

type Props = {
  scale: number;
  areas: readonly (readonly [x: number, y: number, radius: number])[];
  marks: readonly DrawnMark[];
};

/** The areas in which places lie, and the marks over them. Sent as numbers, which are a fifth of their elements. */
export function DrawnMarks({ scale, areas, marks }: Props) {
  return (
    <>
      <g
        className="fill-accent/25 stroke-accent"
        strokeWidth={0.5 * scale}
        strokeDasharray={`${2 * scale} ${1.5 * scale}`}
      >
        {areas.map(([x, y, radius]) => (
          <circle key={`${x} ${y} ${radius}`} cx={x} cy={y} r={radius} />
        ))}
      </g>
      <g strokeWidth={scale} textAnchor="middle" className="[&_a]:no-underline">
        {marks.map(({ x, y, radius, count, glyph, description, href }) => (
          <a key={`${x} ${y}`} href={href} tabIndex={-1} data-mark="" aria-label={description}>
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
              fontSize={(count === 1 ? 13 : 10) * scale}
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
