import type { LocationPrecision } from "../records/station";
import type { StationStatus } from "../records/status";
import type { Coordinates } from "./geo";

/** A station as a mark of the map names it. */
export type NamedStation = {
  readonly slug: string;
  readonly name: string;
  readonly country: string;
  readonly status: StationStatus;
};

/** A place where stations are, all at the very same point: `stations` are the first of them by name. */
export type MapSpot = Coordinates & {
  readonly precision: LocationPrecision;
  readonly count: number;
  readonly stations: readonly NamedStation[];
};

/** Many spots in few bytes: a column each. The stations of a spot follow those of the one before, `named` is how many there are. */
export type MapSpots = {
  /** Places too many to draw. */
  readonly undrawn: number;
  readonly latitude: readonly number[];
  readonly longitude: readonly number[];
  readonly precision: readonly LocationPrecision[];
  readonly count: readonly number[];
  readonly named: readonly number[];
  readonly slug: readonly string[];
  readonly name: readonly string[];
  readonly country: readonly string[];
  readonly status: readonly StationStatus[];
};

export function encodeMapSpots(spots: readonly MapSpot[], undrawn: number): MapSpots {
  const stations = spots.flatMap((spot) => spot.stations);
  return {
    undrawn,
    latitude: spots.map(({ latitude }) => latitude),
    longitude: spots.map(({ longitude }) => longitude),
    precision: spots.map(({ precision }) => precision),
    count: spots.map(({ count }) => count),
    named: spots.map((spot) => spot.stations.length),
    slug: stations.map(({ slug }) => slug),
    name: stations.map(({ name }) => name),
    country: stations.map(({ country }) => country),
    status: stations.map(({ status }) => status),
  };
}

export function decodeMapSpots(sent: MapSpots): MapSpot[] {
  let at = 0;
  return sent.latitude.map((latitude, index) => {
    const end = at + (sent.named[index] ?? 0);
    const stations: NamedStation[] = [];
    for (; at < end; at++) {
      stations.push({
        slug: sent.slug[at] ?? "",
        name: sent.name[at] ?? "",
        country: sent.country[at] ?? "",
        status: sent.status[at] ?? "unknown",
      });
    }
    return {
      latitude,
      longitude: sent.longitude[index] ?? 0,
      precision: sent.precision[index] ?? "exact",
      count: sent.count[index] ?? 1,
      stations,
    };
  });
}
