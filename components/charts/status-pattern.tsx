import type { ResponseColumn } from "@/lib/picture-responses";
import type { StationStatus } from "@/lib/status";
import type { AnswerPart } from "@/lib/summary-drawing";

type Pattern = { colour: string; stripes?: string };

/** Each status has a colour of five and a pattern of its own, so that two bars differ without colour too. */
const STATUSES: Record<StationStatus, Pattern> = {
  reported: { colour: "var(--data-1)" },
  acknowledged: { colour: "var(--data-1)", stripes: "M2 4h4" },
  under_investigation: { colour: "var(--data-5)", stripes: "M-2 2l4 -4M0 8l8 -8M6 10l4 -4" },
  ordered_closed: { colour: "var(--data-2)", stripes: "M4 0v8" },
  reported_closed: { colour: "var(--data-2)", stripes: "M0 2h8M0 6h8" },
  closure_confirmed: { colour: "var(--data-2)" },
  denied: { colour: "var(--data-4)", stripes: "M0 0l8 8M8 0l-8 8" },
  reopened: { colour: "var(--data-3)", stripes: "M0 8l4 -8l4 8" },
  unknown: { colour: "var(--data-rest)", stripes: "M3 4h2" },
};

/** What governments were asked and said looks the same in every picture. */
const ANSWERS: Record<AnswerPart | ResponseColumn, Pattern> = {
  asked: { colour: "var(--data-5)", stripes: "M-2 2l4 -4M0 8l8 -8M6 10l4 -4" },
  answered: { colour: "var(--data-3)", stripes: "M0 4h8" },
  denied: { colour: "var(--data-4)", stripes: "M0 0l8 8M8 0l-8 8" },
  noComment: { colour: "var(--data-rest)", stripes: "M3 4h2" },
  acted: { colour: "var(--data-1)" },
  other: { colour: "var(--data-6)", stripes: "M4 0v8" },
};
type Answer = keyof typeof ANSWERS;

/** The same for the parts of any other stack, in their order; a sixth or later one is the grey rest. */
const SERIES: readonly Pattern[] = [
  { colour: "var(--data-1)" },
  { colour: "var(--data-2)", stripes: "M-2 2l4 -4M0 8l8 -8M6 10l4 -4" },
  { colour: "var(--data-3)", stripes: "M0 4h8" },
  { colour: "var(--data-4)", stripes: "M0 0l8 8M8 0l-8 8" },
  { colour: "var(--data-5)", stripes: "M4 0v8" },
  { colour: "var(--data-rest)", stripes: "M3 4h2" },
];

const patternId = (chart: string, name: string | number) => `${chart}-${name}`;
export const patternOf = (chart: string, status: StationStatus) => `url(#${patternId(chart, status)})`;
export const seriesPatternOf = (chart: string, place: number) => `url(#${patternId(chart, place)})`;
export const answerPatternOf = (chart: string, answer: Answer) => `url(#${patternId(chart, answer)})`;
const BROKEN = { strokeWidth: 1.5, strokeDasharray: "4 2" };
/** What is not public yet: its status's stripes in its colour on paper, in a broken outline, so that it counts as less. */
export const notPublicLook = (chart: string, status: StationStatus) => ({
  fill: `url(#${patternId(chart, `${status}-not-public`)})`,
  stroke: STATUSES[status].colour,
  ...BROKEN,
});
/** The same of whatever status. */
export const NOT_PUBLIC_LOOK = { fill: "var(--paper)", stroke: "var(--muted)", ...BROKEN };
export const NOTHING = "nothing";
/** What is not known: hatched, never a bar of no length. */
export const hatchOf = (chart: string) => `url(#${patternId(chart, NOTHING)})`;

type DrawnProps = { id: string; pattern: Pattern; isHollow?: boolean };

function Drawn({ id, pattern: { colour, stripes }, isHollow = false }: DrawnProps) {
  const [ground, line] = isHollow ? ["var(--paper)", colour] : [colour, "var(--paper)"];
  return (
    <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" fill={ground} />
      {stripes && <path d={stripes} stroke={line} strokeWidth={isHollow ? 1 : 1.5} fill="none" />}
    </pattern>
  );
}

/** The patterns of the statuses that a picture uses; `chart` keeps the ids of two pictures apart. */
export function StatusPatterns({ chart, statuses }: { chart: string; statuses: readonly StationStatus[] }) {
  return (
    <defs>
      {statuses.map((status) => (
        <Drawn key={status} id={patternId(chart, status)} pattern={STATUSES[status]} />
      ))}
    </defs>
  );
}

/** The patterns of `notPublicLook`. */
export function NotPublicPatterns({ chart, statuses }: { chart: string; statuses: readonly StationStatus[] }) {
  return (
    <defs>
      {statuses.map((status) => (
        <Drawn key={status} id={patternId(chart, `${status}-not-public`)} pattern={STATUSES[status]} isHollow />
      ))}
    </defs>
  );
}

/** The patterns of the answers that a picture uses. */
export function AnswerPatterns({ chart, answers }: { chart: string; answers: readonly Answer[] }) {
  return (
    <defs>
      {answers.map((answer) => (
        <Drawn key={answer} id={patternId(chart, answer)} pattern={ANSWERS[answer]} />
      ))}
    </defs>
  );
}

/** The patterns of a stack of so many parts. */
export function SeriesPatterns({ chart, count }: { chart: string; count: number }) {
  return (
    <defs>
      {SERIES.slice(0, count).map((pattern, place) => (
        <Drawn key={pattern.colour} id={patternId(chart, place)} pattern={pattern} />
      ))}
    </defs>
  );
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
