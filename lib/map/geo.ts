import { geoEqualEarth } from "d3-geo";
import type { LocationPrecision } from "../records/station";
import { roundTo } from "../text/round-to";

export type Point = { readonly x: number; readonly y: number };
export type Coordinates = { readonly latitude: number; readonly longitude: number };

const WIDTH = 960;
const EQUATOR = 5.413;
const EARTH_RADIUS_KM = 6371;
/** Antarctica is left out, and the sea around the North Pole. */
const NORTHERN_EDGE = 84;
const SOUTHERN_EDGE = -56;
const SCALE = WIDTH / EQUATOR;

const tenth = (value: number) => roundTo(value, 1);
const hundredth = (value: number) => roundTo(value, 2);

/** Equal Earth (areas compare), turned 11° so that Chukotka stays in one piece. Public/map is drawn with it. */
function makeProjection() {
  const projection = geoEqualEarth()
    .rotate([-11, 0])
    .scale(SCALE)
    .translate([WIDTH / 2, 0])
    .precision(0.3);
  const edge = (latitude: number) => projection([11, latitude])?.[1] ?? 0;
  const height = Math.ceil(edge(SOUTHERN_EDGE) - edge(NORTHERN_EDGE));
  return { projection: projection.translate([WIDTH / 2, -edge(NORTHERN_EDGE)]), height };
}
const made = makeProjection();
export const worldProjection = made.projection;

/** The map's box in its own units, which are pixels at its natural size. */
export const MAP = { width: WIDTH, height: made.height } as const;

/** WGS 84 degrees → map units, rounded to hundredths. */
export function projectToMap({ latitude, longitude }: Coordinates): Point {
  const [x, y] = worldProjection([longitude, latitude]) ?? [Number.NaN, Number.NaN];
  return { x: hundredth(x), y: hundredth(y) };
}

/** Decimals of a degree that each precision can vouch for (one is about 11 km), and how far off the point may be, in km. */
const PRECISIONS: Record<LocationPrecision, { decimals: number; kilometres: number }> = {
  exact: { decimals: 5, kilometres: 0.05 },
  vicinity: { decimals: 3, kilometres: 0.5 },
  locality: { decimals: 2, kilometres: 3 },
  city: { decimals: 1, kilometres: 10 },
  region: { decimals: 0, kilometres: 75 },
  country: { decimals: 0, kilometres: 300 },
};

/** The coordinates as they are drawn and written on a page: no finer than their precision is. What leaves the desk is `publicPlace`. */
export function publicCoordinates(at: Coordinates, precision: LocationPrecision): Coordinates {
  const unit = 10 ** PRECISIONS[precision].decimals;
  const round = (degrees: number) => Math.round(degrees * unit) / unit + 0;
  return { latitude: round(at.latitude), longitude: round(at.longitude) };
}

/** Radius of the circle in which the place lies, in kilometres. */
export const precisionRadius = (precision: LocationPrecision): number => PRECISIONS[precision].kilometres;

/** Radius of the circle in which the place lies, in map units; `least` keeps it visible. */
export function uncertaintyRadius(precision: LocationPrecision, least = 3): number {
  return Math.max(least, tenth((PRECISIONS[precision].kilometres * SCALE) / EARTH_RADIUS_KM));
}

export type ViewBox = Point & { readonly width: number; readonly height: number };

/**
 * The section of the map around some points, in the map's proportions and within it.
 * @param margin map units kept free around the points
 * @param least width below which it does not zoom in: 110m coastlines are coarse
 */
export function viewBoxOf(points: readonly Point[], { margin = 20, least = 120 } = {}): ViewBox {
  if (points.length === 0) return { x: 0, y: 0, ...MAP };
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const ratio = MAP.width / MAP.height;
  const wanted = Math.max(least, right - left + 2 * margin, (bottom - top + 2 * margin) * ratio);
  const width = Math.min(MAP.width, wanted);
  const height = width / ratio;
  const within = (centre: number, size: number, whole: number) =>
    Math.min(Math.max(0, centre - size / 2), whole - size);
  const x = within((left + right) / 2, width, MAP.width);
  const y = within((top + bottom) / 2, height, MAP.height);
  return { x: tenth(x), y: tenth(y), width: tenth(width), height: tenth(height) };
}
