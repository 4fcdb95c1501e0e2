import {
  ANSWER_PATTERNS,
  type AnswerPatternKey,
  type Pattern,
  SERIES_PATTERNS,
  STATUS_PATTERNS,
  TILE,
} from "@/lib/charts/patterns";
import type { StationStatus } from "@/lib/records/status";

const colourOf = ({ tone }: Pattern) => `var(--${tone})`;

const patternId = (chart: string, name: string | number) => `${chart}-${name}`;
export const patternOf = (chart: string, status: StationStatus) => `url(#${patternId(chart, status)})`;
export const seriesPatternOf = (chart: string, index: number) => `url(#${patternId(chart, index)})`;
export const answerPatternOf = (chart: string, answer: AnswerPatternKey) => `url(#${patternId(chart, answer)})`;
const BROKEN = { strokeWidth: 1.5, strokeDasharray: "4 2" };
/** What is not public yet: its status's stripes in its colour on paper, in a broken outline, so that it counts as less. */
export const notPublicLook = (chart: string, status: StationStatus) => ({
  fill: `url(#${patternId(chart, `${status}-not-public`)})`,
  stroke: colourOf(STATUS_PATTERNS[status]),
  ...BROKEN,
});
/** The same of whatever status. */
export const NOT_PUBLIC_LOOK = { fill: "var(--paper)", stroke: "var(--muted)", ...BROKEN };
const NOTHING = "nothing";
/** What is not known: hatched, never a bar of no length. */
export const hatchOf = (chart: string) => `url(#${patternId(chart, NOTHING)})`;

type DrawnProps = { id: string; pattern: Pattern; isHollow?: boolean };

function Drawn({ id, pattern, isHollow = false }: DrawnProps) {
  const colour = colourOf(pattern);
  const [ground, line] = isHollow ? ["var(--paper)", colour] : [colour, "var(--paper)"];
  return (
    <pattern id={id} width={TILE} height={TILE} patternUnits="userSpaceOnUse">
      <rect width={TILE} height={TILE} fill={ground} />
      {pattern.stripes && <path d={pattern.stripes} stroke={line} strokeWidth={isHollow ? 1 : 1.5} fill="none" />}
    </pattern>
  );
}

/** The patterns of the statuses that a figure uses; `chart` keeps the ids of two figures apart. */
export function StatusPatterns({ chart, statuses }: { chart: string; statuses: readonly StationStatus[] }) {
  return (
    <defs>
      {statuses.map((status) => (
        <Drawn key={status} id={patternId(chart, status)} pattern={STATUS_PATTERNS[status]} />
      ))}
    </defs>
  );
}

/** The patterns of `notPublicLook`. */
export function NotPublicPatterns({ chart, statuses }: { chart: string; statuses: readonly StationStatus[] }) {
  return (
    <defs>
      {statuses.map((status) => (
        <Drawn
          key={status}
          id={patternId(chart, `${status}-not-public`)}
          pattern={STATUS_PATTERNS[status]}
          isHollow
        />
      ))}
    </defs>
  );
}

/** The patterns of the answers that a figure uses. */
export function AnswerPatterns({ chart, answers }: { chart: string; answers: readonly AnswerPatternKey[] }) {
  return (
    <defs>
      {answers.map((answer) => (
        <Drawn key={answer} id={patternId(chart, answer)} pattern={ANSWER_PATTERNS[answer]} />
      ))}
    </defs>
  );
}

/** The patterns of a stack of so many parts. */
export function SeriesPatterns({ chart, count }: { chart: string; count: number }) {
  return (
    <defs>
      {SERIES_PATTERNS.slice(0, count).map((pattern, index) => (
        <Drawn key={pattern.tone} id={patternId(chart, index)} pattern={pattern} />
      ))}
    </defs>
  );
}

/** The pattern of one part alone, for a swatch. */
export function SeriesPattern({ chart, index }: { chart: string; index: number }) {
  const pattern = SERIES_PATTERNS[index];
  return <defs>{pattern && <Drawn id={patternId(chart, index)} pattern={pattern} />}</defs>;
}

/** The hatching of what is not known. */
export function Hatch({ chart }: { chart: string }) {
  return (
    <defs>
      <pattern id={patternId(chart, NOTHING)} width="6" height="6" patternUnits="userSpaceOnUse">
        <path d="M-1 1l2 -2M0 6l6 -6M5 7l2 -2" stroke="var(--data-rest)" strokeWidth="1" fill="none" />
      </pattern>
    </defs>
  );
}
