"use client";

import { usePlotArea, useXAxisScale, useYAxisScale, XAxis, YAxis } from "recharts";
import { useFormat, useLocaleCode } from "#translations";
import type { MonthRow, MonthsLayout } from "@/lib/charts/evidence-months";
import { stackedParts } from "@/lib/charts/stacked-parts";
import { formatDay } from "@/lib/dates/format-date";
import { type Packed, unpackJson } from "@/lib/text/pack-json";
import { ChartFrame, countAxis, FOOT_AXIS } from "./chart-frame";
import { ChartMark } from "./mark";
import { spreadOut } from "./spread-out";
import { SeriesPatterns, seriesPatternOf } from "./status-pattern";

type Props = { chart: string; layout: MonthsLayout };

const HEIGHT = 244;

/** Bars of months, divided; a month without a bar has none. */
export function MonthsChart({ chart, packed }: { chart: string; packed: Packed<MonthsLayout> }) {
  const layout = unpackJson(packed);
  const format = useFormat();
  const locale = useLocaleCode();
  const months = layout.rows.map(({ month }) => month);
  return (
    <ChartFrame height={HEIGHT} margin={{ top: 22, right: 16, bottom: 0, left: 0 }}>
      <SeriesPatterns chart={chart} count={layout.series.length} />
      <XAxis
        domain={[0, Math.max(1, months.length)]}
        ticks={tickMonths(months).map((index) => index + MIDDLE)}
        interval={0}
        tickFormatter={(at: number) => {
          const month = months[at - MIDDLE] ?? "";
          return month.endsWith("-01") && months.length > FEW
            ? month.slice(0, 4)
            : formatDay(`${month}-01`, locale, "monthAndYear");
        }}
        {...FOOT_AXIS}
      />
      <YAxis {...countAxis(layout, format.number)} />
      <Stacks chart={chart} layout={layout} />
    </ChartFrame>
  );
}

/** Months up to which each has room for its name. */
const FEW = 5;
/** Where on the axis a month's bar stands, after the months before. */
const MIDDLE = 0.5;

/** Which months are named: few each; of many the Januaries, and the first and the last month where no January is near. */
function tickMonths(months: readonly string[]): number[] {
  if (months.length <= FEW) return months.map((_, index) => index);
  const januaries = months.flatMap((month, index) => (month.endsWith("-01") ? [index] : []));
  const isFree = (end: number) => januaries.every((index) => Math.abs(index - end) > months.length / 6);
  const ends = [0, months.length - 1].filter((end) => !januaries.includes(end) && isFree(end));
  return [...januaries, ...ends].sort((a, b) => a - b);
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
      {layout.rows.map((row, index) => {
        const middle = along(index + MIDDLE) ?? 0;
        let below = 0;
        return (
          <g key={row.month}>
            {row.parts.map((part) => {
              const bottom = y(below);
              below += part.count;
              return (
                <ChartMark key={part.series} description={part.description} href={part.href} row={row.month}>
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
                </ChartMark>
              );
            })}
          </g>
        );
      })}
      {highest && highest.total > 0 && (
        <>
          <Peak
            x={along(layout.rows.indexOf(highest) + MIDDLE) ?? 0}
            y={y(highest.total) - 6}
            name={highest.name}
            total={highest.total}
            area={area}
          />
          <Names layout={layout} row={highest} width={width} step={step} />
        </>
      )}
    </g>
  );
}

/** From a bar to the name of its part. */
const GAP = 14;
const NAME = { size: 12, line: 14, letter: 6.2 };

/** The parts of the highest bar are named beside it, on the side where no other bar stands in the way. */
function Names({
  layout: { rows, series },
  row,
  width,
  step,
}: {
  layout: MonthsLayout;
  row: MonthRow;
  width: number;
  step: number;
}) {
  const area = usePlotArea();
  const along = useXAxisScale();
  const up = useYAxisScale();
  if (!area || !along || !up) return null;
  const y = (value: number) => up(value) ?? 0;
  const rowIndex = rows.indexOf(row);
  const at = along(rowIndex + MIDDLE) ?? 0;
  const named = stackedParts(row).map(({ part, middle }) => ({
    key: part.series,
    name: series.find(({ key }) => key === part.series)?.name ?? "",
    middle: y(middle),
  }));
  const spread = spreadOut(
    named.map(({ middle }) => middle),
    { least: y(row.total) + NAME.line / 2, most: area.y + area.height - NAME.line / 2 },
    NAME.line,
  );
  const room = (side: 1 | -1) =>
    named.map(({ name }, index) => {
      const long = width / 2 + GAP + name.length * NAME.letter;
      const isWithin = side === 1 ? at + long <= area.x + area.width : at - long >= area.x;
      const beside = rows.filter((_, other) => {
        const far = (other - rowIndex) * side;
        return far > 0 && (far - 0.5) * step < long;
      });
      return isWithin && beside.every(({ total }) => y(total) > (spread[index] ?? 0) + NAME.line / 2);
    });
  const [right, left] = [room(1), room(-1)];
  const count = (fits: readonly boolean[]) => fits.filter(Boolean).length;
  const [side, fits] = count(left) > count(right) ? [-1, left] : [1, right];
  const edge = at + (side * width) / 2;
  return named.map(
    ({ key, name, middle }, index) =>
      fits[index] && (
        <g key={key}>
          <path
            d={`M${edge + side} ${middle}L${edge + side * (GAP - 4)} ${spread[index]}`}
            stroke="var(--rule-strong)"
            fill="none"
          />
          <text
            x={edge + side * GAP}
            y={spread[index]}
            dy="0.34em"
            textAnchor={side === 1 ? "start" : "end"}
            fontSize={NAME.size}
            fill="var(--ink)"
            stroke="var(--paper)"
            strokeWidth={3}
            paintOrder="stroke"
          >
            {name}
          </text>
        </g>
      ),
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
