import { z } from "zod";
import { ASSESSMENTS, CLAIM_POSITIONS, CLAIM_SCOPES } from "../records/claim";
import { COUNTRY_CODES } from "../records/country";
import { LISTED_STATES } from "../records/editorial";
import { SLUG_PATTERN } from "../records/slug";
import { DASHBOARD_FILTER_FIELDS } from "./dashboard-filter";
import { defineFilter, type FilterValue } from "./filter";
import { choicesField, cursorField, dayField, flagField, numberField, textField } from "./filter-field";

export const CLAIM_FACETS = ["subject", "scope", "country", "claimant", "assessment", "position", "state"] as const;
export type ClaimFacet = (typeof CLAIM_FACETS)[number];

/** When it was said, and the time that it speaks of. */
export const CLAIM_DAYS = ["from", "to", "periodFrom", "periodTo"] as const;
export type ClaimDay = (typeof CLAIM_DAYS)[number];

/** Where a page of the ledger ends: what it is ordered by, and the id of its last claim. */
const ledgerCursor = z.strictObject({
  subject: z.string().max(61),
  scope: z.enum(CLAIM_SCOPES),
  country: z.string().length(2).nullable(),
  at: z.iso.date(),
  id: z.uuid(),
});
export type LedgerCursor = z.infer<typeof ledgerCursor>;

/** The view of the ledger of claims and of its API. */
export const claimFilter = defineFilter({
  q: textField(),
  subject: choicesField(/^[a-z][a-z0-9_]{1,60}$/),
  scope: choicesField(CLAIM_SCOPES),
  country: choicesField(COUNTRY_CODES),
  claimant: choicesField(SLUG_PATTERN),
  assessment: choicesField(ASSESSMENTS),
  position: choicesField(CLAIM_POSITIONS),
  state: choicesField(LISTED_STATES),
  /** Claims that there is a station: of a number other than nought, of one, or of a presence. */
  presence: flagField(),
  /** Days, inclusive: what was said, or may have been, on one of them. */
  from: DASHBOARD_FILTER_FIELDS.from,
  to: DASHBOARD_FILTER_FIELDS.to,
  /** Days, inclusive: what speaks of a time that has one of them in it. */
  periodFrom: dayField(),
  periodTo: dayField(),
  records: DASHBOARD_FILTER_FIELDS.records,
  /** A part of the map: claims about a station that the reader is told is in it, or about a country that has one there. */
  box: DASHBOARD_FILTER_FIELDS.box,
  limit: numberField(1, 100, 25),
  after: cursorField(ledgerCursor),
});
export type ClaimView = FilterValue<typeof claimFilter>;
