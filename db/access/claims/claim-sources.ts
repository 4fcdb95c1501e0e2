import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { claimEvidence, claims, evidence, organizations } from "../../schema";
import { joinedOrg } from "../organizations/joined-org";
import { readerQuery } from "../reading/reader-query";
import { definePart, pagePart } from "../reading/record-parts";
import { claimantsOf, stanceColumns } from "../stations/station-claims";
import { visibleTo } from "../visibility";

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

/** What the items do to one claim, with what is shown of each. */
export const stancesOf = definePart((actor, claimId, paging) => {
  const publisher = alias(organizations, "publisher");
  const origin = alias(organizations, "origin");
  const page = pagePart(
    [
      { column: claimEvidence.stance, type: "stance" },
      { column: evidence.publishedSort, type: "date" },
      { column: evidence.slug, type: "text" },
    ],
    paging,
    sql`select count(*) from ${claimEvidence} join ${evidence} on ${evidence.id} = ${claimEvidence.evidenceId} and ${visibleTo(actor, evidence)} where ${claimEvidence.claimId} = ${claimId}`,
  );
  return db
    .select({
      ...stanceColumns(publisher, origin),
      slug: evidence.slug,
      state: evidence.state,
      target: claimEvidence.target,
      claimants: claimantsOf(actor, claimEvidence.claimId),
      ...page.columns,
    })
    .from(claimEvidence)
    .innerJoin(claims, and(eq(claims.id, claimEvidence.claimId), visibleTo(actor, claims)))
    .innerJoin(evidence, and(eq(evidence.id, claimEvidence.evidenceId), visibleTo(actor, evidence)))
    .leftJoin(publisher, and(eq(publisher.id, evidence.publisherId), visibleTo(actor, publisher)))
    .leftJoin(origin, and(eq(origin.id, claimEvidence.originId), visibleTo(actor, origin)))
    .where(and(eq(claimEvidence.claimId, claimId), page.where))
    .orderBy(...page.order)
    .limit(page.limit);
});

/** All of them, with no more than `assessClaim` takes and the items' slugs. */
export const readGrounds = readerQuery((actor) => {
  const publisher = alias(organizations, "publisher");
  const origin = alias(organizations, "origin");
  return db
    .select({
      claimId: claimEvidence.claimId,
      evidenceId: claimEvidence.evidenceId,
      slug: evidence.slug,
      stance: claimEvidence.stance,
      derivation: claimEvidence.derivation,
      publisher: joinedOrg(publisher),
      origin: joinedOrg(origin),
      claimants: claimantsOf(actor, claimEvidence.claimId),
    })
    .from(claimEvidence)
    .innerJoin(evidence, and(eq(evidence.id, claimEvidence.evidenceId), visibleTo(actor, evidence)))
    .leftJoin(publisher, and(eq(publisher.id, evidence.publisherId), visibleTo(actor, publisher)))
    .leftJoin(origin, and(eq(origin.id, claimEvidence.originId), visibleTo(actor, origin)))
    .where(
      and(
        eq(claimEvidence.claimId, sql.placeholder("claimId")),
        inArray(claimEvidence.stance, ["supports", "contradicts"]),
      ),
    )
    .orderBy(asc(claimEvidence.stance), asc(evidence.publishedSort), asc(evidence.slug));
});
