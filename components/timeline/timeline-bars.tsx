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
  return unpackJson(packed).map(({ key, ...bar }) => <Bar key={key} {...bar} />);
}

function Bar(bar: Omit<DrawnBar, "key">) {
  const { x, y, width, height, count, title, date } = bar;
  return (
    <a
      href={bar.href}
      aria-label={bar.description}
      tabIndex={-1}
      className="no-underline"
      data-mark
      data-row={bar.row}
    >
      <title>{bar.description}</title>
      <rect
        x={x}
        y={y + BAR - height}
        width={width}
        height={height}
        rx={2}
        fill={bar.fill}
        fillOpacity={bar.opacity}
        stroke={bar.colour}
        strokeWidth={count === null ? 1 : 2}
        strokeDasharray={bar.dashes ?? undefined}
      />
      {count !== null && (
        <text
          x={x + width / 2}
          y={y + BAR / 2}
          dy="0.35em"
          textAnchor="middle"
          fontSize={12}
          fontWeight={600}
          fill="var(--ink)"
          stroke="var(--paper)"
          strokeWidth={3}
          paintOrder="stroke"
        >
          {count}
        </text>
      )}
      {bar.beginsBefore && <path d={`M${x + 8} ${y + 3}l-6 4.5l6 4.5z`} fill="var(--ink)" />}
      {bar.endsAfter && <path d={`M${x + width - 8} ${y + 3}l6 4.5l-6 4.5z`} fill="var(--ink)" />}
      {title !== null && (
        <text
          x={x + 14}
          y={y + BAR / 2}
          dy="0.35em"
          fontSize={13}
          fill="var(--ink)"
          stroke="var(--paper)"
          strokeWidth={4}
          paintOrder="stroke"
        >
          {title}
          {date !== null && <tspan fill="var(--muted)"> · {date}</tspan>}
        </text>
      )}
    </a>
  );
}
