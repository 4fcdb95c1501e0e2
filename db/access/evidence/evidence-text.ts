import { and, eq, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { claimEvidence, claims, evidence, evidenceStations, organizations, stations } from "../../schema";
import { quoteMatches } from "../claims/claim-text";
import { type AskedText, matchesEvidenceText, matchesText, matchesTextBy } from "../search/text-search";
import { visibleTo } from "../visibility";

/**
 * Items that answer a question by their own words or addresses, by what a claim quotes of them, by the name of who
 * published or carried them, or by any name of a station they concern: 鹿特丹 finds a Dutch article about Rotterdam. What
 * this person may not see finds nothing, and excludes nothing.
 */
export const evidenceMatchesText = (actor: Actor, q: string | AskedText): SQL | undefined =>
  typeof q === "string"
    ? matchesTextBy((term) => or(...evidenceWays(actor, term)), q)
    : or(...evidenceWays(actor, q));

/** The same of each of a few items, looked up from its side: a usual word names thousands of stations, with most of a million items. */
export function eachMatchesText(actor: Actor, q: AskedText, items: Items): SQL | undefined {
  // With an offset PostgreSQL asks of each item: it would else find what all items have of a word, for a few dozen.
  const has = (row: SQL) => sql`exists (${row} offset 0)`;
  const named = sql`select 1 from ${organizations} where ${organizations.id} in (${items.publisherId}, ${items.carriedById}) and ${and(visibleTo(actor, organizations), matchesText(organizations.search, q))}`;
  const quoted = sql`select 1 from ${claimEvidence} join ${claims} on ${and(eq(claims.id, claimEvidence.claimId), visibleTo(actor, claims))} where ${claimEvidence.evidenceId} = ${items.id} and ${quoteMatches(q)}`;
  const concerned = sql`select 1 from ${evidenceStations} join ${stations} on ${and(eq(stations.id, evidenceStations.stationId), visibleTo(actor, stations))} where ${evidenceStations.evidenceId} = ${items.id} and ${matchesText(stations.search, q)}`;
  return or(matchesEvidenceText(items.search, q), ...[named, quoted, concerned].map(has));
}

type Items = Readonly<Record<"publisherId" | "carriedById", AnyPgColumn>> & {
  readonly id: SQLWrapper;
  readonly search: AnyPgColumn;
};

/** The ways apart. Arrays, since PostgreSQL then looks each up in its own index and reads what any of them found, once. */
export function evidenceWays(actor: Actor, q: string | AskedText): SQL[] {
  const items = evidence;
  const named = db
    .select({ id: organizations.id })
    .from(organizations)
    .where(and(visibleTo(actor, organizations), matchesText(organizations.search, q)));
  const quoted = db
    .select({ id: claimEvidence.evidenceId })
    .from(claimEvidence)
    .innerJoin(claims, and(eq(claims.id, claimEvidence.claimId), visibleTo(actor, claims)))
    .where(quoteMatches(q));
  const found = db
    .select({ id: stations.id })
    .from(stations)
    .where(and(matchesText(stations.search, q), visibleTo(actor, stations)));
  const concerned = db
    .select({ id: evidenceStations.evidenceId })
    .from(evidenceStations)
    .where(isAmong(evidenceStations.stationId, found));
  return [
    matchesEvidenceText(items.search, q),
    isAmong(items.publisherId, named),
    isAmong(items.carriedById, named),
    isAmong(items.id, quoted),
    isAmong(items.id, concerned),
  ];
}

const isAmong = (column: SQLWrapper, ids: { getSQL(): SQL }) => sql`${column} = any(array(${ids}))`;
