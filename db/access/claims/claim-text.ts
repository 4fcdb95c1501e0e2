import { and, eq, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { claimEvidence, claims, evidence } from "../../schema";
import { type AskedText, matchesByIndex, matchesText, matchesTextBy } from "../search/text-search";
import { visibleTo } from "../visibility";

/** True for the sources whose quotation answers the question, by the index on it. */
export const quoteMatches = (q: string | AskedText): SQL => matchesText(claimEvidence.quoteSearch, q);

/**
 * Claims that answer a question by their own words, or by what they quote of an item that this person may see. Always along
 * both indexes: of a usual word the planner would hold each claim against all that quotes it, one by one.
 */
export const claimMatchesText = (actor: Actor, q: string): SQL =>
  matchesTextBy((term) => or(...claimWays(actor, term, matchesByIndex)), q);

/** The two ways apart. @param matches how their own words are looked for: along the index always, or as the planner likes */
export const claimWays = (actor: Actor, q: string, matches: typeof matchesByIndex = matchesText): SQL[] => [
  matches(claims.search, q),
  quotes(actor, q),
];

/** As an array, which is looked up in an index beside the one of words. */
function quotes(actor: Actor, q: string) {
  const ids = db
    .select({ id: claimEvidence.claimId })
    .from(claimEvidence)
    .innerJoin(evidence, and(eq(evidence.id, claimEvidence.evidenceId), visibleTo(actor, evidence)))
    .where(quoteMatches(q));
  return sql`${claims.id} = any(array(${ids}))`;
}
