import type { StationStatus } from "../records/status";
import type { StatusLayout } from "./status-layout";

/** A point of a drawing in shares of its width and height: from the left, and from the bottom. */
type SharePoint = readonly [x: number, y: number];
type StatusArea = { readonly status: StationStatus; readonly points: readonly SharePoint[] };

type StackOutline = Pick<StatusLayout, "points" | "statuses" | "from" | "to" | "most">;

/** The stack of a layout as outlines, from the lowest status up: for drawings without scales of their own. */
export function stackedAreas({ points, statuses, from, to, most }: StackOutline): StatusArea[] {
  const span = Math.max(1, to - from);
  const below = points.map(() => 0);
  return statuses.map((status) => {
    const bottoms = [...below];
    points.forEach(({ counts }, index) => {
      below[index] = (below[index] ?? 0) + (counts[status] ?? 0);
    });
    const edge = (heights: readonly number[]) =>
      points.flatMap(({ at }, index): SharePoint[] => {
        const y = (heights[index] ?? 0) / most;
        return [at, points[index + 1]?.at ?? to].map((time) => [(time - from) / span, y]);
      });
    return { status, points: [...edge(below), ...edge(bottoms).reverse()] };
  });
}

/** Of the width at each end that belongs to the first and the last day's names. */
const ENDS = 0.21;

/** Years that can be named between the names of the first day and the last, with where they stand. */
export function yearsBetweenEnds({ years, from, to }: Pick<StatusLayout, "years" | "from" | "to">) {
  return years
    .map(({ at, name }) => ({ name, share: (at - from) / Math.max(1, to - from) }))
    .filter(({ share }) => share > ENDS && share < 1 - ENDS);
}
