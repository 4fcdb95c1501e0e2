import { PUBLIC_STATES } from "./editorial";
import { evidenceFilter } from "./evidence-filter";
import { RESPONSE_GROUPS, type ResponseGroup } from "./government-figure";
import { replyFilter } from "./reply-filter";
import type { ResponseKind } from "./response";
import { responseFilter } from "./response-filter";
import type { Scope } from "./scope-filter";
import { stationFilter } from "./station-filter";
import type { ClosedPeriod } from "./summary-filter";

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
export type KeyFigureName = (typeof KEY_FIGURES)[number];

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
  /** The list of exactly the records that were counted; null: no list shows them. */
  readonly href: string | null;
};

/** The figures of a view in the order of the page, each beside that of the period before. `onFile` is for who sees drafts. */
export function keyFigures(
  now: KeyNumbers,
  before: KeyNumbers | null,
  scope: Scope,
  seesDrafts: boolean,
): KeyFigure[] {
  const seesAll = seesDrafts && scope.records === "all";
  return KEY_FIGURES.filter((name) => name !== "onFile" || seesAll).map((name) => ({
    name,
    value: NUMBERS[name](now),
    before: before ? NUMBERS[name](before) : undefined,
    href: recordsBehind(name, scope),
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

const only = <V extends string>(values: readonly V[]) => ({ any: [...values], without: [] });

/** Only the list of stations knows a part of the map: of a view with one, the others' numbers lead nowhere. */
export function recordsBehind(name: KeyFigureName | ResponseGroup, scope: Scope): string | null {
  const { from, to, country, records, box } = scope;
  if (name === "documented" || name === "onFile") {
    const seen = name === "documented" ? "published" : records;
    return stationFilter.href("/stations", { ...stationFilter.absent, to, country, box, records: seen });
  }
  if (box || name === "median") return null;
  if (name === "evidence") {
    return evidenceFilter.href("/evidence", { ...evidenceFilter.absent, from, to, country, records });
  }
  if (name === "asked" || name === "answered") {
    const sent = { sent: true, sentFrom: from, sentTo: to, answered: name === "answered" };
    return replyFilter.href("/replies", { ...replyFilter.absent, ...sent, government: country, records });
  }
  const kinds: readonly ResponseKind[] = name === "responses" ? [] : RESPONSE_GROUPS[name];
  return responseFilter.href("/responses", {
    ...responseFilter.absent,
    kind: only(kinds),
    government: country,
    state: records === "published" ? only(PUBLIC_STATES) : only([]),
    from,
    to,
  });
}

/** By how much a figure changed, for a sentence; null where nothing is compared. */
export type Comparison =
  | { readonly kind: "change"; readonly difference: number }
  | { readonly kind: "same" }
  | { readonly kind: "nothingBefore" };

/** Differences, never percentages: "0 %" of three is a sentence about nothing. */
export function compared({ value, before }: KeyFigure, period: ClosedPeriod | null): Comparison | null {
  if (!period || before === undefined || value === null) return null;
  if (before === null) return { kind: "nothingBefore" };
  const difference = value - before;
  return difference === 0 ? { kind: "same" } : { kind: "change", difference };
}
