"use client";

import { Bar, BarChart, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { useWords } from "#words";
import { type StationStatus, statusGlyph } from "@/lib/status";
import { patternOf, StatusPatterns } from "./status-pattern";

export type StationsBar = {
  readonly code: string;
  readonly name: string;
  readonly total: number;
  readonly counts: Partial<Record<StationStatus, number>>;
};

type Props = { bars: readonly StationsBar[]; statuses: readonly StationStatus[]; names: Record<string, string> };

const ROW = 30;
const CHART = "stations-by-status";

/** Bars of countries divided by status; the table behind it says the same to whoever can't see it. */
export function StationsChart({ bars, statuses, names }: Props) {
  const t = useWords("chart");
  const height = bars.length * ROW + 8;
  const data = bars.map((bar) => ({ ...bar.counts, ...bar }));
  return (
    <div>
      <p className="sr-only">{t("stationsLabel")}</p>
      <div aria-hidden="true" className="overflow-hidden" style={{ height }}>
        <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 640, height }}>
          <BarChart
            data={data}
            layout="vertical"
            margin={{ top: 0, right: 8, bottom: 8, left: 0 }}
            barSize={20}
            accessibilityLayer={false}
          >
            <StatusPatterns chart={CHART} statuses={statuses} />
            <XAxis type="number" hide domain={[0, "dataMax"]} />
            <YAxis
              type="category"
              dataKey="code"
              width={150}
              interval={0}
              axisLine={false}
              tickLine={false}
              tick={(tick) => <CountryTick x={Number(tick.x)} y={Number(tick.y)} bar={bars[tick.index]} />}
            />
            {statuses.map((status) => (
              <Bar
                key={status}
                dataKey={status}
                stackId="status"
                fill={patternOf(CHART, status)}
                isAnimationActive={false}
                shape={(part: unknown) => <Segment part={part as Part} status={status} />}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <ul aria-label={t("key")} className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-xs">
        {statuses.map((status) => (
          <li key={status} className="flex items-center gap-1">
            <svg width="20" height="14" aria-hidden="true" className="print-exact">
              <StatusPatterns chart={`key-${status}`} statuses={[status]} />
              <rect width="20" height="14" fill={patternOf(`key-${status}`, status)} />
            </svg>
            {statusGlyph(status)} {names[status]}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What recharts hands to a bar's shape; `payload` is its row of the data. */
type Part = { x: number; y: number; width: number; height: number; fill: string; payload: StationsBar };

function CountryTick({ x, y, bar }: { x: number; y: number; bar: StationsBar | undefined }) {
  if (!bar) return null;
  return (
    <a href={`/stations?country=${bar.code}`} tabIndex={-1}>
      <text x={x} y={y} dy="0.32em" textAnchor="end" fontSize={14} fill="var(--ink)">
        {bar.name.length > 17 ? `${bar.name.slice(0, 16)}…` : bar.name} <tspan fontWeight={700}>{bar.total}</tspan>
      </text>
    </a>
  );
}

/** A part of a bar; its number stands on its own ground, since the part may be striped, and only where there is room. */
function Segment({ part: { x, y, width, height, fill, payload }, status }: { part: Part; status: StationStatus }) {
  if (!(width > 0)) return null;
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} fill={fill} stroke="var(--paper)" />
      {width >= 34 && (
        <>
          <rect x={x + 3} y={y + 3} width={28} height={height - 6} rx={2} fill="var(--paper)" />
          <text x={x + 17} y={y + height / 2} dy="0.34em" textAnchor="middle" fontSize={12} fill="var(--ink)">
            {statusGlyph(status)} {payload.counts[status]}
          </text>
        </>
      )}
    </g>
  );
}
