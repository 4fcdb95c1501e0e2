import type { Geometry } from "geojson";
import {
  type FilterSpecification,
  Map as GlMap,
  type LayerSpecification,
  type StyleSpecification,
  setWorkerUrl,
} from "maplibre-gl";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { GeoBox } from "@/lib/filters/filter-field";
import { COUNTRY_SHADES } from "@/lib/map/country-shades";
import { mapLayers, namedCountries, shadeLayer } from "@/lib/map/map-layers";
import { areaOfBox, pixelsAtZero, unwrapLongitudes } from "@/lib/map/map-view";
import type { CoverageState } from "@/lib/records/coverage";
import type { LocationPrecision } from "@/lib/records/station";
import { type Palette, patternTile } from "./map-palette";

type World = Topology<{ countries: GeometryCollection<{ code: string | null }> }>;
type StationFeature = {
  readonly latitude: number;
  readonly longitude: number;
  readonly precision: LocationPrecision;
};

/** All of the inhabited world, for a map that no box narrows. */
const WORLD: GeoBox = { west: -168, south: -50, east: 179, north: 74 };

type Options = {
  container: HTMLElement;
  palette: Palette;
  groups: Record<CoverageState, readonly string[]>;
  /** <WorldDrawing> */
  shades: readonly (readonly string[])[];
  stationFeatures: readonly StationFeature[];
  box: GeoBox | undefined;
  /** A newsroom's own style; null: Natural Earth's land on our paper. */
  styleUrl: string | null;
  /** Titles of the map's own parts, by MapLibre's names for them. */
  locale: Record<string, string>;
  /** The newsroom's style did not load. */
  missed: () => void;
};

/** Milliseconds that the first drawing may take before it is shown as far as it is. */
const PATIENCE = 2000;

let topology: Promise<World> | undefined;
const readWorld = (): Promise<World> => {
  topology ??= fetch("/map/world-50m.json").then((answer) => {
    if (!answer.ok) throw new Error(`The world's shapes: ${answer.status}`);
    return answer.json() as Promise<World>;
  });
  topology.catch(() => {
    topology = undefined;
  });
  return topology;
};

const plain = (palette: Palette): StyleSpecification => ({
  version: 8,
  sources: {},
  layers: [{ id: "sea", type: "background", paint: { "background-color": palette.sunken } }],
});

/** Shapes, borders between two codes, other lines within land, and coasts. */
async function sources(stationFeatures: readonly StationFeature[]) {
  const world = await readWorld();
  const { countries } = world.objects;
  type Shape = { properties?: { code: string | null } };
  const code = (shape: Shape) => shape.properties?.code ?? null;
  const divides = (a: Shape, b: Shape) => code(a) !== null && code(b) !== null && code(a) !== code(b);
  const lines = (test: (a: Shape, b: Shape) => boolean) => {
    const { type, coordinates } = mesh(world, countries, (a, b) => test(a as Shape, b as Shape));
    return { type, coordinates: coordinates.map(unwrapLongitudes) };
  };
  const { type, features } = feature(world, countries);
  return {
    countries: { type, features: features.map(({ geometry, ...own }) => ({ ...own, geometry: flat(geometry) })) },
    borders: lines((a, b) => a !== b && divides(a, b)),
    disputed: lines((a, b) => a !== b && !divides(a, b)),
    coasts: lines((a, b) => a === b),
    spots: spotsOf(stationFeatures),
  };
}

/** Shapes are kept as they lie on the globe, without the cut at the date line: on a flat map they go on past it. */
function flat(geometry: Geometry): Geometry {
  if (geometry.type === "Polygon") return { ...geometry, coordinates: geometry.coordinates.map(unwrapLongitudes) };
  if (geometry.type !== "MultiPolygon") return geometry;
  return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(unwrapLongitudes)) };
}

export const spotsOf = (stationFeatures: readonly StationFeature[]) => ({
  type: "FeatureCollection" as const,
  features: stationFeatures.map(({ latitude, longitude, precision }) => ({
    type: "Feature" as const,
    properties: { radius: pixelsAtZero(latitude, precision) },
    geometry: { type: "Point" as const, coordinates: [longitude, latitude] },
  })),
});

/** Fills the countries anew, where as many stations are in view as before or others. */
export function shadeCountries(map: GlMap, shades: readonly (readonly string[])[]) {
  for (const [step, shade] of COUNTRY_SHADES.entries())
    map.setFilter(shadeLayer(shade), namedCountries(shades[step] ?? []) as FilterSpecification);
}

/** @param box undefined: the world */
export function showBox(map: GlMap, box: GeoBox | undefined, animate: boolean) {
  const { west, south, east, north } = areaOfBox(box ?? WORLD);
  map.fitBounds([west, south, east, north], { animate, padding: 0 });
}

/**
 * Opens the map in its container; ready when everything is drawn once.
 * @throws Error when WebGL or the shapes can't be had
 */
export async function openWorldMap(options: Options): Promise<GlMap> {
  const { container, palette, box, styleUrl, locale } = options;
  setWorkerUrl("/map/maplibre-gl-worker.mjs");
  const data = await sources(options.stationFeatures);
  const map = new GlMap({
    container,
    style: styleUrl ?? plain(palette),
    locale,
    // Our own shapes are credited below the map; whose tiles a newsroom shows is said on them.
    attributionControl: styleUrl ? { compact: false } : false,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxPitch: 0,
    maxZoom: 14,
    minZoom: -1,
    fadeDuration: 0,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  showBox(map, box, false);
  await new Promise<void>((resolve) => {
    map.once("load", () => resolve());
    map.on("error", ({ error }) => {
      console.warn(error);
      if (!styleUrl || map.isStyleLoaded()) return;
      options.missed();
      map.setStyle(plain(palette));
    });
  });
  for (const kind of ["hatch", "dots"] as const) {
    const tile = patternTile(kind, palette);
    if (tile) map.addImage(kind, tile, { pixelRatio: 2 });
  }
  for (const [id, own] of Object.entries(data)) map.addSource(id, { type: "geojson", data: own });
  for (const layer of mapLayers(options, palette, styleUrl !== null)) map.addLayer(layer as LayerSpecification);
  // Half a map is not shown, unless the machine is slow to draw it.
  await new Promise<void>((resolve) => {
    map.once("idle", () => resolve());
    setTimeout(resolve, PATIENCE);
  });
  return map;
}
