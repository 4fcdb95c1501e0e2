import fc from "fast-check";
import { expect, test } from "vitest";
import type { GeoBox } from "../filters/filter-field";
import { mapFilter } from "../filters/map-filter";
import { MAP, projectToMap } from "./geo";
import { mapStationsHref } from "./map-figure";
import {
  areaOfBox,
  boxOfArea,
  isInBox,
  MAP_SECTIONS,
  pixelsAtZero,
  unwrapLongitudes,
  viewBoxOfBox,
} from "./map-view";

const world = { west: -180, south: -60, east: 180, north: 80 };

test("metres become pixels: 10 km is a pixel at zoom 3 on the equator, and twice as much at 60° north", () => {
  expect(pixelsAtZero(0, "city") * 2 ** 3).toBeCloseTo(1.022, 2);
  expect(pixelsAtZero(60, "city") / pixelsAtZero(0, "city")).toBeCloseTo(2, 5);
  expect(pixelsAtZero(0, "country") / pixelsAtZero(0, "city")).toBeCloseTo(30, 5);
});

test("who sees the whole world has no box; one across the date line has west of more than east", () => {
  expect(boxOfArea(world)).toBeUndefined();
  expect(boxOfArea({ west: 170, south: -30, east: 200, north: 0 })).toEqual({
    west: 170,
    south: -30,
    east: -160,
    north: 0,
  });
  expect(boxOfArea({ west: -190, south: -30, east: -160, north: 0 })).toEqual({
    west: 170,
    south: -30,
    east: -160,
    north: 0,
  });
  expect(boxOfArea({ west: 4.71234, south: 52.28, east: 5.04, north: 52.4321 })).toEqual({
    west: 4.712,
    south: 52.28,
    east: 5.04,
    north: 52.432,
  });
});

test("a box is what is seen, and what is seen is the box: the address reproduces the view", () => {
  const seen = fc
    .record({
      west: fc.double({ min: -900, max: 900, noNaN: true }),
      width: fc.double({ min: 0.1, max: 340, noNaN: true }),
      south: fc.double({ min: -84, max: 70, noNaN: true }),
      height: fc.double({ min: 0.1, max: 14, noNaN: true }),
    })
    .map(({ west, width, south, height }) => ({ west, east: west + width, south, north: south + height }));
  fc.assert(
    fc.property(seen, (one) => {
      const box = boxOfArea(one) as GeoBox;
      const { value, problems } = mapFilter.parse(new URLSearchParams({ box: Object.values(box).join(",") }));
      expect(problems).toEqual([]);
      expect(value.box).toEqual(box);
      expect(boxOfArea(areaOfBox(box))).toEqual(box);
    }),
  );
});

test("what lies in a box lies in it on both sides of the date line", () => {
  const fiji = { latitude: -18.1, longitude: 178.4 };
  const samoa = { latitude: -13.8, longitude: -171.8 };
  const amsterdam = { latitude: 52.4, longitude: 4.9 };
  expect([fiji, samoa, amsterdam].map((place) => isInBox(MAP_SECTIONS.oceania, place))).toEqual([true, true, false]);
  expect([fiji, samoa, amsterdam].map((place) => isInBox(MAP_SECTIONS.europe, place))).toEqual([false, false, true]);
});

test("the drawn section holds its box, keeps the map's proportions and stays on it", () => {
  expect(viewBoxOfBox(undefined)).toEqual({ x: 0, y: 0, ...MAP });
  expect(viewBoxOfBox(MAP_SECTIONS.oceania)).toEqual({ x: 0, y: 0, ...MAP });
  for (const box of Object.values(MAP_SECTIONS).filter(({ west, east }) => west < east)) {
    const { x, y, width, height } = viewBoxOfBox(box);
    expect(width / height).toBeCloseTo(MAP.width / MAP.height, 1);
    expect([x >= 0, y >= 0, x + width <= MAP.width + 0.1, y + height <= MAP.height + 0.1]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    const middle = projectToMap({ latitude: (box.south + box.north) / 2, longitude: (box.west + box.east) / 2 });
    expect([middle.x > x, middle.x < x + width, middle.y > y, middle.y < y + height]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  }
});

test("the map's view is the list's: the same filter and facets, box and day included", () => {
  const { value } = mapFilter.parse(new URLSearchParams("status=denied&to=2022-12-31&box=1,2,3,4&country=IT"));
  expect(mapStationsHref(value)).toBe("/stations?country=IT&status=denied&to=2022-12-31&box=1%2C2%2C3%2C4");
});

test("a coast across the date line goes on to its other side and comes back", () => {
  const ring = [
    [178, 65],
    [-178, 66],
    [-175, 67],
    [179, 68],
    [178, 65],
  ];
  expect(unwrapLongitudes(ring).map(([longitude]) => longitude)).toEqual([178, 182, 185, 179, 178]);
  expect(
    unwrapLongitudes([
      [4, 52],
      [5, 53],
    ]),
  ).toEqual([
    [4, 52],
    [5, 53],
  ]);
});
