"use client";

import { useChartWidth } from "recharts";
import { RESPONSE_CHART_COLUMNS, type ResponseColumn } from "@/lib/charts/response-columns";
import type { ResponseChartRow, ResponseLayout } from "@/lib/charts/responses";
import { type Packed, unpackJson } from "@/lib/text/pack-json";
import { ChartFrame, inLines, WIDE_CHART } from "./chart-frame";
import { ChartMark } from "./mark";
import { AnswerPatterns, answerPatternOf, Hatch, hatchOf } from "./status-pattern";

type Heads = Readonly<Record<ResponseColumn | "days" | "rate", string>>;
type Props = { chart: string; layout: ResponseLayout; heads: Heads };

const ROW = 30;
/** Above the rows; in narrow columns every second heading stands a line higher, or long ones would touch. */
const headOf = (isWide: boolean) => (isWide ? 36 : 36 + HEAD_LINE);
const HEAD_LINE = 14;
/** Where there is no room for two columns of words at the end, a line of them stands under each row that has any. */
const LINE = 18;

const heightOf = ({ under }: ResponseChartRow, isWide: boolean) => (isWide || under === null ? ROW : ROW + LINE);

/** Where each row begins, and where the last ends. */
function topsOf({ rows }: ResponseLayout, isWide: boolean): number[] {
  const tops = [headOf(isWide)];
  for (const row of rows) tops.push((tops.at(-1) ?? 0) + heightOf(row, isWide));
  return tops;
}

/** A column for each count, a row for each country, one scale for all bars. */
export function ResponsesChart({ chart, packed, heads }: Omit<Props, "layout"> & { packed: Packed<ResponseLayout> }) {
  const layout = unpackJson(packed);
  return (
    <ChartFrame
      height={layout.rows.length * ROW + headOf(true)}
      narrowHeight={(topsOf(layout, false).at(-1) ?? 0) + (layout.notAsked ? LINE : 0)}
    >
      <AnswerPatterns chart={chart} answers={RESPONSE_CHART_COLUMNS} />
      <Hatch chart={chart} />
      <Columns chart={chart} layout={layout} heads={heads} />
    </ChartFrame>
  );
}

function Columns({ chart, layout, heads }: Props) {
  const width = useChartWidth() ?? 0;
  if (width === 0) return null;
  const isWide = width >= WIDE_CHART;
  const tops = topsOf(layout, isWide);
  const names = isWide ? 116 : 66;
  const ends = isWide ? [92, 128] : [0, 0];
  const column = (width - names - (ends[0] ?? 0) - (ends[1] ?? 0)) / RESPONSE_CHART_COLUMNS.length;
  const room = column - (isWide ? 44 : 26);
  const left = (index: number) => names + index * column;
  const after = left(RESPONSE_CHART_COLUMNS.length);
  const foot = headOf(isWide) - 10;
  return (
    <g>
      {RESPONSE_CHART_COLUMNS.map((name, index) => (
        <Head
          key={name}
          x={left(index)}
          y={foot - (isWide ? 0 : (index % 2) * HEAD_LINE)}
          width={column - 4}
          text={heads[name]}
        />
      ))}
      {isWide && <Head x={after} y={foot} width={(ends[0] ?? 0) - 4} text={heads.days} />}
      {isWide && <Head x={after + (ends[0] ?? 0)} y={foot} width={(ends[1] ?? 0) - 4} text={heads.rate} />}
      {layout.rows.map((row, index) => {
        return (
          <g key={row.country} transform={`translate(0 ${tops[index]})`}>
            <line x1={0} x2={width} y1={0} y2={0} stroke="var(--rule)" />
            <a href={row.href} tabIndex={-1} className="no-underline hover:underline">
              <ColumnLabels x={0} text={row.name} room={names - 4} size={isWide ? 14 : 12} isName />
            </a>
            <Bars chart={chart} row={row} most={layout.most} left={left} room={room} column={column} />
            {isWide && <ColumnLabels x={after} text={row.days} />}
            {isWide && <ColumnLabels x={after + (ends[0] ?? 0)} text={row.rate} />}
            {!isWide && row.under && <Under y={ROW} text={row.under} />}
          </g>
        );
      })}
      {!isWide && layout.notAsked && <Under y={tops.at(-1) ?? 0} text={layout.notAsked} />}
    </g>
  );
}

function Under({ y, text }: { y: number; text: string }) {
  return (
    <text x={0} y={y + 6} dy="0.34em" fontSize={12} fill="var(--muted)">
      {text}
    </text>
  );
}

/** A heading of one or two lines, broken between words, whose last is at `y`. */
function Head({ x, y, width, text }: { x: number; y: number; width: number; text: string }) {
  const lines = inLines(text, width, 12);
  // A word of ten letters in the column of a phone.
  const narrow = width < 70 && { fontWeight: 400, letterSpacing: -0.3 };
  return (
    <text x={x} fontSize={12} fontWeight={600} {...narrow} fill="var(--ink)">
      {lines.map((line, index) => (
        <tspan key={line} x={x} y={y - (lines.length - 1 - index) * HEAD_LINE}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

type BarsProps = {
  chart: string;
  row: ResponseChartRow;
  most: number;
  left: (index: number) => number;
  room: number;
  column: number;
};

function Bars({ chart, row, most, left, room, column }: BarsProps) {
  return row.bars.map((bar, index) => {
    const x = left(index);
    if (bar.count === null) {
      return (
        <g key={bar.column}>
          {column > 80 && <rect x={x} y={8} width={14} height={14} fill={hatchOf(chart)} />}
          <ColumnLabels x={column > 80 ? x + 18 : x} text={bar.text} room={column > 80 ? column - 22 : column - 4} />
        </g>
      );
    }
    if (bar.count === 0) return <ColumnLabels key={bar.column} x={x} text={bar.text} />;
    const length = Math.max(3, (bar.count / most) * room);
    return (
      <ChartMark key={bar.column} description={bar.description} href={bar.href} row={row.country}>
        <rect x={x} y={3} width={Math.max(24, length + 18)} height={ROW - 6} fill="transparent" />
        <rect x={x} y={8} width={length} height={14} fill={answerPatternOf(chart, bar.column)} />
        <text x={x + length + 4} y={ROW / 2} dy="0.34em" fontSize={12} fontWeight={600} fill="var(--ink)">
          {bar.text}
        </text>
      </ChartMark>
    );
  });
}

type ColumnLabelsProps = { x: number; text: string; room?: number; size?: number; isName?: boolean };

/** Words in the middle of a row, on two lines where one has no room for them. */
function ColumnLabels({ x, text, room = Number.POSITIVE_INFINITY, size = 12, isName = false }: ColumnLabelsProps) {
  const lines = inLines(text, room, size);
  return (
    <text x={x} fontSize={size} fill={isName ? "var(--ink)" : "var(--muted)"}>
      {lines.map((line, index) => (
        <tspan key={line} x={x} y={ROW / 2 + (index - (lines.length - 1) / 2) * (size + 1)} dy="0.34em">
          {line}
        </tspan>
      ))}
    </text>
  );
}
