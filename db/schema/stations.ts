import { sql } from "drizzle-orm";
import { char, check, doublePrecision, index, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { LOCATION_PRECISIONS, STATION_KINDS } from "@/lib/records/station";
import { STATION_STATUSES } from "@/lib/records/status";
import {
  countryCheck,
  editorial,
  editorialChecks,
  fuzzyDate,
  fuzzyDateCheck,
  likenessKeyColumn,
  searchDocument,
  waitingIndexes,
} from "./columns";
import { organizations } from "./organizations";

export const stationKind = pgEnum("station_kind", STATION_KINDS);
export const stationStatus = pgEnum("station_status", STATION_STATUSES);
export const locationPrecision = pgEnum("location_precision", LOCATION_PRECISIONS);

export const stations = pgTable(
  "stations",
  {
    ...editorial(),
    name: text("name").notNull(),
    alternateNames: text("alternate_names").array().notNull().default([]),
    kind: stationKind("kind").notNull(),
    country: char("country", { length: 2 }).notNull(),
    city: text("city"),
    localityNote: text("locality_note"),
    operatorId: uuid("operator_id").references(() => organizations.id),
    ...fuzzyDate("firstReported", "first_reported"),
    /** Projections of the status history, maintained by its write path: from published reports, and from all of them. */
    status: stationStatus("status").notNull().default("unknown"),
    deskStatus: stationStatus("desk_status").notNull().default("unknown"),
    latitude: doublePrecision("latitude"),
    longitude: doublePrecision("longitude"),
    locationPrecision: locationPrecision("location_precision"),
    locationSource: text("location_source"),
    /** As close as the place leaves the desk; null: not decided yet. */
    publicPrecision: locationPrecision("public_precision"),
    search: searchDocument(
      sql`null`,
      sql`"name"`,
      sql`"city"`,
      sql`join_texts("alternate_names")`,
      sql`"locality_note"`,
      sql`"note"`,
    ),
    likenessKeys: likenessKeyColumn(sql`station_keys("country", "name", "alternate_names", "city")`),
  },
  (station) => [
    index("stations_by_name").on(station.name, station.id),
    index("stations_by_country").on(station.country, station.name, station.id),
    index("stations_by_operator").on(station.operatorId, station.name, station.id),
    index("stations_by_state").on(station.state, station.name, station.id),
    index("stations_by_kind").on(station.kind, station.name, station.id),
    index("stations_by_status").on(station.status, station.name, station.id),
    index("stations_by_desk_status").on(station.deskStatus, station.name, station.id),
    index("stations_by_change").on(station.updatedAt, station.id),
    index("stations_by_first_report").on(station.firstReportedSort, station.id),
    index("stations_by_place").on(station.latitude, station.longitude),
    index("stations_search").using("gin", station.search),
    index("stations_alike").using("gin", station.likenessKeys),
    ...waitingIndexes("stations", station),
    ...editorialChecks("stations"),
    fuzzyDateCheck("stations", "first_reported"),
    countryCheck("stations"),
    check(
      "stations_coordinates",
      sql`(${station.latitude} is null) = (${station.longitude} is null) and (${station.latitude} is null or ${station.locationPrecision} is not null)`,
    ),
    check("stations_wgs84", sql`abs(${station.latitude}) <= 90 and abs(${station.longitude}) <= 180`),
  ],
);
