import { and, eq, exists, inArray, type SQL, sql } from "drizzle-orm";
import type { ClaimFacet, ClaimView } from "@/lib/filters/claim-filter";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { claimClaimants, claims, organizations } from "../../schema";
import { choiceCondition } from "../filters/choice-condition";
import { CLAIM_DATE, claimsInBox, datedInPeriod, filterReader, speaksOfPeriod } from "../filters/filter-conditions";
import { visibleTo } from "../visibility";
import { claimMatchesText } from "./claim-text";
import { reportsPresentActivity } from "./present-activity";

/** What the ledger can be narrowed by; `from` and `to` keep what may have been said on one of the days between, inclusive, `periodFrom` and `periodTo` what speaks of one. */
export type ClaimNarrowing = Partial<
  Pick<ClaimView, ClaimFacet | "q" | "presence" | "from" | "to" | "periodFrom" | "periodTo" | "records" | "box">
>;

const claimedBy = (actor: Actor, slugs: readonly string[]) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(claimClaimants)
      .innerJoin(
        organizations,
        and(eq(organizations.id, claimClaimants.organizationId), visibleTo(actor, organizations)),
      )
      .where(and(eq(claimClaimants.claimId, claims.id), inArray(organizations.slug, [...slugs]))),
  );

/** @param except the facet whose own choice is left out, to count what its other values would show */
export function claimConditions(actor: Actor, narrowing: ClaimNarrowing, except?: ClaimFacet): SQL | undefined {
  const asked = except ? { ...narrowing, [except]: undefined } : narrowing;
  const { q, presence, from, to, periodFrom, periodTo, records = "all", box, ...facets } = asked;
  const reader = filterReader(actor, { records });
  return and(
    visibleTo(reader, claims),
    choiceCondition(facets.subject, (values) => inArray(claims.subject, values)),
    choiceCondition(facets.scope, (values) => inArray(claims.scope, values)),
    choiceCondition(facets.country, (values) => inArray(claims.country, values)),
    choiceCondition(facets.claimant, (values) => claimedBy(reader, values)),
    choiceCondition(facets.assessment, (values) => inArray(claims.assessment, values)),
    choiceCondition(facets.position, (values) => inArray(claims.position, values)),
    choiceCondition(facets.state, (values) => inArray(claims.state, values)),
    presence ? reportsPresentActivity(reader) : undefined,
    datedInPeriod(CLAIM_DATE, { from, to }),
    speaksOfPeriod({ from: periodFrom, to: periodTo }),
    claimsInBox(reader, { box }),
    q ? claimMatchesText(actor, q) : undefined,
  );
}
