import { and, count, desc, eq, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { CLAIM_FACETS, type ClaimFacet } from "@/lib/filters/claim-filter";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { claimClaimants, claims, organizations } from "../../schema";
import { cachedForRole } from "../figures/result-cache";
import { visibleTo } from "../visibility";
import { type ClaimNarrowing, claimConditions } from "./claim-conditions";

export type ClaimFacetCount = { readonly value: string; readonly label: string | null; readonly count: number };
export type ClaimFacets = Readonly<Record<ClaimFacet, readonly ClaimFacetCount[]>>;

/** Values shown of a facet; the rest is found by searching. */
const MOST_VALUES = 60;

/** Each facet's values with the number of claims they would show beside what is chosen in the other facets. */
export async function countClaimFacets(actor: Actor, narrowing: ClaimNarrowing): Promise<ClaimFacets> {
  requirePermission(actor, "read published records");
  return cachedForRole(actor, "claim facets", narrowing, async () => {
    const counted = await Promise.all(
      CLAIM_FACETS.map(async (facet) => [facet, await countsOf(actor, facet, narrowing)] as const),
    );
    return Object.fromEntries(counted) as Record<ClaimFacet, ClaimFacetCount[]>;
  });
}

function countsOf(actor: Actor, facet: ClaimFacet, narrowing: ClaimNarrowing): Promise<ClaimFacetCount[]> {
  const where = claimConditions(actor, narrowing, facet);
  if (facet === "claimant") return countClaimants(actor, where);
  const column: AnyPgColumn = claims[facet];
  return db
    .select({ value: sql<string>`${column}::text`, label: sql<string | null>`null`, count: count() })
    .from(claims)
    .where(and(where, sql`${column} is not null`))
    .groupBy(column)
    .orderBy(desc(count()), column)
    .limit(MOST_VALUES);
}

const countClaimants = (actor: Actor, where: SQL | undefined): Promise<ClaimFacetCount[]> =>
  db
    .select({ value: organizations.slug, label: organizations.name, count: count() })
    .from(claims)
    .innerJoin(claimClaimants, eq(claimClaimants.claimId, claims.id))
    .innerJoin(
      organizations,
      and(eq(organizations.id, claimClaimants.organizationId), visibleTo(actor, organizations)),
    )
    .where(where)
    .groupBy(organizations.slug, organizations.name)
    .orderBy(desc(count()), organizations.slug)
    .limit(MOST_VALUES);
