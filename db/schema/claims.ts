import { sql } from "drizzle-orm";
import {
  char,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { ASSESSMENTS, CLAIM_POSITIONS, CLAIM_SCOPES, DERIVATIONS, STANCES, VALUE_BOUNDS } from "@/lib/records/claim";
import type { QuoteTarget } from "@/lib/records/quote-target";
import {
  countryCheck,
  editorial,
  editorialChecks,
  fuzzyDate,
  fuzzyDateCheck,
  searchDocument,
  tsvector,
  waitingIndexes,
} from "./columns";
import { evidence } from "./evidence";
import { organizations } from "./organizations";
import { stations } from "./stations";

export const claimScope = pgEnum("claim_scope", CLAIM_SCOPES);
export const claimPosition = pgEnum("claim_position", CLAIM_POSITIONS);
export const valueBound = pgEnum("value_bound", VALUE_BOUNDS);
export const assessment = pgEnum("assessment", ASSESSMENTS);
export const stance = pgEnum("stance", STANCES);
export const derivation = pgEnum("derivation", DERIVATIONS);

export const claims = pgTable(
  "claims",
  {
    ...editorial(),
    proposition: text("proposition").notNull(),
    subject: text("subject").notNull(),
    scope: claimScope("scope").notNull(),
    region: char("region", { length: 3 }),
    country: char("country", { length: 2 }),
    stationId: uuid("station_id").references(() => stations.id),
    position: claimPosition("position").notNull(),
    valueNumber: doublePrecision("value_number"),
    valueBound: valueBound("value_bound"),
    spokesperson: text("spokesperson"),
    relayedById: uuid("relayed_by_id").references(() => organizations.id),
    ...fuzzyDate("asserted", "asserted"),
    ...fuzzyDate("period", "period"),
    assessment: assessment("assessment").notNull().default("unassessed"),
    search: searchDocument(
      sql`null`,
      sql`"proposition"`,
      sql`"spokesperson"`,
      sql`replace("subject", '_', ' ')`,
      sql`"note"`,
    ),
  },
  (claim) => [
    index("claims_by_date").on(claim.assertedSort, claim.id),
    index("claims_ledger").on(claim.subject, claim.scope, claim.country, claim.assertedSort, claim.id),
    index("claims_by_country").on(claim.country, claim.assertedSort, claim.id),
    index("claims_by_station").on(claim.stationId, claim.assertedSort, claim.id),
    index("claims_by_relay").on(claim.relayedById, claim.assertedSort, claim.id),
    index("claims_by_assessment").on(claim.assessment, claim.assertedSort, claim.id),
    index("claims_by_scope").on(claim.scope, claim.assertedSort, claim.id),
    index("claims_by_state").on(claim.state, claim.assertedSort, claim.id),
    index("claims_by_period")
      .using("gist", sql`daterange("period_from", "period_to", '[]')`)
      .where(sql`${claim.periodEdtf} is not null`),
    index("claims_by_change").on(claim.updatedAt, claim.id),
    index("claims_search").using("gin", claim.search),
    ...waitingIndexes("claims", claim),
    ...editorialChecks("claims"),
    fuzzyDateCheck("claims", "asserted"),
    fuzzyDateCheck("claims", "period"),
    countryCheck("claims"),
    check("claims_subject_form", sql`${claim.subject} ~ '^[a-z][a-z0-9_]{1,60}$'`),
    check(
      "claims_scope_named",
      sql`case ${claim.scope} when 'station' then ${claim.stationId} is not null when 'country' then ${claim.country} is not null when 'region' then ${claim.region} is not null else true end`,
    ),
    check("claims_bound_of_value", sql`${claim.valueBound} is null or ${claim.valueNumber} is not null`),
  ],
);

/** Several claimants speak as one: a joint investigation is one source. */
export const claimClaimants = pgTable(
  "claim_claimants",
  {
    claimId: uuid("claim_id")
      .notNull()
      .references(() => claims.id),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    place: integer("place").notNull(),
  },
  (link) => [
    primaryKey({ columns: [link.claimId, link.organizationId] }),
    index("claim_claimants_organization").on(link.organizationId),
  ],
);

/** What an item of evidence does to a claim, where in it, and whether it is the first to say so. */
export const claimEvidence = pgTable(
  "claim_evidence",
  {
    claimId: uuid("claim_id")
      .notNull()
      .references(() => claims.id),
    evidenceId: uuid("evidence_id")
      .notNull()
      .references(() => evidence.id),
    stance: stance("stance").notNull(),
    derivation: derivation("derivation").notNull(),
    /** Whom a derived item has it from; null: from the claimant. */
    originId: uuid("origin_id").references(() => organizations.id),
    quote: text("quote"),
    locator: text("locator"),
    /** Where in a file the quote stands. */
    target: jsonb("target").$type<QuoteTarget>(),
    /** Kept, so that a phrase is looked for in what was made of the quote, and it is not made again for each question. */
    quoteSearch: tsvector("quote_search").generatedAlwaysAs(
      sql`case when "quote" is not null then search_document(null, "quote") end`,
    ),
  },
  (link) => [
    primaryKey({ columns: [link.claimId, link.evidenceId] }),
    check("claim_evidence_target_of_quote", sql`${link.target} is null or ${link.quote} is not null`),
    index("claim_evidence_evidence").on(link.evidenceId),
    // Few links name whom an item has it from; a merge asks which.
    index("claim_evidence_origin").on(link.originId).where(sql`"origin_id" is not null`),
    // Few items contradict: the claims that they do it to are found by these alone.
    index("claim_evidence_against")
      .on(link.claimId, link.evidenceId)
      .where(sql`"stance" in ('contradicts', 'retracts')`),
    index("claim_evidence_quotes").using("gin", link.quoteSearch),
  ],
);

/** "Does not agree with". Read it both ways: either claim may have been the one that named the other. */
export const claimDisputes = pgTable(
  "claim_disputes",
  {
    claimId: uuid("claim_id")
      .notNull()
      .references(() => claims.id),
    disputedId: uuid("disputed_id")
      .notNull()
      .references(() => claims.id),
  },
  (link) => [
    primaryKey({ columns: [link.claimId, link.disputedId] }),
    index("claim_disputes_disputed").on(link.disputedId),
    check("claim_disputes_other", sql`${link.claimId} <> ${link.disputedId}`),
  ],
);
