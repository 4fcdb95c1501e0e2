import { expect, test } from "vitest";
import { stationFilter } from "../filters/station-filter";
import { buildStationsFigure, drawStations } from "./stations-figure";

const context = {
  locale: "en",
  seesDrafts: false,
  now: new Date("2026-01-02T03:04:05Z"),
  head: { seq: 7, hash: "sha256:aa" },
} as const;
const viewOf = (query: string) => stationFilter.parse(new URLSearchParams(query)).value;
const at = (slug: string, country: string, latitude: number, longitude: number) =>
  ({ slug, name: slug.toUpperCase(), country, status: "denied", precision: "exact", latitude, longitude }) as const;

const prato = [at("a", "IT", 43.88, 11.09), at("b", "IT", 43.89, 11.1)];
const far = at("c", "JP", 35.68, 139.76);

test("the finding says how many have a place, where most are, and how many have none", () => {
  const listed = { points: [...prato, far], total: 4, operators: [] };
  const { finding, table } = buildStationsFigure(listed, viewOf(""), context);
  expect(finding).toBe(
    "3 stations, at the places that were reported. Italy has the most (2). 1 station has no coordinates and is only in the list.",
  );
  expect(table.rows.map(({ key }) => key)).toEqual(["a", "b", "c"]);
  const even = { points: [prato[0] ?? far, far], total: 2, operators: [] };
  expect(buildStationsFigure(even, viewOf(""), context).finding).toBe(
    "2 stations, at the places that were reported.",
  );
  expect(buildStationsFigure({ points: [], total: 0, operators: [] }, viewOf(""), context).finding).toBe(
    "No station of this list has coordinates.",
  );
});

test("the filter is described in words, operators by their names", () => {
  const operators = [{ value: "fuzhou-bureau", label: "Fuzhou bureau" }];
  const view = viewOf("q=noodle&country=IT&status=denied&operator=fuzhou-bureau&to=2022-12-31");
  expect(buildStationsFigure({ points: [], total: 0, operators }, view, context).filter).toBe(
    "Published items only; Italy; dated 31 December 2022 or earlier; “noodle”; status: Denied; operator as reported: Fuzhou bureau.",
  );
});

test("a mark of one leads to it, one of several to the list within the box around them", () => {
  const { marks } = drawStations([...prato, far], viewOf("status=denied"), "en");
  expect(marks.map(({ count, description, href }) => [count, description, href])).toEqual([
    [2, "2 stations at one point: A, B", "/stations?status=denied&box=11.0899%2C43.8799%2C11.1001%2C43.8901"],
    [1, "C, Japan: Denied", "/stations/c"],
  ]);
});

test("where the box around a mark holds another's station too, no list is just the mark's", () => {
  const many = Array.from({ length: 100 }, (_, index) => at(`m${index}`, "GH", 0, 0));
  const corner = at("corner", "GH", 1.84, 1.84);
  const { marks } = drawStations([...many, at("n", "GH", 1.94, 0), at("e", "GH", 0, 1.94), corner], viewOf(""), "en");
  expect(marks.map(({ count, href }) => [count, href])).toEqual([
    [102, null],
    [1, "/stations/corner"],
  ]);
});

test("of thousands no mark hides the others, and each is in one", () => {
  const many = Array.from({ length: 4000 }, (_, n) => at(`p${n}`, "IT", 36 + (n % 97) / 5, -10 + (n % 389) / 3));
  const { marks, scale } = drawStations(many, viewOf(""), "en");
  expect(marks.length).toBeLessThanOrEqual(32);
  expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(4000);
  expect(Math.max(...marks.map(({ radius }) => radius))).toBeLessThanOrEqual(18 * scale + 0.01);
});
