"use client";

import { useChartWidth, usePlotArea, useXAxisScale, XAxis } from "recharts";
import { useFormat } from "#translations";
import type { ClaimDot, ClaimedLayout, ClaimedRow, DocumentedPart } from "@/lib/charts/claimed";
import { type Packed, unpackJson } from "@/lib/text/pack-json";
import { extentBetween } from "@/lib/text/range-axis";
import { ChartFrame, FOOT_AXIS, inLines } from "./chart-frame";
import { ChartMark } from "./mark";
import { Hatch, hatchOf, NotPublicPatterns, notPublicLook, patternOf, StatusPatterns } from "./status-pattern";

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

type RowProps = {
  chart: string;
  row: ClaimedRow;
  x: (value: number) => number;
  /** Where the drawing ends, in CSS pixels. */
  end: number;
};
const LANE = 16;
/** Of the arrow behind a figure of "at least". */
const OPEN = 24;

function Claimed({ chart, row, x, end }: RowProps) {
  const { band, dots } = row;
  if (!band && dots.length === 0) {
    return (
      <g>
        <rect x={x(0)} y={LANE - 7} width={24} height={14} fill={hatchOf(chart)} />
        <Label x={x(0) + 30} y={LANE} text={row.claimedText} end={end} isQuiet />
      </g>
    );
  }
  const highest = Math.max(...dots.map(({ value }) => value));
  const last = dots.filter(({ standing }) => standing).at(-1);
  const isOpen = dots.some(({ standing, bound }) => standing && bound === "at_least");
  return (
    <g>
      {band && band[1] > band[0] && (
        <rect
          x={x(band[0])}
          y={LANE - 6}
          width={extentBetween(x(band[0]), x(band[1]))}
          height={12}
          fill="var(--data-2)"
          fillOpacity={0.22}
          stroke="var(--data-2)"
        />
      )}
      {isOpen && last && (
        <path
          d={`M${x(last.value)} ${LANE}H${x(highest) + OPEN}m-5 -4l5 4l-5 4`}
          fill="none"
          stroke="var(--data-2)"
          strokeWidth={1.5}
        />
      )}
      {dots.map((dot, index) => (
        <Dot key={`${dot.href} ${dot.value} ${dot.name}`} dot={dot} row={row} x={x} shift={shiftOf(dots, index)} />
      ))}
      <Label
        x={x(highest) + (isOpen ? OPEN + 6 : 12)}
        y={LANE}
        text={row.claimedText}
        short={row.claimedShort}
        end={end}
      />
    </g>
  );
}

/** Claimants of one number stand above each other. */
function shiftOf(dots: readonly ClaimDot[], index: number): number {
  const same = dots.flatMap(({ value }, other) => (value === dots[index]?.value ? [other] : []));
  return (same.indexOf(index) - (same.length - 1) / 2) * Math.min(9, 22 / same.length);
}

function Dot({ dot, row, x, shift }: { dot: ClaimDot; row: ClaimedRow; x: RowProps["x"]; shift: number }) {
  return (
    <ChartMark description={dot.description} href={dot.href} row={row.country}>
      <circle cx={x(dot.value)} cy={LANE + shift} r={11} fill="transparent" />
      <circle
        cx={x(dot.value)}
        cy={LANE + shift}
        r={dot.standing ? 4.5 : 3.5}
        fill={dot.standing && dot.bound !== "about" ? "var(--data-2)" : "var(--paper)"}
        stroke="var(--data-2)"
        strokeWidth={2}
      />
    </ChartMark>
  );
}

const BAR = 29;
/** Mean width of a letter of a label. */
const LETTER = 6.6;

function Documented({ chart, row, x, end }: RowProps) {
  if (row.onFile === 0) {
    return (
      <g>
        <rect x={x(0)} y={BAR} width={24} height={14} fill={hatchOf(chart)} />
        <Label x={x(0) + 30} y={BAR + 7} text={row.documentedText} end={end} isQuiet />
      </g>
    );
  }
  return (
    <g>
      {row.parts.map((part) => (
        <ChartMark
          key={`${part.status} ${part.isPublic}`}
          description={part.description}
          href={part.href}
          row={row.country}
        >
          <Part chart={chart} part={part} x={x} />
        </ChartMark>
      ))}
      <Label x={x(row.onFile) + 6} y={BAR + 7} text={row.documentedText} short={row.documentedShort} end={end} />
    </g>
  );
}

function Part({ chart, part, x }: Pick<RowProps, "chart" | "x"> & { part: DocumentedPart }) {
  const [from, width] = [x(part.start), Math.max(1, x(part.start + part.count) - x(part.start))];
  if (part.isPublic) {
    const fill = patternOf(chart, part.status);
    return <rect x={from} y={BAR} width={width} height={14} fill={fill} stroke="var(--paper)" />;
  }
  // The outline stands within the part, so that two keep apart and the bar's length stays what it counts.
  return (
    <rect
      x={from + 1}
      y={BAR + 1}
      width={Math.max(1, width - 2)}
      height={12}
      {...notPublicLook(chart, part.status)}
    />
  );
}

type LabelProps = { x: number; y: number; text: string; short?: string; end: number; isQuiet?: boolean };

/** A text behind its mark; `short` where that has not the room, and as far to the left as it must where nothing has. */
function Label({ x, y, text: full, short = full, end, isQuiet = false }: LabelProps) {
  const isTooLongFor = (text: string) => x + text.length * LETTER > end;
  const text = isTooLongFor(full) ? short : full;
  const isTooLong = isTooLongFor(text);
  return (
    <text
      x={isTooLong ? end - 2 : x}
      textAnchor={isTooLong ? "end" : "start"}
      y={y}
      dy="0.34em"
      fontSize={12}
      fontStyle={isQuiet ? "italic" : undefined}
      fontWeight={isQuiet ? 400 : 600}
      fill={isQuiet ? "var(--muted)" : "var(--ink)"}
      stroke="var(--paper)"
      strokeWidth={3}
      paintOrder="stroke"
    >
      {text}
    </text>
  );
}
