import { z } from "zod";
import { COUNTRY_CODES } from "../records/country";
import { LISTED_STATES } from "../records/editorial";
import { REPLY_STATUSES } from "../records/reply-status";
import { defineFilter, type FilterValue } from "./filter";
import { cursor, day, flag, many, text, whole } from "./filter-field";
import { SCOPE_FIELDS } from "./scope-filter";

export const REPLY_FACETS = ["status", "respondent", "country", "state"] as const;
export type ReplyFacet = (typeof REPLY_FACETS)[number];

/** Where a page ends: how urgent its last request is, its place among those, and its id. */
const place = z.strictObject({ rank: z.int(), key: z.int(), id: z.uuid() });
export type ReplyPlace = z.infer<typeof place>;

/** The view of the ledger and of its API. `status` is the clock's; the days of the deadline and of sending are inclusive. */
export const replyFilter = defineFilter({
  q: text(),
  status: many(REPLY_STATUSES),
  respondent: many(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  country: many(COUNTRY_CODES),
  state: many(LISTED_STATES),
  dueFrom: day(),
  dueTo: day(),
  sent: flag(),
  sentFrom: day(),
  sentTo: day(),
  /** Ever, also when it was asked again: not what the clock makes of it now. */
  answered: flag(),
  /** The country of whom was asked. */
  government: many(COUNTRY_CODES),
  records: SCOPE_FIELDS.records,
  /** A part of the map: requests about a station that the reader is told is in it. */
  box: SCOPE_FIELDS.box,
  mine: flag(),
  limit: whole(1, 100, 25),
  after: cursor(place),
});
export type ReplyView = FilterValue<typeof replyFilter>;
