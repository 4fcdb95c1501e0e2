import fc from "fast-check";
import { expect, test } from "vitest";
import { roundTo } from "../text/round-to";
import { projectToMap } from "./geo";
import { type IdentifiedPoint, pointsNear } from "./geo-cluster";

type Mark = { x: number; y: number; count: number; ids: string[] };
const hundredth = (value: number) => roundTo(value, 2);
const byWeight = (a: Mark, b: Mark) => b.ids.length - a.ids.length || ((a.ids[0] ?? "") < (b.ids[0] ?? "") ? -1 : 1);
const gap = (a: Mark, b: Mark, reachOf: (count: number) => number) =>
  Math.hypot(a.x - b.x, a.y - b.y) - reachOf(a.count) - reachOf(b.count);
const joined = (at: Mark, ...others: Mark[]): Mark => ({
  ...at,
  count: [at, ...others].reduce((sum, { count }) => sum + count, 0),
  ids: [at, ...others].flatMap(({ ids }) => ids).sort(),
});

/** The same as it is said, without an index: each with each, again and again. */
function plainly(points: readonly IdentifiedPoint[], reachOf: (count: number) => number): Mark[] {
  const spots = new Map<string, Mark>();
  for (const { id, x, y, count = 1 } of points) {
    const own = { x: hundredth(x), y: hundredth(y), count, ids: [id] };
    const spot = spots.get(`${x} ${y}`);
    spots.set(`${x} ${y}`, spot ? joined(spot, own) : own);
  }
  let left = [...spots.values()].sort(byWeight);
  let groups: Mark[] = [];
  for (let seed = left.shift(); seed; seed = left.shift()) {
    const near = left.filter((other) => gap(seed as Mark, other, reachOf) < 0);
    groups.push(joined(seed, ...near));
    left = left.filter((other) => !near.includes(other));
  }
  for (;;) {
    let least = 0;
    let pair: [Mark, Mark] | null = null;
    for (const [at, a] of groups.entries()) {
      for (const b of groups.slice(at + 1)) {
        if (gap(a, b, reachOf) < least) [least, pair] = [gap(a, b, reachOf), [a, b]];
      }
    }
    if (!pair) return groups.sort(byWeight);
    const [a, b] = pair.sort(byWeight);
    groups = [...groups.filter((group) => group !== a && group !== b), joined(a, b)];
  }
}

const told = (points: readonly IdentifiedPoint[], reachOf: (count: number) => number) =>
  pointsNear(points, reachOf).map(({ x, y, count, points: own }) => ({ x, y, count, ids: own.map(({ id }) => id) }));

const reaches = [
  (count: number) => Math.min(14, 7 + Math.sqrt(count - 1)),
  (count: number) => Math.sqrt(count) * 3.2,
  () => 0,
  () => 400,
];

test("marks are those that comparing each with each gives, wherever the points lie", () => {
  const places = fc.oneof(
    fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    }),
    // The poles, both sides of the date line, and places that many share.
    fc.record({ latitude: fc.constantFrom(-90, 90, 0, 45.5), longitude: fc.constantFrom(-180, 180, -179.99, 11) }),
    fc.record({
      latitude: fc.double({ min: 44, max: 46, noNaN: true }),
      longitude: fc.double({ min: 8, max: 12, noNaN: true }),
    }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(places, fc.integer({ min: 1, max: 40 })), { maxLength: 70 }),
      fc.constantFrom(...reaches),
      (drawn, reachOf) => {
        const points = drawn.map(([at, count], index) => ({ id: `s${index}`, count, ...projectToMap(at) }));
        const marks = told(points, reachOf);
        expect(marks).toEqual(plainly(points, reachOf));
        expect(marks.flatMap(({ ids }) => ids).sort()).toEqual(points.map(({ id }) => id).sort());
        expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(
          points.reduce((sum, { count }) => sum + count, 0),
        );
      },
    ),
  );
});

test("ten times as many points are about ten times the work", () => {
  const asked = (size: number) => {
    let calls = 0;
    const points = Array.from({ length: size }, (_, at) => ({
      id: `s${String(at).padStart(6, "0")}`,
      // As dense at either size.
      x: ((at * 7919) % 9973) * Math.sqrt(size / 1000),
      y: ((at * 104_729) % 9967) * Math.sqrt(size / 1000),
    }));
    const marks = pointsNear(points, () => {
      calls++;
      return 120;
    });
    expect(marks.flatMap(({ points: own }) => own)).toHaveLength(size);
    return calls;
  };
  expect(asked(20_000)).toBeLessThan(asked(2_000) * 12);
});
