import { z } from "zod";
import { COUNTRY_CODES } from "../records/country";
import { LISTED_STATES } from "../records/editorial";
import { SLUG_PATTERN } from "../records/slug";
import { STATION_KINDS } from "../records/station";
import { STATION_STATUSES } from "../records/status";
import { DASHBOARD_FILTER_FIELDS } from "./dashboard-filter";
import { defineFilter, type FilterValue } from "./filter";
import { choiceField, choicesField, cursorField, numberField, textField } from "./filter-field";

export const STATION_FACETS = ["country", "status", "kind", "operator", "state"] as const;
export type StationFacet = (typeof STATION_FACETS)[number];

export const STATION_SORTS = ["name", "country", "status", "reported", "changed"] as const;
export type StationSort = (typeof STATION_SORTS)[number];
/** What the list can be ordered by; a minus in front turns it round. */
export type StationOrder = StationSort | `-${StationSort}`;

/** The view of the list of stations, of its map and of its API. */
export const stationFilter = defineFilter({
  q: textField(),
  country: choicesField(COUNTRY_CODES),
  status: choicesField(STATION_STATUSES),
  kind: choicesField(STATION_KINDS),
  operator: choicesField(SLUG_PATTERN),
  state: choicesField(LISTED_STATES),
  /** Stations first reported by this day, with the status that they had on it. */
  to: DASHBOARD_FILTER_FIELDS.to,
  records: DASHBOARD_FILTER_FIELDS.records,
  box: DASHBOARD_FILTER_FIELDS.box,
  sort: choiceField<StationOrder>([
    "name",
    "-name",
    "country",
    "-country",
    "status",
    "-status",
    "reported",
    "-reported",
    "changed",
    "-changed",
  ]),
  limit: numberField(1, 100, 25),
  after: cursorField(z.array(z.string().max(300)).min(2).max(3)),
});
export type StationView = FilterValue<typeof stationFilter>;

export const sortOf = (order: StationOrder) => order.replace("-", "") as StationSort;
export const isDescending = (order: StationOrder) => order.startsWith("-");

/** The order that a column's heading leads to: dates begin with the latest, words with A; a second time turns it round. */
export function nextStationOrder(order: StationOrder, sort: StationSort): StationOrder {
  if (sortOf(order) === sort) return isDescending(order) ? sort : `-${sort}`;
  return sort === "reported" || sort === "changed" ? `-${sort}` : sort;
}

const name = z.string();
const id = z.uuid();
/** What the last row of a page is known by, in the order of the sort columns: a place of another order begins anew. */
export const STATION_CURSORS = {
  name: z.tuple([name, id]),
  country: z.tuple([z.string().length(2), name, id]),
  status: z.tuple([z.enum(STATION_STATUSES), name, id]),
  reported: z.tuple([z.iso.date(), id]),
  changed: z.tuple([z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d+)?\+00$/), id]),
} as const satisfies Record<StationSort, z.ZodType<readonly string[]>>;
