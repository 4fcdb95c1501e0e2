import { and, eq, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { claimEvidence, claims, evidence } from "../../schema";
import { type AskedText, asksOwnWords, matchesByIndex, matchesText, matchesTextBy } from "../search/text-search";
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

/** The same of each of a few claims, looked up from its side: of a usual word thousands are quoted. */
export const eachClaimMatchesText = (actor: Actor, q: string): SQL =>
  matchesTextBy((term) => {
    const quoted = sql`select 1 from ${claimEvidence} join ${evidence} on ${and(eq(evidence.id, claimEvidence.evidenceId), visibleTo(actor, evidence))} where ${claimEvidence.claimId} = ${claims.id} and ${quoteMatches(term)}`;
    // With an offset PostgreSQL asks of each claim: it would else find all that is quoted.
    return or(matchesText(claims.search, term), sql`exists (${quoted} offset 0)`);
  }, q);

/** Claims whose own words answer; null where these alone can't tell. */
export const claimAnswersItself = (q: string): SQL | null =>
  asksOwnWords(q) ? matchesByIndex(claims.search, q) : null;

/** As an array, which is looked up in an index beside the one of words. */
function quotes(actor: Actor, q: string) {
  const ids = db
    .select({ id: claimEvidence.claimId })
    .from(claimEvidence)
    .innerJoin(evidence, and(eq(evidence.id, claimEvidence.evidenceId), visibleTo(actor, evidence)))
    .where(quoteMatches(q));
  return sql`${claims.id} = any(array(${ids}))`;
}
