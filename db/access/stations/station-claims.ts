import { and, asc, desc, eq, exists, inArray, or, type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, alias } from "drizzle-orm/pg-core";
import type { Org } from "@/lib/figures/independence";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import {
  claimClaimants,
  claimDisputes,
  claimEvidence,
  claims,
  evidence,
  evidenceStations,
  organizations,
} from "../../schema";
import { claimDates } from "../claims/claim-columns";
import { fuzzyDateColumns } from "../fuzzy";
import { asOrg, joinedOrg } from "../organizations/joined-org";
import { visibleTo } from "../visibility";

export type StationRef = { readonly id: string; readonly country: string };

/** The claims about a station, and those about its country as a whole. */
export const concernsStation = ({ id, country }: StationRef) =>
  or(eq(claims.stationId, id), and(eq(claims.scope, "country"), eq(claims.country, country)));

/** Who claims it, in the order that the claim names them, as an expression for a query that has `claims`. */
export const claimantsOf = (actor: Actor, claimId: AnyPgColumn): SQL<Org[]> =>
  sql<
    Org[]
  >`${sql`(select coalesce(json_agg(${asOrg(organizations)} order by ${claimClaimants.place}), '[]') from ${claimClaimants} join ${organizations} on ${organizations.id} = ${claimClaimants.organizationId} and ${visibleTo(actor, organizations)} where ${claimClaimants.claimId} = ${claimId})`}`;

const organizationAs = (name: string) => alias(organizations, name);
type JoinedOrganization = ReturnType<typeof organizationAs>;

/** What an item does to a claim, and what the item is; `evidence` and both organizations are joined. */
export const stanceColumns = (publisher: JoinedOrganization, origin: JoinedOrganization) => ({
  claimId: claimEvidence.claimId,
  evidenceId: claimEvidence.evidenceId,
  title: evidence.title,
  kind: evidence.kind,
  language: evidence.language,
  published: fuzzyDateColumns(evidence.publishedEdtf, evidence.publishedFrom, evidence.publishedTo),
  credibility: evidence.credibility,
  reliability: publisher.reliability,
  publisher: joinedOrg(publisher),
  stance: claimEvidence.stance,
  derivation: claimEvidence.derivation,
  origin: joinedOrg(origin),
  quote: claimEvidence.quote,
  locator: claimEvidence.locator,
});

export type StationClaim = Awaited<ReturnType<typeof listStationClaims>>[number];

/** Newest first; `scope` separates the station's own from its country's. */
export async function listStationClaims(actor: Actor, stationRef: StationRef) {
  requirePermission(actor, "read published records");
  const relay = alias(organizations, "relay");
  return db
    .select({
      id: claims.id,
      slug: claims.slug,
      state: claims.state,
      proposition: claims.proposition,
      scope: claims.scope,
      position: claims.position,
      spokesperson: claims.spokesperson,
      ...claimDates(claims),
      assessment: claims.assessment,
      claimants: claimantsOf(actor, claims.id),
      relayedBy: joinedOrg(relay),
    })
    .from(claims)
    .leftJoin(relay, and(eq(relay.id, claims.relayedById), visibleTo(actor, relay)))
    .where(and(concernsStation(stationRef), visibleTo(actor, claims)))
    .orderBy(desc(claims.assertedSort), asc(claims.slug));
}

export type StationStance = Awaited<ReturnType<typeof listStationStances>>[number];

/** What each item does to each of those claims. `filedHere`: the item is filed at the station itself. */
export async function listStationStances(actor: Actor, stationRef: StationRef) {
  requirePermission(actor, "read published records");
  const publisher = alias(organizations, "publisher");
  const origin = alias(organizations, "origin");
  const here = db
    .select({ one: sql`1` })
    .from(evidenceStations)
    .where(
      and(eq(evidenceStations.evidenceId, claimEvidence.evidenceId), eq(evidenceStations.stationId, stationRef.id)),
    );
  return db
    .select({
      ...stanceColumns(publisher, origin),
      evidence: evidence.slug,
      filedHere: sql<boolean>`${exists(here)}`,
    })
    .from(claimEvidence)
    .innerJoin(
      claims,
      and(eq(claims.id, claimEvidence.claimId), concernsStation(stationRef), visibleTo(actor, claims)),
    )
    .innerJoin(evidence, and(eq(evidence.id, claimEvidence.evidenceId), visibleTo(actor, evidence)))
    .leftJoin(publisher, and(eq(publisher.id, evidence.publisherId), visibleTo(actor, publisher)))
    .leftJoin(origin, and(eq(origin.id, claimEvidence.originId), visibleTo(actor, origin)))
    .orderBy(asc(claimEvidence.stance), asc(evidence.publishedSort), asc(evidence.slug));
}

export type Dispute = Awaited<ReturnType<typeof listStationDisputes>>[number];

/** Pairs that don't agree, at least one of each being among those claims; written once, whichever side named the other. */
export async function listStationDisputes(actor: Actor, stationRef: StationRef) {
  requirePermission(actor, "read published records");
  const shown = db
    .select({ id: claims.id })
    .from(claims)
    .where(and(concernsStation(stationRef), visibleTo(actor, claims)));
  const one = alias(claims, "one");
  const other = alias(claims, "other");
  const side = (claim: typeof one | typeof other) => ({
    id: claim.id,
    slug: claim.slug,
    proposition: claim.proposition,
    claimants: claimantsOf(actor, claim.id),
  });
  const rows = await db
    .select({ one: side(one), other: side(other) })
    .from(claimDisputes)
    .innerJoin(one, and(eq(one.id, claimDisputes.claimId), visibleTo(actor, one)))
    .innerJoin(other, and(eq(other.id, claimDisputes.disputedId), visibleTo(actor, other)))
    .where(or(inArray(claimDisputes.claimId, shown), inArray(claimDisputes.disputedId, shown)))
    .orderBy(asc(one.slug), asc(other.slug));
  const seen = new Set<string>();
  return rows.filter(({ one: a, other: b }) => {
    const pair = [a.id, b.id].sort().join(" ");
    return !seen.has(pair) && seen.add(pair);
  });
}
