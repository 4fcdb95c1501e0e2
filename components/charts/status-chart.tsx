"use client";

import { Area, AreaChart, usePlotArea, useXAxisScale, useYAxisScale, XAxis, YAxis, ZIndexLayer } from "recharts";
import { useFormat } from "#translations";
import type { StatusLayout, StatusStackLayout } from "@/lib/charts/status-layout";
import { statusGlyph } from "@/lib/records/status";
import { type Packed, unpackJson } from "@/lib/text/pack-json";
import { ChartFrame, countAxis, TIME_AXIS } from "./chart-frame";
import { ChartMark } from "./mark";
import { LINE, spreadOut } from "./spread-out";
import { patternOf, StatusPatterns } from "./status-pattern";

/** One of the small charts, and the scale that it shares with the others. */
export type SmallLayout = Pick<StatusLayout, "from" | "to" | "mostInCountry"> & {
  readonly part: StatusLayout["countries"][number];
};

const HEIGHT = 320;
const LABELS = 168;
const ABOVE = 1000;

/** Stacked steps: how many stations had which status, from each day on which that changed. */
export function StatusChart({ chart, packed }: { chart: string; packed: Packed<StatusLayout> }) {
  const layout = unpackJson(packed);
  const format = useFormat();
  return (
    <ChartFrame height={HEIGHT}>
      <AreaChart
        data={layout.points.map(({ at, counts }) => ({ at, ...counts }))}
        margin={{ top: 14, right: LABELS, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <StatusPatterns chart={chart} statuses={layout.statuses} />
        <XAxis
          type="number"
          dataKey="at"
          scale="time"
          domain={[layout.from, layout.to]}
          ticks={layout.years.map(({ at }) => at)}
          interval="equidistantPreserveStart"
          tickFormatter={(at: number) => layout.years.find((year) => year.at === at)?.name ?? ""}
          {...TIME_AXIS}
        />
        <YAxis {...countAxis(layout, format.number)} />
        {layout.statuses.map((status) => (
          <Area
            key={status}
            type="stepAfter"
            dataKey={({ [status]: count }: Readonly<Record<string, number>>) => count ?? 0}
            stackId="status"
            fill={patternOf(chart, status)}
            fillOpacity={1}
            stroke="var(--paper)"
            strokeWidth={1}
            isAnimationActive={false}
            dot={false}
            activeDot={false}
          />
        ))}
        {/* Above the areas, which recharts puts on a layer of their own. */}
        <ZIndexLayer zIndex={ABOVE}>
          <Marks layout={layout} />
        </ZIndexLayer>
      </AreaChart>
    </ChartFrame>
  );
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
    <ChartFrame height={90}>
      <AreaChart
        data={part.points.map(({ at, counts }) => ({ at, ...counts }))}
        margin={{ top: 4, right: 2, bottom: 2, left: 2 }}
        accessibilityLayer={false}
      >
        <StatusPatterns chart={`${chart}-${part.country}`} statuses={part.statuses} />
        <XAxis
          type="number"
          dataKey="at"
          scale="time"
          domain={[layout.from, layout.to]}
          ticks={[layout.from, layout.to]}
          interval={0}
          height={16}
          tickLine={false}
          axisLine={false}
          tick={<End layout={layout} />}
        />
        <YAxis domain={[0, layout.mostInCountry]} hide />
        {part.statuses.map((status) => (
          <Area
            key={status}
            type="stepAfter"
            dataKey={({ [status]: count }: Readonly<Record<string, number>>) => count ?? 0}
            stackId="status"
            fill={patternOf(`${chart}-${part.country}`, status)}
            fillOpacity={1}
            stroke="var(--paper)"
            strokeWidth={0.5}
            isAnimationActive={false}
            dot={false}
            activeDot={false}
          />
        ))}
        <ZIndexLayer zIndex={ABOVE}>
          <PlotBackground part={part} />
        </ZIndexLayer>
      </AreaChart>
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
