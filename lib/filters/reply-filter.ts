import { z } from "zod";
import { COUNTRY_CODES } from "../records/country";
import { LISTED_STATES } from "../records/editorial";
import { REPLY_STATUSES } from "../records/reply-status";
import { SLUG_PATTERN } from "../records/slug";
import { DASHBOARD_FILTER_FIELDS } from "./dashboard-filter";
import { defineFilter, type FilterValue } from "./filter";
import { choicesField, cursorField, dayField, flagField, numberField, textField } from "./filter-field";

export const REPLY_FACETS = ["status", "respondent", "country", "state"] as const;
export type ReplyFacet = (typeof REPLY_FACETS)[number];

/** Where a page ends: how urgent its last request is, its place among those, and its id. */
const replyCursor = z.strictObject({ rank: z.int(), key: z.int(), id: z.uuid() });
export type ReplyCursor = z.infer<typeof replyCursor>;

/** The view of the ledger and of its API. `status` is the clock's; the days of the deadline and of sending are inclusive. */
export const replyFilter = defineFilter({
  q: textField(),
  status: choicesField(REPLY_STATUSES),
  respondent: choicesField(SLUG_PATTERN),
  country: choicesField(COUNTRY_CODES),
  state: choicesField(LISTED_STATES),
  dueFrom: dayField(),
  dueTo: dayField(),
  sent: flagField(),
  sentFrom: dayField(),
  sentTo: dayField(),
  /** Ever, also when it was asked again: not what the clock makes of it now. */
  answered: flagField(),
  /** The country of whom was asked. */
  government: choicesField(COUNTRY_CODES),
  records: DASHBOARD_FILTER_FIELDS.records,
  /** A part of the map: requests about a station whose location, as far as the reader may see, is in the box. */
  box: DASHBOARD_FILTER_FIELDS.box,
  mine: flagField(),
  limit: numberField(1, 100, 25),
  after: cursorField(replyCursor),
});
export type ReplyView = FilterValue<typeof replyFilter>;
