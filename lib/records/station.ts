import { z } from "zod";
import { optionalEdtf } from "../dates/edtf";
import {
  countryCode,
  names,
  oneOf,
  optionalNumber,
  optionalOneOf,
  optionalSlug,
  optionalText,
  requiredText,
} from "./input";

export const STATION_KINDS = [
  "overseas_police_service_station",
  "ministry_extension",
  "overseas_chinese_service_centre",
  "suspected_front",
  "community_police_cooperation_centre",
  "mobile_network",
  "contact_point",
  "linkage_service_centre",
  "other",
] as const;
export type StationKind = (typeof STATION_KINDS)[number];

/** From the finest to the coarsest. */
export const LOCATION_PRECISIONS = ["exact", "vicinity", "locality", "city", "region", "country"] as const;
export type LocationPrecision = (typeof LOCATION_PRECISIONS)[number];

const isFiner = (one: LocationPrecision | null, other: LocationPrecision | null) =>
  one !== null && other !== null && LOCATION_PRECISIONS.indexOf(one) < LOCATION_PRECISIONS.indexOf(other);

const degrees = (limit: number) =>
  z.number({ error: "validation.number" }).min(-limit, "validation.degrees").max(limit, "validation.degrees");

export const stationInput = z
  .strictObject({
    name: requiredText(200),
    alternateNames: names,
    kind: oneOf(STATION_KINDS),
    country: countryCode,
    city: optionalText(200),
    localityNote: optionalText(500),
    operator: optionalSlug,
    firstReported: optionalEdtf,
    latitude: optionalNumber(degrees(90)),
    longitude: optionalNumber(degrees(180)),
    locationPrecision: optionalOneOf(LOCATION_PRECISIONS),
    publicPrecision: optionalOneOf(LOCATION_PRECISIONS),
    locationSource: optionalText(200),
    note: optionalText(),
    internalNote: optionalText(),
  })
  .superRefine((station, context) => {
    if ((station.latitude === null) !== (station.longitude === null)) {
      const path = [station.latitude === null ? "latitude" : "longitude"];
      context.addIssue({ code: "custom", path, message: "validation.bothCoordinates" });
    }
    if (station.latitude !== null && station.locationPrecision === null) {
      context.addIssue({ code: "custom", path: ["locationPrecision"], message: "validation.precisionMissing" });
    }
    if (station.latitude !== null && isFiner(station.publicPrecision, station.locationPrecision)) {
      context.addIssue({ code: "custom", path: ["publicPrecision"], message: "validation.publicFiner" });
    }
  });
export type StationInput = z.infer<typeof stationInput>;
