import KDBush from "kdbush";
import TinyQueue from "tinyqueue";
import type { Point } from "./geo";

export type IdentifiedPoint = Point & {
  readonly id: string;
  /** How many it stands for, where that is more than itself. */
  readonly count?: number;
};

/** Points too near to one another to be told apart: a circle whose area grows with their number, that of one having radius 1. */
export type PointCluster<P extends IdentifiedPoint = IdentifiedPoint> = Point & {
  readonly radius: number;
  /** What its points stand for, together. */
  readonly count: number;
  readonly points: readonly P[];
};

/** Points that are one mark so far; of a mark that went into another, `isJoined`. */
type Group<P> = Point & {
  readonly points: P[];
  /** The least id of its points. */
  readonly id: string;
  readonly count: number;
  /** How far it reaches. */
  readonly reach: number;
  /** Groups are numbered in the order in which they are made. */
  readonly place: number;
  isJoined: boolean;
};

const hundredth = (value: number) => Math.round(value * 100) / 100;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byWeight = <P>(a: Group<P>, b: Group<P>) => b.points.length - a.points.length || compare(a.id, b.id);
/** Whether two may overlap, said in less time than how much they do. */
const isNear = <P>(a: Group<P>, b: Group<P>) => {
  const [across, down, reach] = [a.x - b.x, a.y - b.y, (a.reach + b.reach) * (1 + 1e-9)];
  return across * across + down * down <= reach * reach;
};
/** Below 0: they overlap. */
const gap = <P>(a: Group<P>, b: Group<P>) => Math.hypot(a.x - b.x, a.y - b.y) - a.reach - b.reach;

/**
 * Groups points by nearness alone: the first of the order takes every point within reach, and so on; then the two groups that
 * overlap most are one, until none do. A group stands where its heaviest place is: a mean of many places moves on to the next
 * group and takes it too, until a continent is one mark. For marks whose size is bounded, on a map that can be zoomed into.
 * The work grows with n log n as long as no mark reaches over most of the others.
 * @param reachOf how far a mark that stands for so many reaches, in the points' own units: two overlap that are nearer to
 * each other than both reach together; more never reach less far
 */
export function pointsNear<P extends IdentifiedPoint>(
  points: readonly P[],
  reachOf: (count: number) => number,
): PointCluster<P>[] {
  const groups = joinOverlapping(takeNear(sameSpots(points, reachOf).sort(byWeight), reachOf), reachOf);
  return groups.sort(byWeight).map(({ x, y, count, points: own }) => ({
    x,
    y,
    radius: hundredth(Math.sqrt(own.length)),
    count,
    points: own.sort((a, b) => compare(a.id, b.id)),
  }));
}

/** Groups of the points that lie at exactly one place. */
function sameSpots<P extends IdentifiedPoint>(points: readonly P[], reachOf: (count: number) => number): Group<P>[] {
  const rows = new Map<number, Map<number, P[]>>();
  const spots: P[][] = [];
  for (const point of points) {
    const row = rows.get(point.y) ?? new Map<number, P[]>();
    if (row.size === 0) rows.set(point.y, row);
    const spot = row.get(point.x);
    if (spot) {
      spot.push(point);
      continue;
    }
    const own = [point];
    row.set(point.x, own);
    spots.push(own);
  }
  return spots.map((own, place) => spotOf(own, place, reachOf));
}

function spotOf<P extends IdentifiedPoint>(points: P[], place: number, reachOf: (count: number) => number): Group<P> {
  let [count, id, x, y] = [0, "", 0, 0];
  for (const point of points) {
    if (count === 0 || compare(point.id, id) < 0) id = point.id;
    count += point.count ?? 1;
    x = point.x;
    y = point.y;
  }
  return { x: hundredth(x), y: hundredth(y), points, id, count, reach: reachOf(count), place, isJoined: false };
}

/** Two groups as one at the place of the first: the points of the smaller are added to those of the larger. */
function joined<P>(at: Group<P>, other: Group<P>, reachOf: (count: number) => number, place: number): Group<P> {
  const [most, least] = at.points.length >= other.points.length ? [at, other] : [other, at];
  for (const point of least.points) most.points.push(point);
  at.isJoined = true;
  other.isJoined = true;
  const count = at.count + other.count;
  const id = compare(at.id, other.id) < 0 ? at.id : other.id;
  return { x: at.x, y: at.y, points: most.points, id, count, reach: reachOf(count), place, isJoined: false };
}

/** Whose place lies within a distance. */
function placesOf<P>(groups: readonly Group<P>[]): (at: Point, distance: number) => number[] {
  const index = new KDBush(groups.length);
  for (const { x, y } of groups) index.add(x, y);
  index.finish();
  // A little more, for what rounding takes away: whoever asks looks at the distance again.
  return ({ x, y }, distance) => index.within(x, y, distance * (1 + 1e-9) + 1e-9);
}

/** @param spots heaviest first */
function takeNear<P>(spots: readonly Group<P>[], reachOf: (count: number) => number): Group<P>[] {
  if (spots.length === 0) return [];
  const near = placesOf(spots);
  const farthest = spots.map(({ reach }) => reach);
  for (let at = farthest.length - 2; at >= 0; at--) {
    farthest[at] = Math.max(farthest[at] ?? 0, farthest[at + 1] ?? 0);
  }
  const groups: Group<P>[] = [];
  for (const [at, seed] of spots.entries()) {
    if (seed.isJoined) continue;
    const taken: Group<P>[] = [];
    for (const index of near(seed, seed.reach + (farthest[at] ?? 0))) {
      const other = spots[index];
      if (other && other !== seed && !other.isJoined && isNear(seed, other) && gap(seed, other) < 0)
        taken.push(other);
    }
    let group = { ...seed, place: groups.length };
    seed.isJoined = true;
    for (const other of taken) group = joined(group, other, reachOf, group.place);
    groups.push(group);
  }
  return groups;
}

type Pair<P> = { readonly between: number; readonly a: Group<P>; readonly b: Group<P> };
const byOverlap = <P>(one: Pair<P>, other: Pair<P>) =>
  one.between - other.between || one.a.place - other.a.place || one.b.place - other.b.place;

/** Until no two overlap: those that overlap most first. A group keeps one of the places that were there at the start. */
function joinOverlapping<P>(groups: readonly Group<P>[], reachOf: (count: number) => number): Group<P>[] {
  if (groups.length === 0) return [];
  const near = placesOf(groups);
  const at = [...groups];
  const spotOf = new Map(groups.map((group, spot) => [group, spot]));
  const pairs = new TinyQueue<Pair<P>>([], byOverlap);
  let farthest = Math.max(0, ...groups.map(({ reach }) => reach));
  const pairUp = (group: Group<P>) => {
    for (const spot of near(group, group.reach + farthest)) {
      const other = at[spot];
      if (!other || other.isJoined || other.place >= group.place) continue;
      const between = isNear(other, group) ? gap(other, group) : 0;
      if (between < 0) pairs.push({ between, a: other, b: group });
    }
  };
  for (const group of groups) pairUp(group);
  let made = groups.length;
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    if (pair.a.isJoined || pair.b.isJoined) continue;
    const [heavy, light] = [pair.a, pair.b].sort(byWeight) as [Group<P>, Group<P>];
    const group = joined(heavy, light, reachOf, made++);
    const spot = spotOf.get(heavy) ?? 0;
    at[spot] = group;
    spotOf.set(group, spot);
    farthest = Math.max(farthest, group.reach);
    pairUp(group);
  }
  return at.filter(({ isJoined }) => !isJoined);
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
