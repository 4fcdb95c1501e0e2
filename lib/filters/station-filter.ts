import { z } from "zod";
import { COUNTRY_CODES } from "../records/country";
import { LISTED_STATES } from "../records/editorial";
import { STATION_KINDS } from "../records/station";
import { STATION_STATUSES } from "../records/status";
import { defineFilter, type FilterValue } from "./filter";
import { cursor, many, one, text, whole } from "./filter-field";
import { SCOPE_FIELDS } from "./scope-filter";

export const STATION_FACETS = ["country", "status", "kind", "operator", "state"] as const;
export type StationFacet = (typeof STATION_FACETS)[number];

export const STATION_SORTS = ["name", "country", "status", "reported", "changed"] as const;
export type StationSort = (typeof STATION_SORTS)[number];
/** What the list can be ordered by; a minus in front turns it round. */
export type StationOrder = StationSort | `-${StationSort}`;

/** The view of the list of stations, of its map and of its API. */
export const stationFilter = defineFilter({
  q: text(),
  country: many(COUNTRY_CODES),
  status: many(STATION_STATUSES),
  kind: many(STATION_KINDS),
  operator: many(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  state: many(LISTED_STATES),
  /** Stations first reported by this day, with the status that they had on it. */
  to: SCOPE_FIELDS.to,
  records: SCOPE_FIELDS.records,
  box: SCOPE_FIELDS.box,
  sort: one<StationOrder>([
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
  limit: whole(1, 100, 25),
  after: cursor(z.array(z.string().max(300)).min(2).max(3)),
});
export type StationView = FilterValue<typeof stationFilter>;

export const sortOf = (order: StationOrder) => order.replace("-", "") as StationSort;
export const isDescending = (order: StationOrder) => order.startsWith("-");

/** The order that a column's heading leads to: dates begin with the latest, words with A; a second time turns it round. */
export function nextOrder(order: StationOrder, sort: StationSort): StationOrder {
  if (sortOf(order) === sort) return isDescending(order) ? sort : `-${sort}`;
  return sort === "reported" || sort === "changed" ? `-${sort}` : sort;
}

const name = z.string();
const id = z.uuid();
/** What the last row of a page is known by, in the order of the sort columns: a place of another order begins anew. */
export const STATION_PLACES = {
  name: z.tuple([name, id]),
  country: z.tuple([z.string().length(2), name, id]),
  status: z.tuple([z.enum(STATION_STATUSES), name, id]),
  reported: z.tuple([z.iso.date(), id]),
  changed: z.tuple([z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d+)?\+00$/), id]),
} as const satisfies Record<StationSort, z.ZodType<readonly string[]>>;
