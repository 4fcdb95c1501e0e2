import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isCountry } from "@/lib/country";
import { MAP } from "@/lib/geo";

type World = { width: number; height: number; countries: { code: string | null; d: string }[] };
const file = (name: string) => readFileSync(new URL(`../../public/map/${name}`, import.meta.url), "utf8");
const world = JSON.parse(file("world-110m.json")) as World;

test("the committed map is drawn in the projection that the stations are placed with", () => {
  expect(world).toMatchObject(MAP);
  expect(file("world.svg")).toContain(`viewBox="0 0 ${MAP.width} ${MAP.height}"`);
});

test("every shape of the map is a country once, but for land that no ISO code names, and Antarctica", () => {
  const codes = world.countries.flatMap(({ code }) => code ?? []);
  expect(codes.filter((code) => !isCountry(code))).toEqual([]);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.length).toBeGreaterThan(170);
  expect(codes).not.toContain("AQ");
});

test("no shape is empty or leaves the paper", () => {
  for (const { code, d } of world.countries) {
    expect([code, d.length > 10]).toEqual([code, true]);
    const numbers = (d.match(/-?[\d.]+/g) ?? []).map(Number);
    expect([code, Math.max(...numbers) <= MAP.width + 1, Math.min(...numbers) >= -1]).toEqual([code, true, true]);
  }
});

test("the map's files stay small enough to be sent", () => {
  for (const name of ["world-110m.json", "world.svg"]) expect(file(name).length).toBeLessThan(150_000);
});
