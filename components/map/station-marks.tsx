"use client";

import { ChartMark } from "@/components/charts/mark";
import type { StationsDrawing, StationsMark } from "@/lib/map/stations-figure";
import { type Packed, unpackJson } from "@/lib/text/pack-json";

type Props = {
  packed: Packed<StationsDrawing>;
  /** The size of the world that is drawn below them. */
  world: { readonly width: number; readonly height: number };
  className: string;
};

/** A list's map as it was laid out, which it is sent packed: a mark for each is many times as long. */
export function StationMarks({ packed, world, className }: Props) {
  const { box, scale, marks } = unpackJson(packed);
  return (
    <svg
      role="presentation"
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      className={`h-auto w-full border-y border-rule bg-sunken print-exact ${className}`}
    >
      <image href="/map/world.svg" width={world.width} height={world.height} />
      <g strokeWidth={scale} textAnchor="middle">
        {marks.map((mark) => (
          <Spot key={mark.key} mark={mark} scale={scale} />
        ))}
      </g>
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
      <circle
        cx={x}
        cy={y}
        r={alone ? 6 * scale : Math.max(radius, 7 * scale)}
        className={alone ? "fill-paper" : "fill-ink stroke-paper"}
      />
      <text
        x={x}
        y={y}
        dy="0.35em"
        fontSize={alone ? 15 * scale : Math.max(12 * scale, 0.7 * radius)}
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
