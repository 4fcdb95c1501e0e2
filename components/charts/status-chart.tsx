"use client";

import { usePlotArea, useXAxisScale, useYAxisScale, XAxis, YAxis } from "recharts";
import { useFormat } from "#translations";
import { stackedAreas } from "@/lib/charts/status-areas";
import type { StatusLayout, StatusStackLayout } from "@/lib/charts/status-layout";
import { statusGlyph } from "@/lib/records/status";
import { type Packed, unpackJson } from "@/lib/text/pack-json";
import { ChartFrame, countAxis, FOOT_AXIS } from "./chart-frame";
import { ChartMark } from "./mark";
import { LINE, spreadOut } from "./spread-out";
import { patternOf, StatusPatterns } from "./status-pattern";

/** One of the small charts, and the scale that it shares with the others. */
type SmallLayout = Pick<StatusLayout, "from" | "to" | "mostInCountry"> & {
  readonly part: StatusLayout["countries"][number];
};

const HEIGHT = 320;
const LABELS = 168;

/** Stacked steps: how many stations had which status, from each day on which that changed. */
export function StatusChart({ chart, packed }: { chart: string; packed: Packed<StatusLayout> }) {
  const layout = unpackJson(packed);
  const format = useFormat();
  return (
    <ChartFrame height={HEIGHT} margin={{ top: 14, right: LABELS, bottom: 0, left: 0 }}>
      <StatusPatterns chart={chart} statuses={layout.statuses} />
      <XAxis
        scale="time"
        domain={[layout.from, layout.to]}
        ticks={layout.years.map(({ at }) => at)}
        interval="equidistantPreserveStart"
        tickFormatter={(at: number) => layout.years.find((year) => year.at === at)?.name ?? ""}
        {...FOOT_AXIS}
      />
      <YAxis {...countAxis(layout, format.number)} />
      <Areas chart={chart} layout={layout} strokeWidth={1} />
      <Marks layout={layout} />
    </ChartFrame>
  );
}

type AreasProps = { chart: string; layout: Parameters<typeof stackedAreas>[0]; strokeWidth: number };

/** The stack, each status in its pattern. */
function Areas({ chart, layout, strokeWidth }: AreasProps) {
  const area = usePlotArea();
  if (!area) return null;
  const at = ([x, y]: readonly [number, number]) =>
    `${(area.x + x * area.width).toFixed(1)},${(area.y + (1 - y) * area.height).toFixed(1)}`;
  return stackedAreas(layout).map(({ status, points }) => (
    <polygon
      key={status}
      points={points.map(at).join(" ")}
      fill={patternOf(chart, status)}
      stroke="var(--paper)"
      strokeWidth={strokeWidth}
    />
  ));
}

function Marks({ layout }: { layout: StatusLayout }) {
  const area = usePlotArea();
  const along = useXAxisScale();
  const up = useYAxisScale();
  if (!area || !along || !up) return null;
  const [x, y] = [(at: number) => along(at) ?? 0, (height: number) => up(height) ?? 0];
  return (
    <g>
      {layout.marks.map(({ at, status, height, description, href }) => (
        <ChartMark key={`${at} ${status}`} description={description} href={href} row={String(at)}>
          <circle cx={x(at)} cy={y(height)} r={9} fill="transparent" />
          <circle cx={x(at)} cy={y(height)} r={2.5} fill="var(--paper)" stroke="var(--ink)" />
        </ChartMark>
      ))}
      <EndLabels layout={layout} x={area.x + area.width} y={y} top={area.y} bottom={area.y + area.height} />
    </g>
  );
}

type EndProps = { layout: StatusStackLayout; x: number; y: (height: number) => number; top: number; bottom: number };

/** Each status is named where its share ends; names that would touch move apart, with a line to their share. */
function EndLabels({ layout, x, y, top, bottom }: EndProps) {
  const format = useFormat();
  const spread = spreadOut(
    layout.labels.map(({ middle }) => y(middle)),
    { least: top + LINE / 2, most: bottom - LINE / 2 },
  );
  return layout.labels.map(({ status, name, count, middle, href }, index) => (
    <g key={status}>
      <path d={`M${x + 1} ${y(middle)}L${x + 12} ${spread[index]}`} stroke="var(--rule-strong)" fill="none" />
      <ChartMark description={`${name}: ${format.number(count)}`} href={href} row="end">
        <text x={x + 16} y={spread[index]} dy="0.34em" fontSize={12} fill="var(--ink)">
          {statusGlyph(status)} {name} <tspan fontWeight={700}>{format.number(count)}</tspan>
        </text>
      </ChartMark>
    </g>
  ));
}

/** The same for one country, small: one of several on one scale. */
export function SmallStatusCharts({ chart, packed }: { chart: string; packed: Packed<SmallLayout> }) {
  const layout = unpackJson(packed);
  const { part } = layout;
  return (
    <ChartFrame height={90} margin={{ top: 4, right: 2, bottom: 2, left: 2 }}>
      <StatusPatterns chart={`${chart}-${part.country}`} statuses={part.statuses} />
      <XAxis
        scale="time"
        domain={[layout.from, layout.to]}
        ticks={[layout.from, layout.to]}
        interval={0}
        height={16}
        tickLine={false}
        axisLine={false}
        {...FOOT_AXIS}
        tick={<End layout={layout} />}
      />
      <Areas
        chart={`${chart}-${part.country}`}
        layout={{ ...part, from: layout.from, to: layout.to, most: layout.mostInCountry }}
        strokeWidth={0.5}
      />
      <PlotBackground part={part} />
    </ChartFrame>
  );
}

/** The year that the drawing begins in, and the one that it ends in. */
function End({
  layout,
  x = 0,
  y = 0,
  payload,
}: {
  layout: Pick<StatusLayout, "from">;
  x?: number;
  y?: number;
  payload?: { value: number };
}) {
  const isFirst = payload?.value === layout.from;
  return (
    <text x={x} y={y + 4} textAnchor={isFirst ? "start" : "end"} fontSize={12} fill="var(--muted)">
      {new Date(payload?.value ?? 0).getUTCFullYear()}
    </text>
  );
}

function PlotBackground({ part }: { part: StatusLayout["countries"][number] }) {
  const area = usePlotArea();
  if (!area) return null;
  return (
    <ChartMark description={part.description} href={part.href} isWhole>
      <rect x={area.x} y={area.y} width={area.width} height={area.height} fill="transparent" />
      <line
        x1={area.x}
        x2={area.x + area.width}
        y1={area.y + area.height}
        y2={area.y + area.height}
        stroke="var(--rule-strong)"
      />
    </ChartMark>
  );
}
