import { and, count, eq, sql } from "drizzle-orm";
import type { Scope } from "@/lib/filters/scope-filter";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { organizations, responses } from "../../schema";
import { responsesOf } from "../filters/scope-conditions";
import { visibleTo } from "../scope";

/** Responses by their kind, the most frequent first. */
export function countResponses(reader: Actor, scope: Scope) {
  return db
    .select({ kind: responses.kind, count: count() })
    .from(responses)
    .where(responsesOf(reader, scope))
    .groupBy(responses.kind)
    .orderBy(sql`count(*) desc`, responses.kind);
}

/** By the country of the authority that answered; null: of no country (an EU body, say). */
export function countResponsesByCountry(reader: Actor, scope: Scope) {
  return db
    .select({ country: organizations.country, kind: responses.kind, count: count() })
    .from(responses)
    .innerJoin(organizations, and(eq(organizations.id, responses.authorityId), visibleTo(reader, organizations)))
    .where(responsesOf(reader, scope))
    .groupBy(organizations.country, responses.kind)
    .orderBy(organizations.country, responses.kind);
}
