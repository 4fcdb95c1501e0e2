import { and, asc, eq, inArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { claimEvidence, claims, evidence, organizations } from "../../schema";
import { claimantsOf, stanceColumns } from "../stations/station-claims";
import { visibleTo } from "../visibility";

export type ClaimStance = Awaited<ReturnType<typeof listStances>>[number];

/** What each visible item does to each of these claims, ready for `independentSources`; one query. */
export async function listStances(actor: Actor, claimIds: readonly string[]) {
  if (claimIds.length === 0) return [];
  const publisher = alias(organizations, "publisher");
  const origin = alias(organizations, "origin");
  return db
    .select({
      ...stanceColumns(publisher, origin),
      slug: evidence.slug,
      state: evidence.state,
      claimants: claimantsOf(actor, claimEvidence.claimId),
    })
    .from(claimEvidence)
    .innerJoin(claims, and(eq(claims.id, claimEvidence.claimId), visibleTo(actor, claims)))
    .innerJoin(evidence, and(eq(evidence.id, claimEvidence.evidenceId), visibleTo(actor, evidence)))
    .leftJoin(publisher, and(eq(publisher.id, evidence.publisherId), visibleTo(actor, publisher)))
    .leftJoin(origin, and(eq(origin.id, claimEvidence.originId), visibleTo(actor, origin)))
    .where(inArray(claimEvidence.claimId, [...claimIds]))
    .orderBy(asc(claimEvidence.stance), asc(evidence.publishedSort), asc(evidence.slug));
}
