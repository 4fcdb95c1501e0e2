import { and, asc, eq, inArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Actor } from "@/lib/actor";
import { db } from "../client";
import { claimEvidence, claims, evidence, organizations } from "../schema";
import { fuzzy } from "./fuzzy";
import { joinedOrg } from "./joined-org";
import { visibleTo } from "./scope";
import { claimantsOf } from "./station-claims";

export type ClaimStance = Awaited<ReturnType<typeof listStances>>[number];

/** What each visible item does to each of these claims, ready for `independentSources`; one query. */
export async function listStances(actor: Actor, claimIds: readonly string[]) {
  if (claimIds.length === 0) return [];
  const publisher = alias(organizations, "publisher");
  const origin = alias(organizations, "origin");
  return db
    .select({
      claimId: claimEvidence.claimId,
      evidenceId: claimEvidence.evidenceId,
      slug: evidence.slug,
      title: evidence.title,
      kind: evidence.kind,
      state: evidence.state,
      language: evidence.language,
      published: fuzzy(evidence.publishedEdtf, evidence.publishedFrom, evidence.publishedTo),
      credibility: evidence.credibility,
      reliability: publisher.reliability,
      publisher: joinedOrg(publisher),
      stance: claimEvidence.stance,
      derivation: claimEvidence.derivation,
      origin: joinedOrg(origin),
      claimants: claimantsOf(actor, claimEvidence.claimId),
      quote: claimEvidence.quote,
      locator: claimEvidence.locator,
    })
    .from(claimEvidence)
    .innerJoin(claims, and(eq(claims.id, claimEvidence.claimId), visibleTo(actor, claims)))
    .innerJoin(evidence, and(eq(evidence.id, claimEvidence.evidenceId), visibleTo(actor, evidence)))
    .leftJoin(publisher, and(eq(publisher.id, evidence.publisherId), visibleTo(actor, publisher)))
    .leftJoin(origin, and(eq(origin.id, claimEvidence.originId), visibleTo(actor, origin)))
    .where(inArray(claimEvidence.claimId, [...claimIds]))
    .orderBy(asc(claimEvidence.stance), asc(evidence.publishedSort), asc(evidence.slug));
}
