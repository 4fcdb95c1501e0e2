import { and, asc, count, desc, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import {
  NOT_GRADED,
  ORGANIZATION_FACETS,
  type OrganizationCursor,
  type OrganizationFacet,
  type OrganizationView,
} from "@/lib/filters/organization-filter";
import type { OrganizationInput } from "@/lib/records/organization";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { claimClaimants, claims, organizations, responses } from "../../schema";
import type { ClaimFacetCount } from "../claims/claim-facets";
import { countPublishedBy } from "../evidence/evidence-sums";
import { cachedForRole } from "../figures/result-cache";
import { choiceCondition } from "../filters/choice-condition";
import { headColumn, readPageWithTotal } from "../reading/list-totals";
import { type Recorded, type Revised, recordNamed, reviseDistinct } from "../record-one";
import type { WrittenRecord } from "../records";
import { matchesText } from "../search/text-search";
import { visibleTo } from "../visibility";

/** What the list can be narrowed by. */
type OrganizationNarrowing = Partial<Pick<OrganizationView, OrganizationFacet | "q">>;
type OrganizationFilter = OrganizationNarrowing & {
  readonly after?: OrganizationCursor | null;
  readonly limit?: number;
};
export type ListedOrganization = Awaited<ReturnType<typeof listOrganizations>>["items"][number];

export function organizationConditions(
  actor: Actor,
  narrowing: OrganizationNarrowing,
  except?: OrganizationFacet,
): SQL | undefined {
  const { q, ...facets } = except ? { ...narrowing, [except]: undefined } : narrowing;
  return and(
    visibleTo(actor, organizations),
    choiceCondition(facets.kind, (values) => inArray(organizations.kind, values)),
    choiceCondition(facets.country, (values) => inArray(organizations.country, values)),
    choiceCondition(facets.reliability, (values) => {
      const graded = values.filter((value) => value !== NOT_GRADED);
      return or(
        graded.length > 0 ? inArray(organizations.reliability, graded) : undefined,
        graded.length < values.length ? isNull(organizations.reliability) : undefined,
      );
    }),
    choiceCondition(facets.state, (values) => inArray(organizations.state, values)),
    q ? matchesText(organizations.search, q) : undefined,
  );
}

/** A page of organizations by name, with how much each published, claimed and answered, as far as the reader may see. */
export async function listOrganizations(actor: Actor, { after, limit = 50, ...narrowing }: OrganizationFilter) {
  requirePermission(actor, "read published records");
  const where = organizationConditions(actor, narrowing);
  const rest = after && sql`(${organizations.name}, ${organizations.id}) > (${after.name}, ${after.id}::uuid)`;
  const page = () =>
    db
      .select({
        id: organizations.id,
        slug: organizations.slug,
        state: organizations.state,
        name: organizations.name,
        kind: organizations.kind,
        country: organizations.country,
        reliability: organizations.reliability,
        published: sql<number>`${countPublishedBy(actor, organizations.id)}`,
        claimed: sql<number>`${sql`(select count(*)::int from ${claimClaimants} join ${claims} on ${claims.id} = ${claimClaimants.claimId} and ${visibleTo(actor, claims)} where ${claimClaimants.organizationId} = ${organizations.id})`}`,
        answered: sql<number>`${sql`(select count(*)::int from ${responses} where ${responses.authorityId} = ${organizations.id} and ${visibleTo(actor, responses)})`}`,
        head: headColumn,
      })
      .from(organizations)
      .where(and(where, rest || undefined))
      .orderBy(asc(organizations.name), asc(organizations.id))
      .limit(limit + 1);
  const { rows, total } = await readPageWithTotal(actor.role, ["organizations", narrowing], {
    page,
    count: () => db.select({ total: count(), head: headColumn }).from(organizations).where(where),
  });
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  const next: OrganizationCursor | null = last ? { name: last.name, id: last.id } : null;
  return { items, total, next };
}

/** Each facet's values with the number of organizations they would show beside what is chosen in the other facets. */
export async function countOrganizations(
  actor: Actor,
  narrowing: OrganizationNarrowing,
): Promise<Readonly<Record<OrganizationFacet, readonly ClaimFacetCount[]>>> {
  requirePermission(actor, "read published records");
  const countEach = async () =>
    await Promise.all(
      ORGANIZATION_FACETS.map(async (facet) => {
        const column: AnyPgColumn = organizations[facet];
        const absent = facet === "reliability" ? sql`coalesce(${column}::text, ${NOT_GRADED})` : sql`${column}::text`;
        const rows = await db
          .select({ value: sql<string>`${absent}`, label: sql<string | null>`null`, count: count() })
          .from(organizations)
          .where(and(organizationConditions(actor, narrowing, facet), sql`${absent} is not null`))
          .groupBy(column)
          .orderBy(desc(count()), column);
        return [facet, rows] as const;
      }),
    );
  return cachedForRole(
    actor,
    "organization facets",
    narrowing,
    async () => Object.fromEntries(await countEach()) as Record<OrganizationFacet, ClaimFacetCount[]>,
  );
}

/** Who may not grade leaves the grade as it is. */
function requireGradePermission(actor: Actor, input: OrganizationInput, before: OrganizationInput["reliability"]) {
  if (input.reliability !== before && !may(actor, "grade an organization")) {
    throw Refusal.forbidden(actor.role, "grade an organization");
  }
}

/** A new draft; its slug is made of its name. */
export async function recordOrganization(
  actor: Actor,
  recorded: Recorded<OrganizationInput>,
): Promise<WrittenRecord> {
  requirePermission(actor, "record an organization");
  requireGradePermission(actor, recorded.input, null);
  return recordNamed(actor, "organization", recorded.input.name, recorded);
}

export async function reviseOrganization(actor: Actor, revision: Revised<OrganizationInput>): Promise<WrittenRecord> {
  requirePermission(actor, "record an organization");
  return reviseDistinct(actor, "organization", revision, (input, before) =>
    requireGradePermission(actor, input, before.reliability),
  );
}
