import { and, count, eq, sql } from "drizzle-orm";
import type { DashboardFilter } from "@/lib/filters/dashboard-filter";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { organizations, responses } from "../../schema";
import { responsesInFilter } from "../filters/filter-conditions";
import { visibleTo } from "../visibility";

/** Responses by their kind, the most frequent first. */
export function countResponseKinds(reader: Actor, filter: DashboardFilter) {
  return db
    .select({ kind: responses.kind, count: count() })
    .from(responses)
    .where(responsesInFilter(reader, filter))
    .groupBy(responses.kind)
    .orderBy(sql`count(*) desc`, responses.kind);
}

/** By the country of the authority that answered; null: of no country (an EU body, say). */
export function countResponsesByCountry(reader: Actor, filter: DashboardFilter) {
  return db
    .select({ country: organizations.country, kind: responses.kind, count: count() })
    .from(responses)
    .innerJoin(organizations, and(eq(organizations.id, responses.authorityId), visibleTo(reader, organizations)))
    .where(responsesInFilter(reader, filter))
    .groupBy(organizations.country, responses.kind)
    .orderBy(organizations.country, responses.kind);
}
