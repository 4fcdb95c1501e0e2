import { inArray, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { PUBLIC_STATES, type RecordKind } from "@/lib/records/editorial";
import { type GateReason, gateReasons } from "@/lib/workflow/gate";
import type { Db } from "../../client";
import { today } from "../../newsroom";
import {
  claimEvidence,
  claims,
  coverage,
  coverageEvidence,
  eventEvidence,
  events,
  evidence,
  evidenceStations,
  replyRequestClaims,
  replyRequestStations,
  replyRequests,
  responseClaims,
  responseEvidence,
  responseStations,
  responses,
  revisions,
  stations,
  statusReports,
  waivers,
} from "../../schema";
import { isOneOf } from "../records/bulk-rows";
import { deadlineOf } from "../replies/reply-clock";
import { editorialTableOf } from "../tables";
import { wroteContentAs } from "./authorship";
import { unpublishedUnder } from "./gate-basis";

const isOut = (state: AnyPgColumn) => inArray(state, [...PUBLIC_STATES]);
const count = (from: SQL) => sql<number>`(select count(*)::int ${from})`;

const overdueFor = (links: typeof replyRequestStations | typeof replyRequestClaims, target: SQL) =>
  count(
    sql`from ${links} join ${replyRequests} on ${replyRequests.id} = ${links.requestId} where ${target} and ${replyRequests.sentOn} is not null and ${replyRequests.state} <> 'trashed' and ${deadlineOf} < ${today}`,
  );

/** One when there is a published response like that; asked apart, so that each question has its index. */
const answered = (where: SQL, links: SQL = sql``) =>
  sql<number>`(exists (select 1 from ${responses} ${links} where ${isOut(responses.state)} and ${where}))::int`;
const answeredOnStation = (stationId: SQL) =>
  answered(
    sql`${responseStations.stationId} = ${stationId}`,
    sql`join ${responseStations} on ${responseStations.responseId} = ${responses.id}`,
  );

const heardOnStation = (stationId: SQL, country: SQL) =>
  sql<number>`(${answered(sql`${responses.countries} @> array[${country}]`)} + ${answeredOnStation(stationId)} + ${overdueFor(
    replyRequestStations,
    sql`${replyRequestStations.stationId} = ${stationId}`,
  )})`;

const heardOnClaim = sql<number>`(${answered(
  sql`${responseClaims.claimId} = ${claims.id}`,
  sql`join ${responseClaims} on ${responseClaims.responseId} = ${responses.id}`,
)} + ${answeredOnStation(sql`${claims.stationId}`)} + ${answered(
  sql`${responses.countries} @> array[${claims.country}]`,
)} + ${answered(sql`${claims.country} is null and ${responses.countries} = '{}'`)} + ${overdueFor(
  replyRequestClaims,
  sql`${replyRequestClaims.claimId} = ${claims.id}`,
)})`;

/** One when it rests on anything published: of a station that thousands of items are about one is looked at. Each row's item by its id: joined, all that is published is gone through for each record where the database knows no sizes yet. */
const cited = (
  links:
    | typeof evidenceStations
    | typeof claimEvidence
    | typeof responseEvidence
    | typeof eventEvidence
    | typeof coverageEvidence,
  belongs: SQL,
) =>
  count(
    sql`from (select 1 from ${links} where ${belongs} and (select ${isOut(evidence.state)} from ${evidence} where ${evidence.id} = ${links.evidenceId}) limit 1) as one`,
  );

export const hasAddress = sql`(coalesce(${evidence.url}, ${evidence.archiveUrl}, ${evidence.accessedVia}) is not null)`;

type Facts = {
  sources: SQL<number>;
  accuses?: SQL<boolean>;
  answers?: SQL<number>;
  placeUndecided?: SQL<boolean>;
};

/** What the gate asks of each kind. An organization or a request asserts nothing: it needs no source of its own. */
const FACTS: Record<RecordKind, Facts> = {
  organization: { sources: sql`1` },
  reply_request: { sources: sql`1` },
  // It is a source itself, and has to say where it can be found.
  evidence: { sources: sql`${hasAddress}::int` },
  station: {
    sources: cited(evidenceStations, sql`${evidenceStations.stationId} = ${stations.id}`),
    accuses: sql`true`,
    answers: heardOnStation(sql`${stations.id}`, sql`${stations.country}`),
    placeUndecided: sql`(${stations.latitude} is not null and ${stations.locationPrecision} < 'city' and ${stations.publicPrecision} is null)`,
  },
  claim: {
    sources: cited(
      claimEvidence,
      sql`${claimEvidence.claimId} = ${claims.id} and ${claimEvidence.stance} in ('supports', 'retracts')`,
    ),
    accuses: sql`(${claims.position} in ('asserts', 'confirms') and ${claims.valueNumber} is distinct from 0)`,
    answers: heardOnClaim,
  },
  response: {
    sources: cited(responseEvidence, sql`${responseEvidence.responseId} = ${responses.id}`),
  },
  event: { sources: cited(eventEvidence, sql`${eventEvidence.eventId} = ${events.id}`) },
  coverage: { sources: cited(coverageEvidence, sql`${coverageEvidence.coverageId} = ${coverage.id}`) },
  status_report: {
    sources: sql`(${count(sql`from ${evidence} where ${evidence.id} = ${statusReports.evidenceId} and ${isOut(evidence.state)}`)} + ${count(
      sql`from ${responses} where ${responses.id} = ${statusReports.responseId} and ${isOut(responses.state)}`,
    )})`,
  },
};

/**
 * True when an editor waived the reply of those whom the record accuses. The waiver of somebody who wrote in the record,
 * before or since, counts for nothing: four eyes.
 */
const isWaived = (kind: RecordKind, id: AnyPgColumn) =>
  sql<boolean>`exists (select 1 from ${waivers} where ${waivers.recordKind} = ${kind} and ${waivers.recordId} = ${id} and ${waivers.endedAt} is null and not exists (select 1 from ${revisions} where ${revisions.recordId} = ${id} and ${wroteContentAs(sql`${waivers.grantedBy}`, kind)}))`;

export const ofIds = (kind: RecordKind, ids: readonly string[]) => isOneOf(editorialTableOf(kind).id, ids, "uuid");

/** What the gate asks of the records that a condition on their table leaves, by record. */
export function factsOf(on: Db, kind: RecordKind, which: SQL | undefined) {
  const table = editorialTableOf(kind);
  const { sources, accuses = sql`false`, answers = sql`0`, placeUndecided = sql`false` } = FACTS[kind];
  return on
    .select({
      id: table.id,
      sources: sql<number>`${sources}`.as("sources"),
      accuses: sql<boolean>`${accuses}`.as("accuses"),
      answers: sql<number>`${answers}`.as("answers"),
      // Wrapped, since a column that stands directly in a selection loses its table's name: it would be the waiver's id.
      waived: sql<boolean>`${isWaived(kind, table.id)}`.as("waived"),
      unpublished: sql<number>`${unpublishedUnder(kind)}`.as("unpublished"),
      placeUndecided: sql<boolean>`${placeUndecided}`.as("place_undecided"),
      people: sql<number>`case when ${table.approvedBy} <> ${table.updatedBy} then 2 else 1 end`.as("people"),
    })
    .from(table)
    .where(which);
}

/** Why each record can't be published yet, by record id; an empty list: nothing blocks. */
export async function gateReasonsOf(
  on: Db,
  kind: RecordKind,
  ids: readonly string[],
): Promise<Map<string, GateReason[]>> {
  return ids.length === 0 ? new Map() : gateReasonsWhere(on, kind, ofIds(kind, ids));
}

/** The same of those records of a kind that a condition on its table leaves. */
export async function gateReasonsWhere(
  on: Db,
  kind: RecordKind,
  which: SQL | undefined,
): Promise<Map<string, GateReason[]>> {
  return new Map((await factsOf(on, kind, which)).map(({ id, ...facts }) => [id, gateReasons(facts)]));
}

/** The same in numbers alone: every record is counted once; several of the counts may be of the same reasons. */
export async function countGateReasons(
  on: Db,
  kind: RecordKind,
  which: SQL | undefined,
): Promise<{ readonly reasons: readonly GateReason[]; readonly count: number }[]> {
  const facts = factsOf(on, kind, which).as("facts");
  const alike = {
    // No reason asks for more than whether there is one.
    sources: sql<number>`least(${facts.sources}, 1)`,
    accuses: facts.accuses,
    answers: sql<number>`least(${facts.answers}, 1)`,
    waived: facts.waived,
    unpublished: sql<number>`least(${facts.unpublished}, 1)`,
    placeUndecided: facts.placeUndecided,
    people: facts.people,
  };
  const rows = await on
    .select({ ...alike, count: sql<number>`count(*)::int` })
    .from(facts)
    .groupBy(sql`1, 2, 3, 4, 5, 6, 7`);
  return rows.map(({ count, ...own }) => ({ reasons: gateReasons(own), count }));
}
