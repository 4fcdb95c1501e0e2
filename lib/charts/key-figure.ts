import type { DashboardFilter } from "../filters/dashboard-filter";
import type { ClosedDayRange } from "../filters/summary-filter";
import { recordsBehind } from "./records-behind";

export const KEY_FIGURES = [
  "documented",
  "onFile",
  "evidence",
  "responses",
  "denied",
  "acted",
  "asked",
  "answered",
  "median",
] as const;
type KeyFigureName = (typeof KEY_FIGURES)[number];

/** What they are read from: `readKeyFigures` of a view. */
export type KeyNumbers = {
  readonly stations: { readonly total: number; readonly published: number; readonly countries: number };
  readonly evidence: { readonly total: number };
  readonly responses: { readonly total: number; readonly denied: number; readonly acted: number };
  readonly replies: { readonly asked: number; readonly answered: number; readonly medianDays: number | null };
};

export type KeyFigure = {
  readonly name: KeyFigureName;
  /** Null: there was nothing to measure, which is not zero. */
  readonly value: number | null;
  /** The same in the period before; undefined: there is no such period. */
  readonly before: number | null | undefined;
  /** Of whose authorities, where the view is of some countries; empty: of all. */
  readonly countries: readonly string[];
  /** The list of exactly the records that were counted; null: no list shows them. */
  readonly href: string | null;
};

/** The figures of a view in the order of the page, each beside that of the period before. `onFile` is for who sees drafts. */
export function keyFigures(
  now: KeyNumbers,
  before: KeyNumbers | null,
  filter: DashboardFilter,
  seesDrafts: boolean,
): KeyFigure[] {
  const seesAll = seesDrafts && filter.records === "all";
  return KEY_FIGURES.filter((name) => name !== "onFile" || seesAll).map((name) => ({
    name,
    value: NUMBERS[name](now),
    before: before ? NUMBERS[name](before) : undefined,
    countries: filter.country.any,
    href: name === "median" ? null : recordsBehind(name, filter),
  }));
}

const NUMBERS: Record<KeyFigureName, (numbers: KeyNumbers) => number | null> = {
  documented: ({ stations }) => stations.published,
  onFile: ({ stations }) => stations.total,
  evidence: ({ evidence }) => evidence.total,
  responses: ({ responses }) => responses.total,
  denied: ({ responses }) => responses.denied,
  acted: ({ responses }) => responses.acted,
  asked: ({ replies }) => replies.asked,
  answered: ({ replies }) => replies.answered,
  median: ({ replies }) => replies.medianDays,
};

/** By how much a figure changed, for a sentence; null where nothing is compared. */
type KeyFigureComparison =
  | { readonly kind: "change"; readonly difference: number }
  | { readonly kind: "same" }
  | { readonly kind: "nothingBefore" };

/** Differences, never percentages: "0 %" of three is a sentence about nothing. */
export function compareKeyFigure(
  { value, before }: KeyFigure,
  period: ClosedDayRange | null,
): KeyFigureComparison | null {
  if (!period || before === undefined || value === null) return null;
  if (before === null) return { kind: "nothingBefore" };
  const difference = value - before;
  return difference === 0 ? { kind: "same" } : { kind: "change", difference };
}
