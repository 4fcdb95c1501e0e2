import type { ResponseGroup } from "../figures/government-figure";
import { STATION_STATUSES, type StationStatus } from "../records/status";
import type { StatusChange } from "../records/status-changes";
import { type RangeAxis, rangeAxis } from "../text/range-axis";
import { yearsBetween } from "./status-layout";

/** What is drawn at most; the tables have all. */
export const MOST_GOVERNMENTS = 10;

// Drawings of the summary as numbers from 0 to 1 (x from left, y from the bottom), for the page and for the PDF alike.

export const ANSWER_PARTS = ["denied", "noComment", "acted", "other"] as const satisfies readonly (
  | ResponseGroup
  | "other"
)[];
export type AnswerPart = (typeof ANSWER_PARTS)[number];

export type Government = {
  readonly country: string;
  readonly government: { readonly responses: number } & Readonly<Record<ResponseGroup, number>>;
};
export type AnswerRow = {
  readonly country: string;
  readonly total: number;
  readonly parts: readonly {
    readonly part: AnswerPart;
    readonly count: number;
    readonly from: number;
    readonly to: number;
  }[];
};

/** Governments that answered, those with most answers first, on one scale; `rest` is how many more there are. */
export function drawAnswers(rows: readonly Government[], most: number) {
  const answered = rows
    .filter(({ government }) => government.responses > 0)
    .sort((a, b) => b.government.responses - a.government.responses || (a.country < b.country ? -1 : 1));
  const scale = Math.max(1, ...answered.map(({ government }) => government.responses));
  const drawn = answered.slice(0, most).map(({ country, government }): AnswerRow => {
    const { responses: total, denied, noComment, acted } = government;
    const counts = { denied, noComment, acted, other: total - denied - noComment - acted };
    let from = 0;
    const parts = ANSWER_PARTS.flatMap((part) => {
      const count = counts[part];
      const own = { part, count, from: from / scale, to: (from + count) / scale };
      from += count;
      return count === 0 ? [] : [own];
    });
    return { country, total, parts };
  });
  return { rows: drawn, rest: Math.max(0, answered.length - most) };
}

export type StatusArea = {
  readonly status: StationStatus;
  /** At the end. */
  readonly count: number;
  /** Middle of the share at the end, from the bottom. */
  readonly middle: number;
  readonly points: readonly (readonly [number, number])[];
};
export type StatusDrawing = {
  readonly areas: readonly StatusArea[];
  readonly axis: RangeAxis;
  /** Januaries that can be named between the first day and the last. */
  readonly years: readonly { readonly year: number; readonly share: number }[];
  readonly first: string;
  readonly last: string;
};

const time = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** Stacked steps of status from the first day to `until`; null without a step. */
export function drawStatus(steps: readonly StatusChange[], until: string): StatusDrawing | null {
  const [first, end] = [steps[0], steps.at(-1)];
  if (!first || !end) return null;
  const last = until > end.day ? until : end.day;
  const span = Math.max(1, time(last) - time(first.day));
  const totals = steps.map(({ counts }) => counts.reduce((sum, { count }) => sum + count, 0));
  const axis = rangeAxis(Math.max(0, ...totals));
  const countOf = (step: StatusChange, status: StationStatus) =>
    step.counts.find((own) => own.status === status)?.count ?? 0;
  const shown = STATION_STATUSES.filter((status) => steps.some((step) => countOf(step, status) > 0));
  const below = steps.map(() => 0);
  const areas = shown.map((status): StatusArea => {
    const bottoms = [...below];
    steps.forEach((step, index) => {
      below[index] = (below[index] ?? 0) + countOf(step, status);
    });
    const edge = (heights: readonly number[]) =>
      steps.flatMap((step, index): [number, number][] => {
        const height = (heights[index] ?? 0) / axis.max;
        const next = steps[index + 1]?.day ?? last;
        return [
          [(time(step.day) - time(first.day)) / span, height],
          [(time(next) - time(first.day)) / span, height],
        ];
      });
    const count = countOf(end, status);
    return {
      status,
      count,
      middle: ((below.at(-1) ?? 0) - count / 2) / axis.max,
      points: [...edge(below), ...edge(bottoms).reverse()],
    };
  });
  return { areas, axis, years: yearsWithin(first.day, last), first: first.day, last };
}

/** Of the width at each end that belongs to the first and the last day's names. */
const ENDS = 0.21;

function yearsWithin(first: string, last: string): StatusDrawing["years"] {
  const span = Math.max(1, time(last) - time(first));
  return yearsBetween(first, last)
    .map(({ at, name }) => ({ year: Number(name), share: (at - time(first)) / span }))
    .filter(({ share }) => share > ENDS && share < 1 - ENDS);
}
