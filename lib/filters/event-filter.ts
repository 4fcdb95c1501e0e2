import { COUNTRY_CODES } from "../records/country";
import { LISTED_STATES } from "../records/editorial";
import { EVENT_KINDS } from "../records/event";
import { NOT_KNOWN, place } from "./evidence-filter";
import { defineFilter, type FilterValue } from "./filter";
import { cursor, many, one, text, whole } from "./filter-field";

export const EVENT_FACETS = ["kind", "country", "state"] as const;
export type EventFacet = (typeof EVENT_FACETS)[number];

export const EVENT_SORTS = ["newest", "oldest"] as const;

export const eventFilter = defineFilter({
  q: text(),
  kind: many(EVENT_KINDS),
  country: many([...COUNTRY_CODES, NOT_KNOWN]),
  state: many(LISTED_STATES),
  sort: one(EVENT_SORTS),
  limit: whole(1, 100, 25),
  after: cursor(place),
});
export type EventView = FilterValue<typeof eventFilter>;
