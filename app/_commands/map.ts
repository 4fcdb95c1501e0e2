import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { geoPath } from "d3-geo";
import { merge, mesh } from "topojson-client";
import { MAP, worldProjection } from "@/lib/map/geo";
import { type CountryShape, isBorder, readShapes, type WorldTopology } from "./map-geometry";

const GREY = "#8a877f";
const path = geoPath(worldProjection).digits(1);

/** The lines between shapes for which the test holds; coasts are not lines between two. */
const lines = (world: WorldTopology, shapes: readonly CountryShape[], test: (a: unknown, b: unknown) => boolean) =>
  mesh(
    world,
    { type: "GeometryCollection", geometries: [...shapes] } as never,
    (a, b) => (a as unknown) !== b && test(a, b),
  );

const svg = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${MAP.width}" height="${MAP.height}" viewBox="0 0 ${MAP.width} ${MAP.height}">${inside}</svg>\n`;

const codesOf = (shapes: readonly CountryShape[]) =>
  [...new Set(shapes.flatMap(({ code }) => code ?? []))].sort().map((code) => ({
    code,
    own: shapes.filter((shape) => shape.code === code),
  }));

/** For maps that the server draws, in the projection of lib/geo: the land as one figure, and each country by its code. */
async function drawMaps(folder: URL): Promise<number> {
  const { world, shapes } = await readShapes("110m");
  const land = path(merge(world, [...shapes])) ?? "";
  const borders = path(lines(world, shapes, isBorder)) ?? "";
  const disputed = path(lines(world, shapes, (a, b) => !isBorder(a, b))) ?? "";
  const stroke = `fill="none" stroke="${GREY}" stroke-opacity=".6" stroke-width=".5"`;
  const drawnLines = `<path ${stroke} d="${borders}"/><path ${stroke} stroke-dasharray="1.5 1" d="${disputed}"/>`;
  await writeFile(
    new URL("world.svg", folder),
    svg(`<path fill="${GREY}" fill-opacity=".28" d="${land}"/>${drawnLines}`),
  );
  const countries = codesOf(shapes);
  const byCode = countries.map(({ code, own }) => `<path id="${code}" d="${path(merge(world, own)) ?? ""}"/>`);
  const coded = path(merge(world, [...shapes.filter(({ code }) => code !== null)])) ?? "";
  const whole = `<path id="land" d="${land}"/><path id="coded" d="${coded}"/><g id="borders"><path d="${borders}"/><path stroke-dasharray="1.5 1" d="${disputed}"/></g>`;
  await writeFile(new URL("countries.svg", folder), svg(`<defs>${whole}${byCode.join("\n")}</defs>`));
  return countries.length;
}

/** For the map that can be moved: the shapes in degrees as TopoJSON, each with the code that it is counted to. */
async function writeTopology(folder: URL): Promise<number> {
  const { world, shapes } = await readShapes("50m");
  const places = new Map<number, number>();
  const placeOf = (arc: number) => {
    const own = arc < 0 ? ~arc : arc;
    const index = places.get(own) ?? places.size;
    places.set(own, index);
    return arc < 0 ? ~index : index;
  };
  type Arcs = number | readonly Arcs[];
  const placed = (arcs: Arcs): Arcs => (typeof arcs === "number" ? placeOf(arcs) : arcs.map(placed));
  const geometries = shapes.map(({ type, arcs, code }) => ({ type, properties: { code }, arcs: placed(arcs) }));
  const arcs = [...places.keys()].map((own) => world.arcs[own]);
  const topology = {
    type: "Topology",
    transform: world.transform,
    objects: { countries: { type: "GeometryCollection", geometries } },
    arcs,
  };
  await writeFile(new URL("world-50m.json", folder), `${JSON.stringify(topology)}\n`);
  return shapes.length;
}

const folder = new URL("../../public/map/", import.meta.url);
await mkdir(folder, { recursive: true });
const countries = await drawMaps(folder);
const shapes = await writeTopology(folder);
// A worker is a file of its own, which a browser asks for by its address; no bundler has to find it.
const worker = createRequire(import.meta.url).resolve("maplibre-gl/dist/maplibre-gl-worker.mjs");
await copyFile(worker, new URL("maplibre-gl-worker.mjs", folder));
process.stdout.write(`Drew ${countries} countries and ${shapes} shapes into public/map.\n`);
