import type { StationStatus } from "../records/status";
import type { AnswerPart } from "./answers";
import type { ResponseColumn } from "./response-columns";

/** A data colour of tokens.css. */
export type Tone = `data-${1 | 2 | 3 | 4 | 5 | 6 | "rest"}`;
/** A colour, and lines across a tile of so many by so many pixels: a path of points that lines go on from. */
export type Pattern = { readonly tone: Tone; readonly stripes?: string };
export const TILE = 8;

const RISING = "M-2 2l4 -4M0 8l8 -8M6 10l4 -4";
const CROSSED = "M0 0l8 8M8 0l-8 8";
const DOTTED = "M3 4h2";
const UPRIGHT = "M4 0v8";
const LEVEL = "M0 4h8";

/** Each status has a colour of five and a pattern of its own, so that two bars differ without colour too. */
export const STATUS_PATTERNS: Record<StationStatus, Pattern> = {
  reported: { tone: "data-1" },
  acknowledged: { tone: "data-1", stripes: "M2 4h4" },
  under_investigation: { tone: "data-5", stripes: RISING },
  ordered_closed: { tone: "data-2", stripes: UPRIGHT },
  reported_closed: { tone: "data-2", stripes: "M0 2h8M0 6h8" },
  closure_confirmed: { tone: "data-2" },
  denied: { tone: "data-4", stripes: CROSSED },
  reopened: { tone: "data-3", stripes: "M0 8l4 -8l4 8" },
  unknown: { tone: "data-rest", stripes: DOTTED },
};

/** Requests and answers look the same in every figure. */
export const ANSWER_PATTERNS: Record<AnswerPart | ResponseColumn, Pattern> = {
  asked: { tone: "data-5", stripes: RISING },
  answered: { tone: "data-3", stripes: LEVEL },
  denied: { tone: "data-4", stripes: CROSSED },
  noComment: { tone: "data-rest", stripes: DOTTED },
  acted: { tone: "data-1" },
  other: { tone: "data-6", stripes: UPRIGHT },
};
export type AnswerPatternKey = keyof typeof ANSWER_PATTERNS;

/** The same for the parts of any other stack, in their order; a sixth or later one is the grey rest. */
export const SERIES_PATTERNS: readonly Pattern[] = [
  { tone: "data-1" },
  { tone: "data-2", stripes: RISING },
  { tone: "data-3", stripes: LEVEL },
  { tone: "data-4", stripes: CROSSED },
  { tone: "data-5", stripes: UPRIGHT },
  { tone: "data-rest", stripes: DOTTED },
];
