import { z } from "zod";
import { COUNTRY_CODES } from "../records/country";
import { LISTED_STATES } from "../records/editorial";
import { RESPONSE_KINDS } from "../records/response";
import { SLUG_PATTERN } from "../records/slug";
import { DASHBOARD_FILTER_FIELDS } from "./dashboard-filter";
import { defineFilter, type FilterValue } from "./filter";
import { choiceField, choicesField, cursorField, numberField, textField } from "./filter-field";

export const RESPONSE_FACETS = ["kind", "government", "authority", "about", "state"] as const;
export type ResponseFacet = (typeof RESPONSE_FACETS)[number];

export const RESPONSE_ORDERS = ["government", "kind", "date"] as const;
export type ResponseOrder = (typeof RESPONSE_ORDERS)[number];

/** Where a page ends: the group that its last response stands in, its day and its id. */
const responseCursor = z.strictObject({ group: z.string().max(40), at: z.iso.date(), id: z.uuid() });
export type ResponseCursor = z.infer<typeof responseCursor>;

/** The view of the list of responses and of its API. */
export const responseFilter = defineFilter({
  q: textField(),
  kind: choicesField(RESPONSE_KINDS),
  government: choicesField(COUNTRY_CODES),
  authority: choicesField(SLUG_PATTERN),
  about: choicesField(COUNTRY_CODES),
  state: choicesField(LISTED_STATES),
  /** Days, inclusive: what was given, or may have been, on one of them. */
  from: DASHBOARD_FILTER_FIELDS.from,
  to: DASHBOARD_FILTER_FIELDS.to,
  records: DASHBOARD_FILTER_FIELDS.records,
  /** A part of the map: responses about a station whose location, as far as the reader may see, is in the box. */
  box: DASHBOARD_FILTER_FIELDS.box,
  order: choiceField(RESPONSE_ORDERS),
  limit: numberField(1, 100, 25),
  after: cursorField(responseCursor),
});
export type ResponseView = FilterValue<typeof responseFilter>;
