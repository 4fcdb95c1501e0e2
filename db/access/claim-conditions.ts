import { and, eq, exists, inArray, type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/actor";
import type { Assessment, ClaimPosition, ClaimScope } from "@/lib/claim";
import type { RecordState } from "@/lib/editorial";
import type { Choices } from "@/lib/filter-field";
import { db } from "../client";
import { claimClaimants, claims, organizations } from "../schema";
import { chosen } from "./choices";
import { visibleTo } from "./scope";
import { matchesText } from "./text-search";

/** What the ledger can be narrowed by. */
export type ClaimNarrowing = {
  readonly subject?: Choices;
  readonly scope?: Choices<ClaimScope>;
  readonly country?: Choices;
  /** Slugs of organizations. */
  readonly claimant?: Choices;
  readonly assessment?: Choices<Assessment>;
  readonly position?: Choices<ClaimPosition>;
  readonly state?: Choices<RecordState>;
  readonly q?: string;
};
export const CLAIM_FACETS = [
  "subject",
  "scope",
  "country",
  "claimant",
  "assessment",
  "position",
  "state",
] as const satisfies readonly (keyof ClaimNarrowing)[];
export type ClaimFacet = (typeof CLAIM_FACETS)[number];

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
  const { q, ...facets } = except ? { ...narrowing, [except]: undefined } : narrowing;
  return and(
    visibleTo(actor, claims),
    chosen(facets.subject, (values) => inArray(claims.subject, values)),
    chosen(facets.scope, (values) => inArray(claims.scope, values)),
    chosen(facets.country, (values) => inArray(claims.country, values)),
    chosen(facets.claimant, (values) => claimedBy(actor, values)),
    chosen(facets.assessment, (values) => inArray(claims.assessment, values)),
    chosen(facets.position, (values) => inArray(claims.position, values)),
    chosen(facets.state, (values) => inArray(claims.state, values)),
    q ? matchesText(claims.search, q) : undefined,
  );
}
