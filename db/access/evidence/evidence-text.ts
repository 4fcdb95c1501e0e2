import { and, eq, inArray, type SQL } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { claimEvidence, claims, evidence, evidenceStations, organizations, stations } from "../../schema";
import { quoteMatches } from "../claims/claim-text";
import { matchesText, matchesTextBy } from "../search/text-search";
import { visibleTo } from "../visibility";

/**
 * Items that answer a question by their own words or addresses, by what a claim quotes of them, by the name of who
 * published or carried them, or by any name of a station they concern: 鹿特丹 finds a Dutch article about Rotterdam. Each
 * part is one index scan, so the condition stays cheap among 100,000 items. What this person may not see finds nothing,
 * and excludes nothing.
 */
export const evidenceMatchesText = (actor: Actor, q: string): SQL =>
  matchesTextBy((term) => inArray(evidence.id, idsMatching(actor, term)), q);

function idsMatching(actor: Actor, q: string) {
  const byName = (side: typeof evidence.publisherId | typeof evidence.carriedById) =>
    db
      .select({ id: evidence.id })
      .from(evidence)
      .innerJoin(organizations, and(eq(organizations.id, side), visibleTo(actor, organizations)))
      .where(matchesText(organizations.search, q));
  return union(
    db.select({ id: evidence.id }).from(evidence).where(matchesText(evidence.search, q)),
    byName(evidence.publisherId),
    byName(evidence.carriedById),
    db
      .select({ id: claimEvidence.evidenceId })
      .from(claimEvidence)
      .innerJoin(claims, and(eq(claims.id, claimEvidence.claimId), visibleTo(actor, claims)))
      .where(quoteMatches(q)),
    db
      .select({ id: evidenceStations.evidenceId })
      .from(evidenceStations)
      .innerJoin(stations, and(eq(stations.id, evidenceStations.stationId), visibleTo(actor, stations)))
      .where(matchesText(stations.search, q)),
  );
}
