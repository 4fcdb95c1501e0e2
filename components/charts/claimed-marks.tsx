import type { ClaimDot, ClaimedRow, DocumentedPart } from "@/lib/charts/claimed";
import { extentBetween } from "@/lib/text/range-axis";
import { Label } from "./claimed-label";
import { ChartMark } from "./mark";
import { hatchOf, notPublicLook, patternOf } from "./status-pattern";

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

/** What is claimed: a dot for each figure, a band from the lowest to the highest that stand. */
export function Claimed({ chart, row, x, end }: RowProps) {
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
/** What is documented: a bar, in parts by status. */
export function Documented({ chart, row, x, end }: RowProps) {
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
