import type { GeoBox } from "../filters/filter-field";
import type { Coordinates } from "./geo";
import { isInBox } from "./map-view";

/** Degrees (about ten metres) between a station and the edge of a box around it: an address has few decimals. */
const ROOM = 1e-4;
const edge = (degree: number, most: number) => Number(Math.min(most, Math.max(-most, degree)).toFixed(4));

/** The least box around some of the places that a map draws; null where others lie in it too. */
export function boxAround(members: readonly Coordinates[], all: readonly Coordinates[]): GeoBox | null {
  const latitudes = members.map(({ latitude }) => latitude);
  const longitudes = members.map(({ longitude }) => longitude);
  const box: GeoBox = {
    west: edge(Math.min(...longitudes) - ROOM, 180),
    south: edge(Math.min(...latitudes) - ROOM, 90),
    east: edge(Math.max(...longitudes) + ROOM, 180),
    north: edge(Math.max(...latitudes) + ROOM, 90),
  };
  return all.filter((place) => isInBox(box, place)).length === members.length ? box : null;
}

/** The address of a list, without a box, of what lies in one. */
export const hrefInBox = (listHref: string, { west, south, east, north }: GeoBox): string =>
  `${listHref}${listHref.includes("?") ? "&" : "?"}box=${encodeURIComponent([west, south, east, north].join(","))}`;
