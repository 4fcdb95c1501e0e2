import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { geoPath } from "d3-geo";
import { feature, merge, mesh } from "topojson-client";
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from "topojson-specification";
import { countryOfNumber } from "@/lib/country-number";
import { MAP, worldProjection } from "@/lib/geo";

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;
type Shape = (Polygon | MultiPolygon) & { id?: string | number; properties?: { name: string } };

const ANTARCTICA = "AQ";
/** Natural Earth draws these apart and gives them no number; the United Nations count them to these countries. */
const COUNTED_TO: Readonly<Record<string, string>> = { "N. Cyprus": "CY", Somaliland: "SO" };

const codeOf = (shape: Shape) =>
  shape.id === undefined
    ? (COUNTED_TO[shape.properties?.name ?? ""] ?? null)
    : countryOfNumber(String(shape.id).padStart(3, "0"));

/** The world's countries in the projection of lib/geo: paths by ISO code, and one picture of the land to lie under them. */
async function drawWorld() {
  const source = createRequire(import.meta.url).resolve("world-atlas/countries-110m.json");
  const world = JSON.parse(await readFile(source, "utf8")) as World;
  const drawn = (world.objects.countries.geometries as Shape[]).filter((shape) => codeOf(shape) !== ANTARCTICA);
  const path = geoPath(worldProjection).digits(1);
  const codes = [...new Set(drawn.map(codeOf))].sort((a, b) => ((a ?? "~") < (b ?? "~") ? -1 : 1));
  const countries = codes.map((code) => {
    const shapes = drawn.filter((shape) => codeOf(shape) === code);
    return { code, d: path(merge(world, shapes)) ?? "" };
  });
  const land = path(merge(world, drawn)) ?? "";
  const isDrawn = (shape: unknown) => drawn.includes(shape as Shape);
  const borders = path(mesh(world, world.objects.countries, (a, b) => a !== b && isDrawn(a) && isDrawn(b))) ?? "";
  return { countries, land, borders, count: feature(world, world.objects.countries).features.length };
}

const grey = "#8a877f";

async function main() {
  const { countries, land, borders, count } = await drawWorld();
  const folder = new URL("../../public/map/", import.meta.url);
  await mkdir(folder, { recursive: true });
  await writeFile(new URL("world-110m.json", folder), `${JSON.stringify({ ...MAP, countries })}\n`);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${MAP.width}" height="${MAP.height}" viewBox="0 0 ${MAP.width} ${MAP.height}">`,
    `<path fill="${grey}" fill-opacity=".28" d="${land}"/>`,
    `<path fill="none" stroke="${grey}" stroke-opacity=".6" stroke-width=".5" d="${borders}"/>`,
    "</svg>\n",
  ].join("");
  await writeFile(new URL("world.svg", folder), svg);
  process.stdout.write(`Drew ${countries.length} of ${count} shapes into public/map.\n`);
}

await main();
