import { STATION_KINDS } from "../records/station";
import { STATION_STATUSES } from "../records/status";
import { defineFilter, type FilterValue } from "./filter";
import { many } from "./filter-field";
import { SCOPE_FIELDS } from "./scope-filter";
import { stationFilter } from "./station-filter";

export const MAP_FACETS = ["status", "kind", "country"] as const;

/** The view of the map: the scope of all pictures, its box included, and which stations are drawn. */
export const mapFilter = defineFilter({
  ...SCOPE_FIELDS,
  status: many(STATION_STATUSES),
  kind: many(STATION_KINDS),
});
export type MapView = FilterValue<typeof mapFilter>;

/** The list of the stations that the map draws. */
export const stationsHref = (view: MapView, patch: Partial<MapView> = {}): string =>
  stationFilter.href("/stations", { ...stationFilter.absent, ...view, ...patch });
