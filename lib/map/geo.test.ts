import fc from "fast-check";
import { expect, test } from "vitest";
import { LOCATION_PRECISIONS } from "../records/station";
import { MAP, projectToMap, publicCoordinates, uncertaintyRadius, viewBoxOf } from "./geo";
import { pointsNear, wholeWithin } from "./geo-cluster";

const at = (latitude: number, longitude: number) => ({ latitude, longitude });
const amsterdam = at(52.374, 4.8897);

test("every inhabited place lies on the map", () => {
  for (const place of [amsterdam, at(-54.8, -68.3), at(71.3, -156.8), at(-45, 170), at(64.7, 177.5), at(0, 11)]) {
    const { x, y } = projectToMap(place);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(MAP.width);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(MAP.height);
  }
});

test("north is up and east is right", () => {
  expect(projectToMap(amsterdam).y).toBeLessThan(projectToMap(at(41.9, 12.5)).y);
  expect(projectToMap(amsterdam).x).toBeLessThan(projectToMap(at(41.9, 12.5)).x);
});

test("a place is drawn no finer than its precision", () => {
  expect(publicCoordinates(at(52.374012, 4.889694), "exact")).toEqual(at(52.37401, 4.88969));
  expect(publicCoordinates(amsterdam, "city")).toEqual(at(52.4, 4.9));
  expect(publicCoordinates(at(-0.2, 30.6), "country")).toEqual(at(0, 31));
});

test("rounding a public place again changes nothing, and a coarser precision never says more", () => {
  const places = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  fc.assert(
    fc.property(places, fc.constantFrom(...LOCATION_PRECISIONS), (place, precision) => {
      const shown = publicCoordinates(place, precision);
      expect(publicCoordinates(shown, precision)).toEqual(shown);
    }),
  );
  const radii = LOCATION_PRECISIONS.map((precision) => uncertaintyRadius(precision, 0));
  expect([...radii].sort((a, b) => a - b)).toEqual(radii);
  expect(uncertaintyRadius("exact")).toBe(3);
});

test("a section keeps the map's proportions and stays on the map", () => {
  expect(viewBoxOf([])).toEqual({ x: 0, y: 0, ...MAP });
  const section = viewBoxOf([projectToMap(amsterdam)]);
  expect(section.width).toBe(120);
  expect(section.width / section.height).toBeCloseTo(MAP.width / MAP.height, 1);
  expect(viewBoxOf([{ x: 0, y: 0 }])).toMatchObject({ x: 0, y: 0 });
  expect(viewBoxOf([projectToMap(at(-40, -70)), projectToMap(at(60, 150))]).width).toBeLessThanOrEqual(MAP.width);
});

const marks = fc.uniqueArray(
  fc.record({ id: fc.uuid(), x: fc.integer({ min: 0, max: 200 }), y: fc.integer({ min: 0, max: 100 }) }),
  { selector: (mark) => mark.id, maxLength: 60 },
);

test("several stations of one city are one circle, larger than a single one", () => {
  const spot = { x: 10, y: 10 };
  const [prato, single] = pointsNear(
    [
      { id: "a", ...spot },
      { id: "b", ...spot },
      { id: "c", x: 400, y: 10 },
    ],
    Math.sqrt,
  );
  expect(prato).toMatchObject({ ...spot, points: [{ id: "a" }, { id: "b" }] });
  expect(prato?.radius).toBeGreaterThan(single?.radius ?? 0);
});

test("points grouped by nearness lose none, do not depend on the order, and no two groups overlap", () => {
  const sizeOf = (count: number) => Math.min(40, 20 + count);
  const reachOf = (count: number) => sizeOf(count) / 2;
  fc.assert(
    fc.property(marks, (points) => {
      const groups = pointsNear(points, reachOf);
      expect(groups.flatMap((c) => c.points.map((p) => p.id)).sort()).toEqual(points.map((p) => p.id).sort());
      expect(pointsNear([...points].reverse(), reachOf)).toEqual(groups);
      for (const a of groups) {
        expect(a.points.some(({ x, y }) => x === a.x && y === a.y)).toBe(true);
        for (const b of groups) {
          if (a !== b)
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(reachOf(a.count) + reachOf(b.count));
        }
      }
    }),
  );
});

test("a row of points, each within reach of the next, is several groups and not one", () => {
  const row = Array.from({ length: 30 }, (_, at) => ({ id: String(at).padStart(2, "0"), x: at * 10, y: 0 }));
  const groups = pointsNear(row, () => 12.5);
  expect(groups.length).toBeGreaterThanOrEqual(10);
});

test("marks at a frame's edge come into it whole, and cover no other", () => {
  const frame = { width: 150, height: 70 };
  fc.assert(
    fc.property(marks, (points) => {
      const discs = pointsNear(points, () => 13).map(({ x, y }) => ({ x, y, size: 26 }));
      const placed = wholeWithin(discs, frame);
      placed.forEach((a, index) => {
        const from = discs[index];
        if (!a) return;
        expect(a.x).toBe(Math.min(Math.max(a.x, 13), 137));
        expect(a.y).toBe(Math.min(Math.max(a.y, 13), 57));
        expect(Math.hypot(a.x - (from?.x ?? 0), a.y - (from?.y ?? 0))).toBeLessThanOrEqual(13 * Math.SQRT2);
        for (const b of placed) if (b && a !== b) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(26);
      });
    }),
  );
});

test("a mark well within the frame is always shown, where it is", () => {
  const at = [
    { x: 40, y: 40, size: 26 },
    { x: 3, y: 40, size: 26 },
    { x: -1, y: 40, size: 26 },
    { x: 30, y: 100, size: 26 },
  ];
  expect(wholeWithin(at, { width: 100, height: 100 })).toEqual([
    { x: 40, y: 40 },
    { x: 13, y: 40 },
    null,
    { x: 30, y: 87 },
  ]);
});

test("points out of reach of one another stay alone", () => {
  const groups = pointsNear(
    [
      { id: "a", x: 0, y: 0 },
      { id: "b", x: 30, y: 0 },
      { id: "c", x: 49, y: 0 },
    ],
    () => 10,
  );
  expect(groups.map(({ points }) => points.map(({ id }) => id))).toEqual([["b", "c"], ["a"]]);
});
