import { sql } from "drizzle-orm";
import { char, check, index, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { ANSWERS, RESPONSE_KINDS } from "@/lib/records/response";
import { claims } from "./claims";
import { editorial, editorialChecks, fuzzyDate, fuzzyDateCheck, searchDocument, waitingIndexes } from "./columns";
import { evidence } from "./evidence";
import { organizations } from "./organizations";
import { stations } from "./stations";

export const responseKind = pgEnum("response_kind", RESPONSE_KINDS);
export const answer = pgEnum("answer", ANSWERS);

export const responses = pgTable(
  "responses",
  {
    ...editorial(),
    authorityId: uuid("authority_id")
      .notNull()
      .references(() => organizations.id),
    officialRole: text("official_role"),
    officialName: text("official_name"),
    kind: responseKind("kind").notNull(),
    ...fuzzyDate("given", "given"),
    summary: text("summary").notNull(),
    quote: text("quote"),
    quoteLanguage: text("quote_language"),
    quoteTranslation: text("quote_translation"),
    /** The countries that the answer is about; none: the matter as a whole. */
    countries: char("countries", { length: 2 }).array().notNull().default([]),
    /** The authority's own country, maintained by triggers, so that a list by government has an index to stand on. */
    government: char("government", { length: 2 }),
    search: searchDocument(
      sql`"quote_language"`,
      sql`"summary"`,
      sql`"quote"`,
      sql`"quote_translation"`,
      sql`"official_role"`,
      sql`"official_name"`,
      sql`"note"`,
    ),
  },
  (response) => [
    index("responses_by_date").on(response.givenSort, response.id),
    index("responses_by_kind").on(response.kind, response.givenSort, response.id),
    index("responses_by_government").on(response.government, response.givenSort, response.id),
    index("responses_by_authority").on(response.authorityId, response.givenSort, response.id),
    index("responses_by_state").on(response.state, response.givenSort, response.id),
    index("responses_by_change").on(response.updatedAt, response.id),
    index("responses_countries").using("gin", response.countries),
    index("responses_search").using("gin", response.search),
    ...waitingIndexes("responses", response),
    ...editorialChecks("responses"),
    fuzzyDateCheck("responses", "given"),
    check("responses_quote_language", sql`${response.quote} is null or ${response.quoteLanguage} is not null`),
  ],
);

export const responseStations = pgTable(
  "response_stations",
  {
    responseId: uuid("response_id")
      .notNull()
      .references(() => responses.id),
    stationId: uuid("station_id")
      .notNull()
      .references(() => stations.id),
  },
  (link) => [
    primaryKey({ columns: [link.responseId, link.stationId] }),
    index("response_stations_station").on(link.stationId),
  ],
);

export const responseClaims = pgTable(
  "response_claims",
  {
    responseId: uuid("response_id")
      .notNull()
      .references(() => responses.id),
    claimId: uuid("claim_id")
      .notNull()
      .references(() => claims.id),
    answer: answer("answer").notNull(),
  },
  (link) => [
    primaryKey({ columns: [link.responseId, link.claimId] }),
    index("response_claims_claim").on(link.claimId),
  ],
);

export const responseEvidence = pgTable(
  "response_evidence",
  {
    responseId: uuid("response_id")
      .notNull()
      .references(() => responses.id),
    evidenceId: uuid("evidence_id")
      .notNull()
      .references(() => evidence.id),
  },
  (link) => [
    primaryKey({ columns: [link.responseId, link.evidenceId] }),
    index("response_evidence_evidence").on(link.evidenceId),
  ],
);
