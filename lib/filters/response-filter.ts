import { z } from "zod";
import { COUNTRY_CODES } from "../records/country";
import { LISTED_STATES } from "../records/editorial";
import { RESPONSE_KINDS } from "../records/response";
import { defineFilter, type FilterValue } from "./filter";
import { cursor, many, one, text, whole } from "./filter-field";
import { SCOPE_FIELDS } from "./scope-filter";

export const RESPONSE_FACETS = ["kind", "government", "authority", "about", "state"] as const;
export type ResponseFacet = (typeof RESPONSE_FACETS)[number];

export const RESPONSE_ORDERS = ["government", "kind", "date"] as const;
export type ResponseOrder = (typeof RESPONSE_ORDERS)[number];

/** Where a page ends: the group that its last response stands in, its day and its id. */
const place = z.strictObject({ group: z.string().max(40), at: z.iso.date(), id: z.uuid() });
export type ResponsePlace = z.infer<typeof place>;

/** The view of the list of responses and of its API. */
export const responseFilter = defineFilter({
  q: text(),
  kind: many(RESPONSE_KINDS),
  government: many(COUNTRY_CODES),
  authority: many(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  about: many(COUNTRY_CODES),
  state: many(LISTED_STATES),
  /** Days, inclusive: what was given, or may have been, on one of them. */
  from: SCOPE_FIELDS.from,
  to: SCOPE_FIELDS.to,
  records: SCOPE_FIELDS.records,
  /** A part of the map: responses about a station that the reader is told is in it. */
  box: SCOPE_FIELDS.box,
  order: one(RESPONSE_ORDERS),
  limit: whole(1, 100, 25),
  after: cursor(place),
});
export type ResponseView = FilterValue<typeof responseFilter>;
