import KDBush from "kdbush";
import type { GeoBox } from "../filters/filter-field";
import type { Coordinates } from "./geo";

/** Degrees (about ten metres) between a station and the edge of a box around it: an address has few decimals. */
const ROOM = 1e-4;
const edge = (degree: number, most: number) => Number(Math.min(most, Math.max(-most, degree)).toFixed(4));

/**
 * The least box around some places, as an address writes it.
 * @param room degrees that are left around them
 */
export function leastBox(places: readonly Coordinates[], room = ROOM): GeoBox {
  const least = { west: 180, south: 90, east: -180, north: -90 };
  for (const { latitude, longitude } of places) {
    least.west = Math.min(least.west, longitude);
    least.east = Math.max(least.east, longitude);
    least.south = Math.min(least.south, latitude);
    least.north = Math.max(least.north, latitude);
  }
  return {
    west: edge(least.west - room, 180),
    south: edge(least.south - room, 90),
    east: edge(least.east + room, 180),
    north: edge(least.north + room, 90),
  };
}

/**
 * Of all places that a map draws: the least box around some of them; null where others lie in it too.
 * @returns to be asked for each mark: the places are put in order once
 */
export function boxesAmong(all: readonly Coordinates[]): (members: readonly Coordinates[]) => GeoBox | null {
  if (all.length === 0) return () => null;
  const index = new KDBush(all.length);
  for (const { latitude, longitude } of all) index.add(longitude, latitude);
  index.finish();
  return (members) => {
    const box = leastBox(members);
    return index.range(box.west, box.south, box.east, box.north).length === members.length ? box : null;
  };
}

/** The address of a list, without a box, of what lies in one. */
export const hrefInBox = (listHref: string, { west, south, east, north }: GeoBox): string =>
  `${listHref}${listHref.includes("?") ? "&" : "?"}box=${encodeURIComponent([west, south, east, north].join(","))}`;
