"use client";

import { useChartWidth, usePlotArea, useXAxisScale, XAxis } from "recharts";
import { useFormat } from "#translations";
import type { ClaimedLayout } from "@/lib/charts/claimed";
import { type Packed, unpackJson } from "@/lib/text/pack-json";
import { ChartFrame, FOOT_AXIS, inLines } from "./chart-frame";
import { Claimed, Documented } from "./claimed-marks";
import { Hatch, NotPublicPatterns, StatusPatterns } from "./status-pattern";

type Props = { chart: string; layout: ClaimedLayout };

const ROW = 44;
const AXIS = 22;
const NAMES = 112;
const RIGHT = 96;

/** Rows of countries: who claims how many above, what is documented below, all on one scale. */
export function ClaimedChart({ chart, packed }: { chart: string; packed: Packed<ClaimedLayout> }) {
  const layout = unpackJson(packed);
  const { rows, most, ticks } = layout;
  const statuses = layout.statuses.map(({ status }) => status);
  const format = useFormat();
  return (
    <ChartFrame height={rows.length * ROW + AXIS} margin={{ top: 0, right: RIGHT, bottom: 0, left: NAMES }}>
      <StatusPatterns chart={chart} statuses={statuses} />
      {layout.notPublic && <NotPublicPatterns chart={chart} statuses={statuses} />}
      <Hatch chart={chart} />
      <XAxis
        domain={[0, most]}
        ticks={[...ticks]}
        height={AXIS}
        interval={0}
        tickFormatter={(tick: number) => format.number(tick)}
        {...FOOT_AXIS}
      />
      <Rows chart={chart} layout={layout} />
    </ChartFrame>
  );
}

function Rows({ chart, layout }: Props) {
  const area = usePlotArea();
  const along = useXAxisScale();
  const width = useChartWidth() ?? 0;
  if (!area || !along) return null;
  const x = (value: number) => along(value) ?? 0;
  return (
    <g>
      {layout.ticks.map((tick) => (
        <line key={tick} x1={x(tick)} x2={x(tick)} y1={area.y} y2={area.y + area.height} stroke="var(--rule)" />
      ))}
      {layout.rows.map((row, index) => (
        <g key={row.country} transform={`translate(0 ${area.y + index * ROW})`}>
          <line x1={0} x2={width} y1={ROW} y2={ROW} stroke="var(--rule)" />
          <a href={row.href} tabIndex={-1} className="no-underline hover:underline">
            <Name text={row.name} />
          </a>
          <Claimed chart={chart} row={row} x={x} end={width} />
          <Documented chart={chart} row={row} x={x} end={width} />
        </g>
      ))}
    </g>
  );
}

function Name({ text }: { text: string }) {
  const lines = inLines(text, NAMES - 10, 14);
  return (
    <text textAnchor="end" fontSize={14} fill="var(--ink)">
      {lines.map((line, index) => (
        <tspan key={line} x={NAMES - 10} y={ROW / 2 + (index - (lines.length - 1) / 2) * 15} dy="0.32em">
          {line}
        </tspan>
      ))}
    </text>
  );
}
