import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { FuzzyDate } from "@/lib/dates/fuzzy-date";
import type { Org } from "@/lib/figures/independence";
import type { CountClaim } from "@/lib/figures/tally";
import { COUNT_SUBJECT } from "@/lib/records/claim";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { claimClaimants, claims, organizations } from "../../schema";
import { visibleTo } from "../visibility";
import { claimDates } from "./claim-columns";

/** A claim that gives a number of stations, as `lib/tally` reads it. */
export type StationCount = CountClaim & {
  readonly proposition: string;
  /** Who spoke for the claimant, by office. */
  readonly spokesperson: string | null;
  /** The time that it speaks of. */
  readonly period: FuzzyDate | null;
};

const org = sql`json_build_object('id', ${organizations.id}, 'slug', ${organizations.slug}, 'name', ${organizations.name})`;

/** Every claim of a number of stations that this person may see, latest first. Never added up. */
export async function listCounts(actor: Actor, where: SQL | undefined): Promise<StationCount[]> {
  const claimants = sql`(select json_agg(${org} order by ${claimClaimants.place}) from ${claimClaimants} join ${organizations} on ${organizations.id} = ${claimClaimants.organizationId} and ${visibleTo(actor, organizations)} where ${claimClaimants.claimId} = ${claims.id})`;
  const relayedBy = sql`(select ${org} from ${organizations} where ${organizations.id} = ${claims.relayedById} and ${visibleTo(actor, organizations)})`;
  const { asserted: asOf, period } = claimDates(claims);
  return db
    .select({
      id: claims.id,
      slug: claims.slug,
      proposition: claims.proposition,
      spokesperson: claims.spokesperson,
      claimants: sql<Org[]>`coalesce(${claimants}, '[]')`,
      relayedBy: sql<Org | null>`${relayedBy}`,
      scope: claims.scope,
      region: claims.region,
      country: claims.country,
      stationId: claims.stationId,
      position: claims.position,
      value: claims.valueNumber,
      bound: claims.valueBound,
      asOf,
      period,
    })
    .from(claims)
    .where(and(eq(claims.subject, COUNT_SUBJECT), visibleTo(actor, claims), where))
    .orderBy(desc(claims.assertedSort), claims.id);
}
