import fc from "fast-check";
import { expect, test } from "vitest";
import { mapFilter } from "../filters/map-filter";
import { LOCATION_PRECISIONS } from "../records/station";
import { drawMap } from "./map-drawing";
import { decodeMapSpots, encodeMapSpots, type MapSpot } from "./map-spots";
import { isInBox, MAP_SECTIONS } from "./map-view";

const view = mapFilter.absent;
const spotsOf = (places: readonly (readonly [latitude: number, longitude: number, count: number])[]): MapSpot[] =>
  places.map(([latitude, longitude, count], at) => ({
    latitude,
    longitude,
    count,
    precision: LOCATION_PRECISIONS[at % LOCATION_PRECISIONS.length] ?? "city",
    stations: Array.from({ length: Math.min(12, count) }, (_, own) => ({
      slug: `s${at}-${own}`,
      name: `S ${at} ${own}`,
      country: "IT",
      status: "reported" as const,
    })),
  }));

const places = fc.array(
  fc.tuple(
    fc.double({ min: -50, max: 75, noNaN: true }),
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.integer({ min: 1, max: 40 }),
  ),
  { maxLength: 60 },
);

test("every station of the world is in one mark", () => {
  fc.assert(
    fc.property(places, (drawn) => {
      const spots = spotsOf(drawn);
      const { marks } = drawMap(spots, view, "en");
      const total = (rows: readonly { count: number }[]) => rows.reduce((sum, { count }) => sum + count, 0);
      expect(total(marks)).toBe(total(spots));
    }),
  );
});

test("a list that a mark leads to has as many as the mark stands for, or it is a part of the map", () => {
  const many = spotsOf(
    Array.from({ length: 3000 }, (_, at) => [
      ((at * 37) % 1200) / 10 - 50,
      ((at * 91) % 3500) / 10 - 170,
      1 + (at % 3),
    ]),
  );
  const { marks, clusters, clustersLeft, areas, areasLeft } = drawMap(many, view, "en");
  // What a page draws does not grow with the dossier, and what is left out is counted.
  expect(marks.length).toBeLessThanOrEqual(90);
  expect(areas.length).toBeLessThanOrEqual(150);
  expect(areasLeft).toBeGreaterThan(0);
  expect(clusters.flatMap(({ stations }) => stations).length).toBeLessThanOrEqual(40);
  expect(clusters.length + clustersLeft).toBe(marks.filter(({ count }) => count > 1).length);
  for (const { count, href } of marks) {
    const url = new URL(href, "http://localhost");
    const box = mapFilter.parse(url.searchParams).value.box;
    if (url.pathname !== "/stations" || !box) continue;
    const there = many.filter((spot) => isInBox(box, spot)).reduce((sum, spot) => sum + spot.count, 0);
    expect(there).toBe(count);
  }
});

test("a section draws what lies in it, and few stations as ever: each its own mark, its area and its list", () => {
  const [rome, naples, lima] = [
    [41.9, 12.5, 1],
    [40.85, 14.27, 3],
    [-12, -77, 2],
  ] as const;
  const world = drawMap(spotsOf([rome, naples, lima]), view, "en");
  expect(world.marks.map(({ count, glyph, href }) => [count, glyph, href])).toEqual([
    [4, "4", "#stations-at-s0-0"],
    [2, "2", "#stations-at-s2-0"],
  ]);
  expect(world.marks[0]?.description).toBe("4 stations at one point: S 0 0, S 1 0, S 1 1, S 1 2");
  expect(world.clusters.map(({ anchor, stations }) => [anchor, stations.length])).toEqual([
    ["stations-at-s0-0", 4],
    ["stations-at-s2-0", 2],
  ]);
  expect([world.clustersLeft, world.areasLeft]).toEqual([0, 0]);
  const europe = drawMap(spotsOf([rome, naples, lima]), { ...view, box: MAP_SECTIONS.europe }, "nl");
  expect(europe.marks.reduce((sum, { count }) => sum + count, 0)).toBe(4);
});

test("spots are the same after they were sent", () => {
  fc.assert(
    fc.property(places, (drawn) => {
      expect(decodeMapSpots(encodeMapSpots(spotsOf(drawn), 7))).toEqual(spotsOf(drawn));
    }),
  );
});
