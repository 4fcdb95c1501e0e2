import { and, eq, or, type Placeholder, type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, alias } from "drizzle-orm/pg-core";
import type { FuzzyDate } from "@/lib/dates/fuzzy-date";
import type { Org } from "@/lib/figures/independence";
import type { QuoteTarget } from "@/lib/records/quote-target";
import type { Answer } from "@/lib/records/response";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import {
  claimClaimants,
  claimDisputes,
  claimEvidence,
  claims,
  evidence,
  evidenceStations,
  organizations,
  responseClaims,
  responses,
} from "../../schema";
import { claimDates } from "../claims/claim-columns";
import { fuzzyDateColumns } from "../fuzzy";
import { asOrg, joinedOrg } from "../organizations/joined-org";
import { jsonList, jsonObject } from "../reading/json-object";
import { type PageColumns, type Paging, type PartKey, pagePart } from "../reading/record-parts";
import { visibleTo } from "../visibility";

export type StationRef = { readonly id: string | Placeholder; readonly country: string | Placeholder };

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

const [publisher, origin, relay] = [organizationAs("publisher"), organizationAs("origin"), organizationAs("relay")];

/** The items under a claim that the reader sees, with who published each and whom it has it from. */
const itemsOf = (actor: Actor) =>
  sql`${claimEvidence} join ${evidence} on ${evidence.id} = ${claimEvidence.evidenceId} and ${visibleTo(actor, evidence)}
    left join ${organizations} as publisher on ${publisher.id} = ${evidence.publisherId} and ${visibleTo(actor, publisher)}
    left join ${organizations} as origin on ${origin.id} = ${claimEvidence.originId} and ${visibleTo(actor, origin)}
    where ${claimEvidence.claimId} = ${claims.id}`;

/** True for an item that is filed at the station itself. */
const isFiledAt = ({ id }: StationRef) =>
  sql<boolean>`exists (select 1 from ${evidenceStations} where ${evidenceStations.evidenceId} = ${claimEvidence.evidenceId} and ${evidenceStations.stationId} = ${id})`;

/** The station's own first, then its country's, each newest first. */
const KEYS: readonly PartKey[] = [
  { column: sql`(${claims.scope} = 'station')`, type: "boolean", descending: true },
  { column: claims.assertedSort, type: "date", descending: true },
  { column: claims.slug, type: "text" },
];

/**
 * Claims about a station and about its country, each with what the first items do to it, what was answered to it, and how
 * many there are of both. `scope` separates the station's own from its country's.
 * @param each how many items, and how many answers, of one claim
 */
export function selectStationClaims(
  actor: Actor,
  stationRef: StationRef,
  paging: Paging,
  each: number | Placeholder,
) {
  const where = and(concernsStation(stationRef), visibleTo(actor, claims));
  const page = pagePart(KEYS, paging, sql`select count(*) from ${claims} where ${where}`);
  const stance = jsonObject({
    ...stanceColumns(publisher, origin),
    evidence: evidence.slug,
    target: claimEvidence.target,
    filedHere: isFiledAt(stationRef),
  });
  const answer = jsonObject({
    responseId: responses.id,
    response: responses.slug,
    authority: organizations.name,
    given: fuzzyDateColumns(responses.givenEdtf, responses.givenFrom, responses.givenTo),
    answer: responseClaims.answer,
  });
  const answers = sql`${responseClaims} join ${responses} on ${responses.id} = ${responseClaims.responseId} and ${visibleTo(actor, responses)} left join ${organizations} on ${organizations.id} = ${responses.authorityId} and ${visibleTo(actor, organizations)} where ${responseClaims.claimId} = ${claims.id}`;
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
      stances: jsonList(
        sql`select ${stance} as item from ${itemsOf(actor)} order by ${claimEvidence.stance}, ${evidence.publishedSort}, ${evidence.slug} limit ${each}`,
      ) as SQL<StationStance[]>,
      stancesTotal: sql<number>`(select count(*)::int from ${claimEvidence} join ${evidence} on ${evidence.id} = ${claimEvidence.evidenceId} and ${visibleTo(actor, evidence)} where ${claimEvidence.claimId} = ${claims.id})`,
      answers: jsonList(
        sql`select ${answer} as item from ${answers} order by ${responses.givenSort} desc, ${responses.slug} limit ${each}`,
      ) as SQL<ClaimAnswer[]>,
      answersTotal: sql<number>`(select count(*)::int from ${answers})`,
      ...page.columns,
    })
    .from(claims)
    .leftJoin(relay, and(eq(relay.id, claims.relayedById), visibleTo(actor, relay)))
    .where(and(where, page.where))
    .orderBy(...page.order)
    .limit(page.limit);
}

type ValueOf<S> = S extends SQL<infer T> ? T : never;
type Columns = ReturnType<typeof stanceColumns>;
type StationStance = ValueOf<ReturnType<typeof jsonObject<Columns>>> & {
  readonly evidence: string;
  readonly target: QuoteTarget | null;
  readonly filedHere: boolean;
};
type ClaimAnswer = {
  readonly responseId: string;
  readonly response: string;
  readonly authority: string | null;
  readonly given: FuzzyDate | null;
  readonly answer: Answer;
};

/**
 * What supports the claims that count for the station: its own, and those about its country that an item filed here
 * supports. Ready for `independentSources`, and no more than that takes.
 */
export function selectSupport(actor: Actor, stationRef: StationRef) {
  const supporting = organizationAs("supporting");
  const bornOut = sql`select ${claimEvidence.claimId} from ${evidenceStations} join ${claimEvidence} on ${claimEvidence.evidenceId} = ${evidenceStations.evidenceId} and ${claimEvidence.stance} = 'supports' join ${evidence} on ${evidence.id} = ${claimEvidence.evidenceId} and ${visibleTo(actor, evidence)} where ${evidenceStations.stationId} = ${stationRef.id}`;
  const isClaimed = and(sql`${claims.position} in ('asserts', 'confirms')`, visibleTo(actor, claims));
  // From the station's side, since a country may have thousands of claims.
  const counted = sql`(select ${claims.id} from ${claims} where ${claims.stationId} = ${stationRef.id} and ${claims.scope} = 'station' and ${isClaimed} union select ${claims.id} from ${claims} where ${claims.id} in (${bornOut}) and ${concernsStation(stationRef)} and ${isClaimed}) as counted`;
  return db
    .select({
      claimId: claimEvidence.claimId,
      evidenceId: claimEvidence.evidenceId,
      slug: evidence.slug,
      stance: claimEvidence.stance,
      derivation: claimEvidence.derivation,
      publisher: joinedOrg(supporting),
      origin: joinedOrg(origin),
      claimants: claimantsOf(actor, claimEvidence.claimId),
    })
    .from(counted)
    .innerJoin(claimEvidence, and(sql`${claimEvidence.claimId} = counted.id`, eq(claimEvidence.stance, "supports")))
    .innerJoin(evidence, and(eq(evidence.id, claimEvidence.evidenceId), visibleTo(actor, evidence)))
    .leftJoin(supporting, and(eq(supporting.id, evidence.publisherId), visibleTo(actor, supporting)))
    .leftJoin(origin, and(eq(origin.id, claimEvidence.originId), visibleTo(actor, origin)));
}

export type Dispute = Omit<Awaited<ReturnType<typeof selectStationDisputes>>[number], keyof PageColumns>;

/** Pairs that don't agree, at least one of each being among those claims; written once, whichever side named the other. */
export function selectStationDisputes(actor: Actor, stationRef: StationRef, paging: Paging) {
  const one = alias(claims, "one");
  const other = alias(claims, "other");
  const side = (claim: typeof one | typeof other) => ({
    id: claim.id,
    slug: claim.slug,
    proposition: claim.proposition,
    claimants: claimantsOf(actor, claim.id),
  });
  const among = and(concernsStation(stationRef), visibleTo(actor, claims));
  const { claimId, disputedId } = claimDisputes;
  // Each side has its index; a condition with an OR would have none.
  const pairs = sql`(select ${claimId} as one_id, ${disputedId} as other_id from ${claims} join ${claimDisputes} on ${claimId} = ${claims.id} where ${among} union select ${claimId}, ${disputedId} from ${claims} join ${claimDisputes} on ${disputedId} = ${claims.id} where ${among}) as pair`;
  const isToldAlready = sql`exists (select 1 from ${claimDisputes} where ${claimId} = pair.other_id and ${disputedId} = pair.one_id)`;
  const isToldHere = or(sql`${one.slug} < ${other.slug}`, sql`not ${isToldAlready}`);
  const page = pagePart(
    [
      { column: one.slug, type: "text" },
      { column: other.slug, type: "text" },
    ],
    paging,
    sql`select count(*) from ${pairs} join ${claims} as one on ${one.id} = pair.one_id and ${visibleTo(actor, one)} join ${claims} as other on ${other.id} = pair.other_id and ${visibleTo(actor, other)} where ${isToldHere}`,
  );
  return db
    .select({ one: side(one), other: side(other), ...page.columns })
    .from(pairs)
    .innerJoin(one, and(sql`${one.id} = pair.one_id`, visibleTo(actor, one)))
    .innerJoin(other, and(sql`${other.id} = pair.other_id`, visibleTo(actor, other)))
    .where(and(isToldHere, page.where))
    .orderBy(...page.order)
    .limit(page.limit);
}
