"use client";

import { Bar, BarChart, usePlotArea, useXAxisScale, useYAxisScale, XAxis, YAxis } from "recharts";
import { useFormat } from "#words";
import type { MonthsLayout } from "@/lib/picture-evidence";
import { ChartFrame, countAxis, TIME_AXIS } from "./chart-frame";
import { Mark } from "./mark";
import { SeriesPatterns, seriesPatternOf } from "./status-pattern";

type Props = { chart: string; layout: MonthsLayout };

const HEIGHT = 260;

/** Bars of months, divided; a month without a bar has none. */
export function MonthsChart({ chart, layout }: Props) {
  const format = useFormat();
  const ticks = tickMonths(layout.rows.map(({ month }) => month));
  return (
    <ChartFrame height={HEIGHT}>
      <BarChart
        data={[...layout.rows]}
        margin={{ top: 22, right: 16, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <SeriesPatterns chart={chart} count={layout.series.length} />
        <XAxis
          dataKey="month"
          ticks={ticks}
          interval={0}
          tickFormatter={(month: string) =>
            month.endsWith("-01") && layout.rows.length > FEW
              ? month.slice(0, 4)
              : format.dateTime(new Date(`${month}-15T00:00:00Z`), { month: "short", year: "numeric" })
          }
          {...TIME_AXIS}
        />
        <YAxis {...countAxis(layout, format.number)} />
        {/* An axis has a scale only where something is drawn along it. */}
        <Bar dataKey="total" shape={() => <g />} isAnimationActive={false} />
        <Stacks chart={chart} layout={layout} />
      </BarChart>
    </ChartFrame>
  );
}

/** Months up to which each has room for its name. */
const FEW = 5;

/** Few months each; of many the Januaries, and the first and the last month where no January is near. */
function tickMonths(months: readonly string[]): string[] {
  if (months.length <= FEW) return [...months];
  const januaries = months.flatMap((month, place) => (month.endsWith("-01") ? [place] : []));
  const isFree = (end: number) => januaries.every((place) => Math.abs(place - end) > months.length / 6);
  const ends = [0, months.length - 1].filter((end) => !januaries.includes(end) && isFree(end));
  return [...januaries, ...ends].sort((a, b) => a - b).map((place) => months[place] as string);
}

function Stacks({ chart, layout }: Props) {
  const area = usePlotArea();
  const along = useXAxisScale();
  const up = useYAxisScale();
  if (!area || !along || !up) return null;
  const y = (value: number) => up(value) ?? 0;
  const step = area.width / Math.max(1, layout.rows.length);
  const width = Math.max(1, Math.min(28, step - Math.min(2, step * 0.2)));
  const highest = layout.rows.reduce((most, row) => (row.total > (most?.total ?? 0) ? row : most), layout.rows[0]);
  return (
    <g>
      {layout.ticks.map((tick) => (
        <line key={tick} x1={area.x} x2={area.x + area.width} y1={y(tick)} y2={y(tick)} stroke="var(--rule)" />
      ))}
      {layout.rows.map((row) => {
        const middle = along(row.month, { position: "middle" }) ?? 0;
        let below = 0;
        return (
          <g key={row.month}>
            {row.parts.map((part) => {
              const bottom = y(below);
              below += part.count;
              return (
                <Mark key={part.series} says={part.says} href={part.href} row={row.month}>
                  <rect
                    x={middle - width / 2}
                    y={y(below)}
                    width={width}
                    height={Math.max(0.5, bottom - y(below))}
                    fill={seriesPatternOf(
                      chart,
                      layout.series.findIndex(({ key }) => key === part.series),
                    )}
                    stroke="var(--paper)"
                    strokeWidth={width > 5 ? 0.5 : 0}
                  />
                </Mark>
              );
            })}
            {row === highest && row.total > 0 && (
              <Peak x={middle} y={y(row.total) - 6} name={row.name} total={row.total} area={area} />
            )}
          </g>
        );
      })}
    </g>
  );
}

type PeakProps = { x: number; y: number; name: string; total: number; area: { x: number; width: number } };

/** The highest bar says its month and its number. */
function Peak({ x, y, name, total, area }: PeakProps) {
  const format = useFormat();
  const share = (x - area.x) / area.width;
  return (
    <text
      x={x}
      y={y}
      textAnchor={share < 0.2 ? "start" : share > 0.8 ? "end" : "middle"}
      fontSize={12}
      fill="var(--ink)"
    >
      {name}: <tspan fontWeight={700}>{format.number(total)}</tspan>
    </text>
  );
}
