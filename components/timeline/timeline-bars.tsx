"use client";

import { type Packed, unpackJson } from "@/lib/text/pack-json";
import { BAR } from "./timeline-entry";

/** One mark of the drawing, where it stands and what it says. */
export type DrawnBar = {
  readonly key: string;
  readonly href: string;
  readonly description: string;
  /** Marks of one row of a lane: the arrow keys go along it. */
  readonly row: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  readonly opacity: number;
  readonly colour: string;
  readonly dashes: string | null;
  /** Of several records. */
  readonly count: number | null;
  /** Written beside it, with its date where that is no day. */
  readonly title: string | null;
  readonly date: string | null;
  readonly beginsBefore: boolean;
  readonly endsAfter: boolean;
};

/** The marks of a lane, which are sent packed: their sentences and addresses are much alike. */
export function TimelineBars({ packed }: { packed: Packed<readonly DrawnBar[]> }) {
  return (
    // What the numbers on the marks look like is said once.
    <g
      fontSize={12}
      fontWeight={600}
      fill="var(--ink)"
      stroke="var(--paper)"
      strokeWidth={3}
      paintOrder="stroke"
      textAnchor="middle"
    >
      {unpackJson(packed).map(({ key, ...bar }) => (
        <Bar key={key} {...bar} />
      ))}
    </g>
  );
}

function Bar(bar: Omit<DrawnBar, "key">) {
  const { x, y, width, height, count, title, date } = bar;
  return (
    <a href={bar.href} aria-label={bar.description} tabIndex={-1} data-mark="" data-row={bar.row}>
      <rect
        x={x}
        y={y + BAR - height}
        width={width}
        height={height}
        rx={2}
        fill={bar.fill}
        fillOpacity={bar.opacity === 1 ? undefined : bar.opacity}
        stroke={bar.colour}
        strokeWidth={count === null ? 1 : 2}
        strokeDasharray={bar.dashes ?? undefined}
      />
      {count !== null && (
        <text x={x + width / 2} y={y + BAR / 2} dy="0.35em">
          {count}
        </text>
      )}
      {bar.beginsBefore && <path d={`M${x + 8} ${y + 3}l-6 4.5l6 4.5z`} stroke="none" />}
      {bar.endsAfter && <path d={`M${x + width - 8} ${y + 3}l6 4.5l-6 4.5z`} stroke="none" />}
      {title !== null && (
        <text
          x={x + 14}
          y={y + BAR / 2}
          dy="0.35em"
          fontSize={13}
          fontWeight={400}
          strokeWidth={4}
          textAnchor="start"
        >
          {title}
          {date !== null && <tspan fill="var(--muted)"> · {date}</tspan>}
        </text>
      )}
    </a>
  );
}
