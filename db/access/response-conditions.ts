import { and, arrayOverlaps, eq, exists, gte, inArray, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/actor";
import type { ResponseFacet, ResponseView } from "@/lib/response-filter";
import { db } from "../client";
import { organizations, responses } from "../schema";
import { chosen } from "./choices";
import { visibleTo } from "./scope";
import { matchesText } from "./text-search";

/** What the list can be narrowed by; `from` and `to` keep what may have been given on one of the days between, inclusive. */
export type ResponseNarrowing = Partial<Pick<ResponseView, ResponseFacet | "q" | "from" | "to">>;

const byAuthority = (actor: Actor, condition: SQL) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(organizations)
      .where(and(eq(organizations.id, responses.authorityId), condition, visibleTo(actor, organizations))),
  );

/**
 * Whose authority this person may see. An answer's stored government is its authority's, and told to nobody without this.
 * A value instead of an EXISTS, which PostgreSQL might answer by reading every organization first.
 */
export const seesAuthority = (actor: Actor) =>
  sql<boolean>`coalesce((select true from ${organizations} where ${and(eq(organizations.id, responses.authorityId), visibleTo(actor, organizations))}), false)`;

/** @param except the facet whose own choice is left out, to count what its other values would show */
export function responseConditions(
  actor: Actor,
  narrowing: ResponseNarrowing,
  except?: ResponseFacet,
): SQL | undefined {
  const { q, from, to, ...facets } = except ? { ...narrowing, [except]: undefined } : narrowing;
  return and(
    visibleTo(actor, responses),
    chosen(facets.kind, (values) => inArray(responses.kind, values)),
    chosen(facets.government, (values) => and(inArray(responses.government, values), seesAuthority(actor))),
    chosen(facets.authority, (values) => byAuthority(actor, inArray(organizations.slug, values))),
    chosen(facets.about, (values) => arrayOverlaps(responses.countries, values)),
    chosen(facets.state, (values) => inArray(responses.state, values)),
    from || to ? isNotNull(responses.givenEdtf) : undefined,
    from ? gte(sql`coalesce(${responses.givenTo}, 'infinity'::date)`, sql`${from}::date`) : undefined,
    to ? lte(responses.givenSort, to) : undefined,
    q ? matchesText(responses.search, q) : undefined,
  );
}
