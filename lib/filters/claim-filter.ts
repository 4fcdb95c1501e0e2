import { z } from "zod";
import { ASSESSMENTS, CLAIM_POSITIONS, CLAIM_SCOPES } from "../records/claim";
import { COUNTRY_CODES } from "../records/country";
import { LISTED_STATES } from "../records/editorial";
import { defineFilter, type FilterValue } from "./filter";
import { cursor, many, text, whole } from "./filter-field";

export const CLAIM_FACETS = ["subject", "scope", "country", "claimant", "assessment", "position", "state"] as const;
export type ClaimFacet = (typeof CLAIM_FACETS)[number];

/** Where a page of the ledger ends: what it is ordered by, and the id of its last claim. */
const ledgerPlace = z.strictObject({
  subject: z.string().max(61),
  scope: z.enum(CLAIM_SCOPES),
  country: z.string().length(2).nullable(),
  at: z.iso.date(),
  id: z.uuid(),
});
export type LedgerPlace = z.infer<typeof ledgerPlace>;

/** The view of the ledger of claims and of its API. */
export const claimFilter = defineFilter({
  q: text(),
  subject: many(/^[a-z][a-z0-9_]{1,60}$/),
  scope: many(CLAIM_SCOPES),
  country: many(COUNTRY_CODES),
  claimant: many(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  assessment: many(ASSESSMENTS),
  position: many(CLAIM_POSITIONS),
  state: many(LISTED_STATES),
  limit: whole(1, 100, 25),
  after: cursor(ledgerPlace),
});
export type ClaimView = FilterValue<typeof claimFilter>;
