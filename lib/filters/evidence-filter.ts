import { z } from "zod";
import { isCalendarDay } from "../dates/days";
import { STANCES } from "../records/claim";
import { COUNTRY_CODES } from "../records/country";
import { LISTED_STATES } from "../records/editorial";
import { CREDIBILITIES, EVIDENCE_KINDS } from "../records/evidence";
import { FILE_SORTS } from "../records/file";
import { RELIABILITIES } from "../records/organization";
import { SLUG_PATTERN } from "../records/slug";
import { DASHBOARD_FILTER_FIELDS } from "./dashboard-filter";
import { defineFilter, type FilterValue } from "./filter";
import { choiceField, choicesField, cursorField, flagField, numberField, textField } from "./filter-field";

/** What the feed can be narrowed by, with the number of items behind each value. */
export const EVIDENCE_FACETS = [
  "kind",
  "publisher",
  "language",
  "country",
  "reliability",
  "credibility",
  "period",
  "stance",
  "state",
] as const;
export type EvidenceFacet = (typeof EVIDENCE_FACETS)[number];

/** Of what a filter leaves no more items than these are looked at for the numbers behind the facets. */
export const MOST_COUNTED_ITEMS = 10_000;

/** In a facet whose column may be empty: the items of which it is not known. */
export const NOT_KNOWN_VALUE = "none";

/** A year, a month, or the items of unknown date. */
export const PERIOD_PATTERN = /^(?:(?!0000)\d{4}(?:-(?:0[1-9]|1[0-2]))?|none)$/;

export const EVIDENCE_SORTS = ["newest", "oldest", "changed"] as const;
export type EvidenceSort = (typeof EVIDENCE_SORTS)[number];

/** Where a page ends: the value sorted by (a day, or an instant as PostgreSQL writes it) and the id of its last row. */
export const evidenceCursor = z.strictObject({
  at: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(?: (?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,6})?\+00)?$/)
    .refine((text) => isCalendarDay(text.slice(0, 10))),
  id: z.uuid(),
});
export type EvidenceCursor = z.infer<typeof evidenceCursor>;

export const evidenceFilter = defineFilter({
  q: textField(),
  kind: choicesField(EVIDENCE_KINDS),
  publisher: choicesField(SLUG_PATTERN),
  language: choicesField(/^(?:[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?|none)$/),
  country: choicesField(COUNTRY_CODES),
  reliability: choicesField([...RELIABILITIES, NOT_KNOWN_VALUE]),
  credibility: choicesField([...CREDIBILITIES, NOT_KNOWN_VALUE]),
  period: choicesField(PERIOD_PATTERN),
  stance: choicesField(STANCES),
  state: choicesField(LISTED_STATES),
  /** Locations that the items are about, by slug. */
  station: choicesField(SLUG_PATTERN),
  /** What sort of file stands with the items, as far as the reader may open it. */
  file: choicesField([...FILE_SORTS, NOT_KNOWN_VALUE]),
  /** Days, inclusive, of publication: what was published, or may have been, on one of them. */
  from: DASHBOARD_FILTER_FIELDS.from,
  to: DASHBOARD_FILTER_FIELDS.to,
  records: DASHBOARD_FILTER_FIELDS.records,
  /** A part of the map: items about a station whose location, as far as the reader may see, is in the box. */
  box: DASHBOARD_FILTER_FIELDS.box,
  /** What the reader has not read, or not as it stands now. */
  unread: flagField(),
  sort: choiceField(EVIDENCE_SORTS),
  /** The facet of which a page draws every value; the API has no use for it. */
  all: choiceField(["", ...EVIDENCE_FACETS]),
  limit: numberField(1, 100, 25),
  after: cursorField(evidenceCursor),
});
export type EvidenceView = FilterValue<typeof evidenceFilter>;
