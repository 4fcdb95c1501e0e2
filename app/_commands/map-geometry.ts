import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { geoContains } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from "topojson-specification";
import { countryOfNumber } from "@/lib/records/country-number";
import { SHAPE_PARTS, WHOLE_SHAPES } from "@/lib/records/territory";

/** A part of the world's land: Natural Earth's shape, or the part of one that the policy on territories counts elsewhere. */
export type CountryShape = (Polygon | MultiPolygon) & { readonly shape: string; readonly code: string | null };
export type WorldTopology = Topology<{ countries: GeometryCollection<{ name: string }> }>;

const ANTARCTICA = "AQ";

/** Natural Earth's countries by the codes that we count them to (lib/records/territory.ts), without Antarctica. */
export async function readShapes(scale: "110m" | "50m"): Promise<{ world: WorldTopology; shapes: CountryShape[] }> {
  const source = createRequire(import.meta.url).resolve(`world-atlas/countries-${scale}.json`);
  const world = JSON.parse(await readFile(source, "utf8")) as WorldTopology;
  const shapes = world.objects.countries.geometries.flatMap((geometry) => {
    const { type, arcs, id, properties } = geometry as (Polygon | MultiPolygon) & typeof geometry;
    const name = properties?.name ?? "";
    const code = WHOLE_SHAPES.get(name) ?? (id === undefined ? null : countryOfNumber(String(id).padStart(3, "0")));
    const own = { type, arcs, shape: name, code } as CountryShape;
    return SHAPE_PARTS.filter(({ shape }) => shape === name).reduce<CountryShape[]>(
      ([whole, ...taken], part) => (whole ? [...takeOut(world, whole, part.at, part.code), ...taken] : taken),
      [own],
    );
  });
  return { world, shapes: shapes.filter(({ code }) => code !== ANTARCTICA) };
}

/** The shape without its polygon at that point, and that polygon on its own. */
function takeOut(
  world: WorldTopology,
  whole: CountryShape,
  at: readonly [number, number],
  code: string | null,
): CountryShape[] {
  if (whole.type !== "MultiPolygon") return [whole];
  const holds = (arcs: number[][]) => geoContains(feature(world, { type: "Polygon", arcs }), [...at]);
  const taken = whole.arcs.filter(holds);
  if (taken.length !== 1) throw new Error(`${whole.shape} has ${taken.length} polygons at ${at.join(", ")}.`);
  const rest = whole.arcs.filter((arcs) => !taken.includes(arcs));
  return [
    { ...whole, arcs: rest },
    { type: "MultiPolygon", arcs: taken, shape: whole.shape, code },
  ];
}

/** A border between two codes; the other lines are of land whose state is disputed, and are drawn broken. */
export const isBorder = (a: unknown, b: unknown) => {
  const [one, other] = [a as CountryShape, b as CountryShape];
  return one.code !== null && other.code !== null && one.code !== other.code;
};
