import { readFileSync } from "node:fs";
import { geoContains } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { expect, test } from "vitest";
import { MAP } from "@/lib/map/geo";
import { isCountry } from "@/lib/records/country";
import { TERRITORIES } from "@/lib/records/territory";

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const figures = file("public/map/countries.svg");
const paths = [...figures.matchAll(/<path id="([^"]+)" d="([^"]+)"\/>/g)].map(([, id = "", d = ""]) => ({ id, d }));
const world = JSON.parse(file("public/map/world-50m.json")) as Topology<{
  countries: GeometryCollection<{ code: string | null }>;
}>;
const shapes = feature(world, world.objects.countries).features;
/** The codes of the shapes that hold a point; null: land that no code counts. */
const codesAt = (at: readonly [number, number]) =>
  shapes.filter((shape) => geoContains(shape, [...at])).map(({ properties }) => properties.code);

test("the committed map is drawn in the projection that the stations are placed with", () => {
  for (const drawn of [figures, file("public/map/world.svg")]) {
    expect(drawn).toContain(`viewBox="0 0 ${MAP.width} ${MAP.height}"`);
  }
});

test("every shape of the figures is the land or a country once, but for Antarctica", () => {
  const codes = paths.map(({ id }) => id).filter((id) => id !== "land" && id !== "coded");
  expect(codes.filter((code) => !isCountry(code))).toEqual([]);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.length).toBeGreaterThan(170);
  expect(codes).not.toContain("AQ");
});

test("no shape is empty or leaves the paper", () => {
  for (const { id, d } of paths) {
    expect([id, d.length > 10]).toEqual([id, true]);
    const numbers = (d.match(/-?[\d.]+/g) ?? []).map(Number);
    expect([id, Math.max(...numbers) <= MAP.width + 1, Math.min(...numbers) >= -1]).toEqual([id, true, true]);
  }
});

test("the map's files stay small enough to be sent", () => {
  expect(figures.length).toBeLessThan(300_000);
  expect(file("public/map/world.svg").length).toBeLessThan(150_000);
  expect(file("public/map/world-50m.json").length).toBeLessThan(800_000);
});

test("the map that can be moved has nearly every country, and two shapes that no code counts", () => {
  const codes = new Set(shapes.map(({ properties }) => properties.code));
  expect([...codes].filter((code) => code !== null && !isCountry(code))).toEqual([]);
  expect(codes.size).toBeGreaterThan(230);
  expect(shapes.filter(({ properties }) => properties.code === null)).toHaveLength(2);
});

test("the map library's worker is that of its version", () => {
  const worker = "maplibre-gl/dist/maplibre-gl-worker.mjs";
  expect(file("public/map/maplibre-gl-worker.mjs") === file(`node_modules/${worker}`)).toBe(true);
});

/** Where Natural Earth's line can't be followed without one of our own: the policy says so. */
const DRAWN_ELSEWHERE: Readonly<Record<string, string>> = {
  "Golan Heights": "IL",
  "Western Sahara, west of the berm": "MA",
};

test.each(TERRITORIES)("the map counts $name as the policy says", ({ name, code, at }) => {
  expect(codesAt(at)).toEqual([DRAWN_ELSEWHERE[name] ?? code]);
});

test("the policy's table is the data that the map is drawn by", () => {
  const rows = [...file("docs/map-policy.md").matchAll(/^\| ([^|]+) \| ([^|]+) \| (\w+) \| (none|whole|part) \|$/gm)];
  expect(rows.map(([, name, shape, code, counts]) => ({ name, shape, code, counts }))).toEqual(
    TERRITORIES.map(({ name, shape, code, counts }) => ({ name, shape, code: code ?? "none", counts })),
  );
  for (const name of Object.keys(DRAWN_ELSEWHERE)) expect(TERRITORIES.map((one) => one.name)).toContain(name);
});
