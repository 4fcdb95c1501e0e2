import { STATION_KINDS } from "../records/station";
import { STATION_STATUSES } from "../records/status";
import { DASHBOARD_FILTER_FIELDS } from "./dashboard-filter";
import { defineFilter, type FilterValue } from "./filter";
import { choicesField } from "./filter-field";

export const MAP_FACETS = ["status", "kind", "country"] as const;

/** The view of the map: the dashboard filter, its box included, and which stations are drawn. */
export const mapFilter = defineFilter({
  ...DASHBOARD_FILTER_FIELDS,
  status: choicesField(STATION_STATUSES),
  kind: choicesField(STATION_KINDS),
});
export type MapView = FilterValue<typeof mapFilter>;
