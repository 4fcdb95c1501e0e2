"use client";

import { BarChart, useChartWidth, usePlotArea, useYAxisScale, XAxis, YAxis } from "recharts";
import {
  RESPONSE_COLUMNS,
  type ResponseColumn,
  type ResponseLayout,
  type ResponseRow,
} from "@/lib/picture-responses";
import { ChartFrame, shorten } from "./chart-frame";
import { Mark } from "./mark";
import { Hatch, hatchOf, SeriesPatterns, seriesPatternOf } from "./status-pattern";

type Heads = Readonly<Record<ResponseColumn | "days" | "rate", string>>;
type Props = { chart: string; layout: ResponseLayout; heads: Heads };

const ROW = 30;
const HEAD = 36;
/** Where there is room, two columns of words stand at the end. */
const WIDE = 620;

/** A column for each count, a row for each country, one scale for all bars. */
export function ResponsesChart({ chart, layout, heads }: Props) {
  return (
    <ChartFrame height={layout.rows.length * ROW + HEAD}>
      <BarChart
        data={[...layout.rows]}
        layout="vertical"
        margin={{ top: HEAD, right: 0, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <SeriesPatterns chart={chart} count={5} />
        <Hatch chart={chart} />
        <XAxis type="number" domain={[0, layout.most]} hide />
        <YAxis type="category" dataKey="country" hide />
        <Columns chart={chart} layout={layout} heads={heads} />
      </BarChart>
    </ChartFrame>
  );
}

function Columns({ chart, layout, heads }: Props) {
  const area = usePlotArea();
  const down = useYAxisScale();
  const width = useChartWidth() ?? 0;
  if (!area || !down || width === 0) return null;
  const isWide = width >= WIDE;
  const names = isWide ? 130 : 92;
  const ends = isWide ? [104, 92] : [0, 0];
  const column = (width - names - (ends[0] ?? 0) - (ends[1] ?? 0)) / RESPONSE_COLUMNS.length;
  const room = column - (isWide ? 44 : 22);
  const left = (place: number) => names + place * column;
  const after = left(RESPONSE_COLUMNS.length);
  return (
    <g>
      {RESPONSE_COLUMNS.map((name, place) => (
        <Head key={name} x={left(place)} width={column - 4} text={heads[name]} />
      ))}
      {isWide && <Head x={after} width={(ends[0] ?? 0) - 4} text={heads.days} />}
      {isWide && <Head x={after + (ends[0] ?? 0)} width={(ends[1] ?? 0) - 4} text={heads.rate} />}
      {layout.rows.map((row, place) => {
        const top = (down(row.country, { position: "middle" }) ?? area.y + (place + 0.5) * ROW) - ROW / 2;
        return (
          <g key={row.country} transform={`translate(0 ${top})`}>
            <line x1={0} x2={width} y1={0} y2={0} stroke="var(--rule)" />
            <a href={row.href} tabIndex={-1} className="no-underline hover:underline">
              <text x={0} y={ROW / 2} dy="0.34em" fontSize={14} fill="var(--ink)">
                {shorten(row.name, names - 6, 14)}
              </text>
            </a>
            <Bars chart={chart} row={row} most={layout.most} left={left} room={room} column={column} />
            {isWide && <Words x={after} text={row.days} />}
            {isWide && <Words x={after + (ends[0] ?? 0)} text={row.rate} />}
          </g>
        );
      })}
    </g>
  );
}

/** A heading of one or two lines, broken between words. */
function Head({ x, width, text }: { x: number; width: number; text: string }) {
  const fits = (part: string) => part.length * 5.8 <= width;
  const words = text.split(" ");
  let first = words[0] ?? "";
  let used = 1;
  while (used < words.length && fits(`${first} ${words[used]}`)) first += ` ${words[used++]}`;
  const second = words.slice(used).join(" ");
  return (
    <text x={x} fontSize={width < 70 ? 11 : 12} fontWeight={600} fill="var(--ink)">
      <tspan x={x} y={second ? 12 : 26}>
        {shorten(first, width + 6, 12)}
      </tspan>
      {second && (
        <tspan x={x} y={26}>
          {shorten(second, width + 6, 12)}
        </tspan>
      )}
    </text>
  );
}

type BarsProps = {
  chart: string;
  row: ResponseRow;
  most: number;
  left: (place: number) => number;
  room: number;
  column: number;
};

function Bars({ chart, row, most, left, room, column }: BarsProps) {
  return row.bars.map((bar, place) => {
    const x = left(place);
    if (bar.count === null) {
      return (
        <g key={bar.column}>
          <rect x={x} y={8} width={14} height={14} fill={hatchOf(chart)} />
          {column > 80 && <Words x={x + 18} text={bar.words} />}
        </g>
      );
    }
    if (bar.count === 0) return <Words key={bar.column} x={x} text={bar.words} />;
    const length = Math.max(3, (bar.count / most) * room);
    return (
      <Mark key={bar.column} says={bar.says} href={bar.href} row={row.country}>
        <rect x={x} y={3} width={Math.max(24, length + 18)} height={ROW - 6} fill="transparent" />
        <rect x={x} y={8} width={length} height={14} fill={seriesPatternOf(chart, place)} />
        <text x={x + length + 4} y={ROW / 2} dy="0.34em" fontSize={12} fontWeight={600} fill="var(--ink)">
          {bar.words}
        </text>
      </Mark>
    );
  });
}

function Words({ x, text }: { x: number; text: string }) {
  return (
    <text x={x} y={ROW / 2} dy="0.34em" fontSize={12} fill="var(--muted)">
      {text}
    </text>
  );
}
