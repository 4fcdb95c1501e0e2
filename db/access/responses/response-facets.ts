import { and, count, desc, eq, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { RESPONSE_FACETS, type ResponseFacet } from "@/lib/filters/response-filter";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { organizations, responses } from "../../schema";
import type { ClaimFacetCount } from "../claims/claim-facets";
import { cachedForRole } from "../figures/result-cache";
import { visibleTo } from "../visibility";
import { type ResponseNarrowing, responseConditions } from "./response-conditions";

export type ResponseFacets = Readonly<Record<ResponseFacet, readonly ClaimFacetCount[]>>;

const MOST_VALUES = 60;
const VALUES: Record<ResponseFacet, AnyPgColumn | SQL> = {
  kind: responses.kind,
  government: organizations.country,
  authority: organizations.slug,
  about: sql`about.country`,
  state: responses.state,
};

/** Each facet's values with the number of responses they would show beside what is chosen in the other facets. */
export async function countResponseFacets(actor: Actor, narrowing: ResponseNarrowing): Promise<ResponseFacets> {
  requirePermission(actor, "read published records");
  return cachedForRole(actor, "response facets", narrowing, async () => {
    const counted = await Promise.all(
      RESPONSE_FACETS.map(async (facet) => [facet, await countsOf(actor, facet, narrowing)] as const),
    );
    return Object.fromEntries(counted) as Record<ResponseFacet, ClaimFacetCount[]>;
  });
}

function countsOf(actor: Actor, facet: ResponseFacet, narrowing: ResponseNarrowing): Promise<ClaimFacetCount[]> {
  const value = VALUES[facet];
  const label = facet === "authority" ? sql<string | null>`max(${organizations.name})` : sql<string | null>`null`;
  const rows = db
    .select({ value: sql<string>`${value}::text`, label, count: count() })
    .from(responses)
    .leftJoin(organizations, and(eq(organizations.id, responses.authorityId), visibleTo(actor, organizations)))
    .$dynamic();
  if (facet === "about") rows.crossJoinLateral(sql`unnest(${responses.countries}) as about(country)`);
  return rows
    .where(and(responseConditions(actor, narrowing, facet), sql`${value} is not null`))
    .groupBy(sql`${value}`)
    .orderBy(desc(count()), sql`${value}::text`)
    .limit(MOST_VALUES);
}
