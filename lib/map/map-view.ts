import type { GeoBox } from "../filters/filter-field";
import type { LocationPrecision } from "../records/station";
import { roundTo } from "../text/round-to";
import { type Coordinates, MAP, precisionRadius, projectToMap, type ViewBox } from "./geo";

/** Circumference of the earth at the equator over the width of the world at zoom 0 (512 px tiles), in metres. */
const METRES_PER_PIXEL = 40_075_016.686 / 512;

/**
 * Radius of the circle in which a place lies, in pixels of a Web Mercator map at zoom 0; each zoom doubles it. Mercator
 * stretches towards the poles, so the same metres are more pixels there.
 */
export const pixelsAtZero = (latitude: number, precision: LocationPrecision): number =>
  (precisionRadius(precision) * 1000) / (METRES_PER_PIXEL * Math.cos((latitude * Math.PI) / 180));

type Position = readonly number[];

/**
 * A line of longitudes and latitudes that goes on past the date line instead of jumping to its other side, so that a flat
 * map draws Chukotka as one piece: 179, -179 becomes 179, 181.
 */
export function unwrapLongitudes<P extends Position>(line: readonly P[]): number[][] {
  let turn = 0;
  return line.map(([longitude = 0, latitude = 0], index) => {
    const before = line[index - 1]?.[0] ?? longitude;
    if (longitude - before > 180) turn -= 360;
    if (longitude - before < -180) turn += 360;
    return [longitude + turn, latitude];
  });
}

/** West and east of what a map shows, in the turn of the world that it stands in: 190 is 170° west. */
type VisibleArea = {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
};

const MERCATOR = 85;
const turned = (longitude: number) => ((((longitude + 180) % 360) + 360) % 360) - 180;
const clamp = (value: number, most: number) => Math.max(-most, Math.min(most, value));

/**
 * The box of what is seen, with as many decimals as its size deserves; undefined when the whole world is: then nothing is
 * left out.
 */
export function boxOfArea({ west, south, east, north }: VisibleArea): GeoBox | undefined {
  const width = east - west;
  if (width >= 350) return undefined;
  const decimals = width > 20 ? 1 : width > 2 ? 2 : 3;
  const round = (value: number) => Number(value.toFixed(decimals)) + 0;
  const side = (longitude: number) => {
    const degrees = round(turned(longitude));
    return degrees === 180 ? -180 : degrees;
  };
  const [low, high] = [round(clamp(south, MERCATOR)), round(clamp(north, MERCATOR))];
  return low < high ? { west: side(west), south: low, east: side(east), north: high } : undefined;
}

/** The box for a map that counts on past the date line: east is never less than west. */
export const areaOfBox = ({ west, south, east, north }: GeoBox): VisibleArea => ({
  west,
  south: clamp(south, MERCATOR),
  east: east < west ? east + 360 : east,
  north: clamp(north, MERCATOR),
});

export const isInBox = ({ west, south, east, north }: GeoBox, { latitude, longitude }: Coordinates): boolean =>
  latitude >= south &&
  latitude <= north &&
  (west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east);

const STEPS = 12;
/** The Equal Earth figure is cut here, 180° from its middle (lib/geo). */
const CUT = -169;

/** The section of the drawn world that shows the box, in the map's proportions; the whole of it for one that crosses its cut. */
export function viewBoxOfBox(box: GeoBox | undefined): ViewBox {
  const whole = { x: 0, y: 0, ...MAP };
  if (!box) return whole;
  const { west, south, east, north } = areaOfBox(box);
  if ((west < CUT && east > CUT) || east > CUT + 360) return whole;
  const steps = Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS);
  const points = steps.flatMap((part) =>
    steps.map((share) =>
      projectToMap({ longitude: west + part * (east - west), latitude: south + share * (north - south) }),
    ),
  );
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const ratio = MAP.width / MAP.height;
  const width = Math.min(MAP.width, Math.max(right - left, (bottom - top) * ratio, 8));
  const height = width / ratio;
  const tenth = (value: number) => roundTo(value, 1);
  const within = (centre: number, size: number, most: number) =>
    Math.min(Math.max(0, centre - size / 2), most - size);
  return {
    x: tenth(within((left + right) / 2, width, MAP.width)),
    y: tenth(within((top + bottom) / 2, height, MAP.height)),
    width: tenth(width),
    height: tenth(height),
  };
}

/** Parts of the world to look at without a script. Oceania lies on both sides of the date line. */
export const MAP_SECTIONS = {
  europe: { west: -12, south: 34, east: 42, north: 71 },
  africa: { west: -20, south: -36, east: 53, north: 38 },
  asia: { west: 40, south: -11, east: 148, north: 56 },
  northAmerica: { west: -168, south: 7, east: -52, north: 72 },
  southAmerica: { west: -84, south: -56, east: -33, north: 13 },
  oceania: { west: 110, south: -48, east: -130, north: 5 },
} as const satisfies Record<string, GeoBox>;
export type MapSection = keyof typeof MAP_SECTIONS;
