import { roundTo } from "../text/round-to";
import type { Point } from "./geo";

export type IdentifiedPoint = Point & { readonly id: string };

/** Points too near to one another to be told apart: a circle whose area grows with their number, that of one having radius 1. */
export type PointCluster<P extends IdentifiedPoint = IdentifiedPoint> = Point & {
  readonly radius: number;
  readonly points: readonly P[];
};

const hundredth = (value: number) => roundTo(value, 2);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function circleOf<P extends IdentifiedPoint>(points: readonly P[]): PointCluster<P> {
  const mean = (value: (point: P) => number) => points.reduce((sum, point) => sum + value(point), 0) / points.length;
  return {
    x: hundredth(mean((point) => point.x)),
    y: hundredth(mean((point) => point.y)),
    radius: hundredth(Math.sqrt(points.length)),
    points: [...points].sort((a, b) => compare(a.id, b.id)),
  };
}

function sameSpots<P extends IdentifiedPoint>(points: readonly P[]): P[][] {
  const spots = new Map<string, P[]>();
  for (const point of points) {
    const key = `${point.x} ${point.y}`;
    const spot = spots.get(key);
    if (spot) spot.push(point);
    else spots.set(key, [point]);
  }
  return [...spots.values()];
}

const byWeight = (a: PointCluster, b: PointCluster) =>
  b.points.length - a.points.length || compare(a.points[0]?.id ?? "", b.points[0]?.id ?? "");

/** How far from each other the centres of two groups stand at least, in the points' own units. */
type Reach<P extends IdentifiedPoint> = (a: PointCluster<P>, b: PointCluster<P>) => number;

/**
 * Groups points by nearness alone: the first of the order takes every point within reach, and so on; then the two groups that
 * overlap most are one, until none do. A group stands where its heaviest place is: a mean of many places moves on to the next
 * group and takes it too, until a continent is one mark. For marks whose size is bounded, on a map that can be zoomed into.
 */
export function pointsNear<P extends IdentifiedPoint>(points: readonly P[], reach: Reach<P>): PointCluster<P>[] {
  const spots = sameSpots([...points].sort((a, b) => compare(a.id, b.id))).map((spot) => circleOf(spot));
  let groups = takeNear(spots.sort(byWeight), reach);
  for (let pair = nearest(groups, reach); pair; pair = nearest(groups, reach)) {
    const [a, b] = pair.sort(byWeight);
    groups = [...groups.filter((group) => group !== a && group !== b), joinedAt(a, b)];
  }
  return groups.sort(byWeight);
}

const joinedAt = <P extends IdentifiedPoint>(
  { x, y, points }: PointCluster<P>,
  ...others: readonly PointCluster<P>[]
): PointCluster<P> => ({
  ...circleOf([...points, ...others.flatMap((other) => other.points)]),
  x,
  y,
});

function takeNear<P extends IdentifiedPoint>(spots: readonly PointCluster<P>[], reach: Reach<P>): PointCluster<P>[] {
  let left = [...spots];
  const groups: PointCluster<P>[] = [];
  for (let seed = left.shift(); seed; seed = left.shift()) {
    const near = left.filter((other) => gap(seed, other, reach) < 0);
    groups.push(joinedAt(seed, ...near));
    left = left.filter((other) => !near.includes(other));
  }
  return groups;
}

const gap = <P extends IdentifiedPoint>(a: PointCluster<P>, b: PointCluster<P>, reach: Reach<P>) =>
  Math.hypot(a.x - b.x, a.y - b.y) - reach(a, b);

function nearest<P extends IdentifiedPoint>(groups: readonly PointCluster<P>[], reach: Reach<P>) {
  let found: [PointCluster<P>, PointCluster<P>] | undefined;
  let least = 0;
  groups.forEach((a, at) => {
    for (const b of groups.slice(at + 1)) {
      const between = gap(a, b, reach);
      if (between < least) [least, found] = [between, [a, b]];
    }
  });
  return found;
}

type Disc = Point & { readonly size: number };
const clamp = (value: number, margin: number, end: number) => Math.min(Math.max(value, margin), end - margin);

/**
 * Moves discs whose centre is in a frame wholly into it, so that each can be pressed. One that would then cover another is not
 * shown: its place is at the frame's very edge, and comes into view with the next move.
 * @param discs do not overlap
 * @returns for each disc its centre; null where it isn't shown
 */
export function wholeWithin(discs: readonly Disc[], { width, height }: { width: number; height: number }) {
  const isSeen = ({ x, y }: Point) => x >= 0 && y >= 0 && x <= width && y <= height;
  const moved = discs.map((disc) => {
    if (!isSeen(disc)) return null;
    const [x, y] = [clamp(disc.x, disc.size / 2, width), clamp(disc.y, disc.size / 2, height)];
    return { x, y, size: disc.size, by: Math.hypot(x - disc.x, y - disc.y) };
  });
  const shown: (typeof moved)[number][] = moved.map((disc) => (disc?.by === 0 ? disc : null));
  for (const [index, disc] of moved.entries()) {
    if (!disc || disc.by === 0) continue;
    const covers = shown.some(
      (other) => other && Math.hypot(other.x - disc.x, other.y - disc.y) < (other.size + disc.size) / 2,
    );
    if (!covers) shown[index] = disc;
  }
  return shown.map((disc) => disc && { x: disc.x, y: disc.y });
}
