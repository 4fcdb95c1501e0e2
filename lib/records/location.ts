import { LOCATION_PRECISIONS, type LocationPrecision } from "./station";

export type Location = {
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** How closely it is known. */
  readonly locationPrecision: LocationPrecision | null;
  /** As closely as it may leave the desk; null: not decided. */
  readonly publicPrecision: LocationPrecision | null;
};
type PublicLocation = Omit<Location, "publicPrecision">;

/** What an undecided place leaves as. */
export const UNDECIDED = "city" satisfies LocationPrecision;

/**
 * Decimals of a degree that leave the desk; null: no coordinates at all. The rounded place lies off by no more than half
 * a unit each way, which north-south is 0.5 m at five decimals, 550 m at two, 5.5 km at one and 55 km at none; east-west
 * it is as much at the equator and less towards the poles (in Amsterdam about three fifths).
 */
export const PUBLIC_DECIMALS: Readonly<Record<LocationPrecision, number | null>> = {
  exact: 5,
  vicinity: 2,
  locality: 1,
  city: 1,
  region: 0,
  country: null,
};

const coarser = (one: LocationPrecision, other: LocationPrecision) =>
  LOCATION_PRECISIONS.indexOf(one) > LOCATION_PRECISIONS.indexOf(other) ? one : other;

/** The coarser of the decision and what is known: the precision at which a place leaves the desk. */
export function publishedPrecision({
  locationPrecision: known,
  publicPrecision,
}: Pick<Location, "locationPrecision" | "publicPrecision">): LocationPrecision | null {
  if (known === null) return null;
  return coarser(publicPrecision ?? UNDECIDED, known);
}

/**
 * A place as those outside the desk get it. Known no closer than its city and leaving as it is known, it is given as
 * stored: its coordinates are those of the city (or the region, the country), and rounding them would hide nothing.
 * `placeColumns` in db/access says the same in SQL.
 */
export function publicLocation(place: Location): PublicLocation {
  const { latitude, longitude, locationPrecision: known } = place;
  const leaves = publishedPrecision(place);
  if (leaves === null) return { latitude: null, longitude: null, locationPrecision: null };
  if (leaves === known && LOCATION_PRECISIONS.indexOf(known) >= LOCATION_PRECISIONS.indexOf("city")) {
    return { latitude, longitude, locationPrecision: leaves };
  }
  const decimals = PUBLIC_DECIMALS[leaves];
  const rounded = (degrees: number | null) => {
    if (degrees === null || decimals === null) return null;
    return Math.floor(degrees * 10 ** decimals + 0.5) / 10 ** decimals;
  };
  return { latitude: rounded(latitude), longitude: rounded(longitude), locationPrecision: leaves };
}
