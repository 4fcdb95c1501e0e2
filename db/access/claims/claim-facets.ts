import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { CLAIM_FACETS, type ClaimFacet } from "@/lib/filters/claim-filter";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { claimClaimants, claims, organizations } from "../../schema";
import { cachedForRole } from "../figures/result-cache";
import { MOST_FOUND } from "../reading/list-totals";
import { firstFound } from "../search/some-found";
import { visibleTo } from "../visibility";
import { type ClaimNarrowing, claimConditions } from "./claim-conditions";
import { claimAnswersItself } from "./claim-text";

export type ClaimFacetCount = { readonly value: string; readonly label: string | null; readonly count: number };
export type ClaimFacets = Readonly<Record<ClaimFacet, readonly ClaimFacetCount[]>>;

/** Values shown of a facet; the rest is found by searching. */
const MOST_VALUES = 60;

type FacetRow = ClaimFacetCount & { readonly facet: ClaimFacet };

/**
 * Each facet's values with the number of claims they would show beside what is chosen in the other facets; among the first
 * `MOST_FOUND` that a question finds.
 */
export async function countClaimFacets(actor: Actor, narrowing: ClaimNarrowing): Promise<ClaimFacets> {
  requirePermission(actor, "read published records");
  return cachedForRole(actor, "claim facets", narrowing, async () => {
    const { q, ...others } = narrowing;
    const counted = CLAIM_FACETS.map(
      (facet) => sql`(${countsOf(actor, facet, claimConditions(actor, others, facet))})`,
    );
    // What the question finds, found once, stands under the table's own name for all that is asked of it.
    const own = q ? claimAnswersItself(q) : null;
    const found = firstFound({
      ...{ name: "claims", columns: sql`*`, table: claims, most: MOST_FOUND },
      own: own && and(claimConditions(actor, {}), own),
      all: claimConditions(actor, { q }),
    });
    const rows = await db.execute<FacetRow>(
      sql`${q ? sql`with ${found}` : sql``} ${sql.join(counted, sql` union all `)}`,
    );
    const valuesOf = (name: ClaimFacet) =>
      rows.filter(({ facet }) => facet === name).map(({ facet: _facet, ...value }) => value);
    return Object.fromEntries(CLAIM_FACETS.map((name) => [name, valuesOf(name)])) as Record<
      ClaimFacet,
      ClaimFacetCount[]
    >;
  });
}

function countsOf(actor: Actor, facet: ClaimFacet, where: SQL | undefined): SQL {
  if (facet === "claimant") return countClaimants(actor, where);
  const column: AnyPgColumn = claims[facet];
  return sql`
    select ${facet}::text as facet, ${column}::text as value, null as label, count(*)::int as count
    from ${claims} where ${and(where, isNotNull(column))} group by ${column} order by 4 desc, ${column} limit ${MOST_VALUES}`;
}

const countClaimants = (actor: Actor, where: SQL | undefined): SQL => sql`
  select 'claimant', ${organizations.slug}, ${organizations.name}, count(*)::int
  from ${claims} join ${claimClaimants} on ${eq(claimClaimants.claimId, claims.id)}
    join ${organizations} on ${and(eq(organizations.id, claimClaimants.organizationId), visibleTo(actor, organizations))}
  where ${where} group by ${organizations.slug}, ${organizations.name} order by 4 desc, ${organizations.slug} limit ${MOST_VALUES}`;
