import type { ClaimedMark } from "../figures/country-figure";

/** Figures of one place that a drawing has room for. */
export const MOST_DRAWN = 24;

/** The marks that are drawn: of too many those that stand, from the lowest to the highest as evenly as they come. */
export function drawnMarks(marks: readonly ClaimedMark[]): readonly ClaimedMark[] {
  if (marks.length <= MOST_DRAWN) return marks;
  const standing = marks.filter((mark) => mark.standing);
  const among = standing.length > 0 ? standing : marks;
  const step = Math.max(1, (among.length - 1) / (MOST_DRAWN - 1));
  const places = new Set(Array.from({ length: MOST_DRAWN }, (_, place) => Math.round(place * step)));
  return among.filter((_, place) => places.has(place));
}
