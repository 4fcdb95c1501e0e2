import { COUNTRY_CODES } from "../records/country";
import { LISTED_STATES } from "../records/editorial";
import { EVENT_KINDS } from "../records/event";
import { DASHBOARD_FILTER_FIELDS } from "./dashboard-filter";
import { evidenceCursor, NOT_KNOWN_VALUE } from "./evidence-filter";
import { defineFilter, type FilterValue } from "./filter";
import { choiceField, choicesField, cursorField, numberField, textField } from "./filter-field";

export const EVENT_FACETS = ["kind", "country", "state"] as const;
export type EventFacet = (typeof EVENT_FACETS)[number];

export const EVENT_SORTS = ["newest", "oldest"] as const;

export const eventFilter = defineFilter({
  q: textField(),
  kind: choicesField(EVENT_KINDS),
  country: choicesField([...COUNTRY_CODES, NOT_KNOWN_VALUE]),
  state: choicesField(LISTED_STATES),
  /** Days, inclusive: what happened, or may have, on one of them. */
  from: DASHBOARD_FILTER_FIELDS.from,
  to: DASHBOARD_FILTER_FIELDS.to,
  sort: choiceField(EVENT_SORTS),
  /** As for evidence. */
  all: choiceField(["", ...EVENT_FACETS]),
  limit: numberField(1, 100, 25),
  after: cursorField(evidenceCursor),
});
export type EventView = FilterValue<typeof eventFilter>;
