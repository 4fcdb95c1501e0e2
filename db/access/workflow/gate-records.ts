import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { PUBLIC_STATES, type RecordKind } from "@/lib/records/editorial";
import { groupBy } from "@/lib/text/group-by";
import type { GateRecord, GateRecords } from "@/lib/workflow/gate";
import type { Db } from "../../client";
import { today } from "../../newsroom";
import {
  claimEvidence,
  claims,
  coverageEvidence,
  eventEvidence,
  evidence,
  evidenceStations,
  organizations,
  replyRequestClaims,
  replyRequestStations,
  replyRequests,
  responseClaims,
  responseEvidence,
  responseStations,
  responses,
  stations,
  statusReports,
} from "../../schema";
import { deadlineOf } from "../replies/reply-clock";
import { editorialTableOf } from "../tables";
import { BASIS } from "./gate-basis";

type GateKey = keyof GateRecords;

/** The links from a record to what it cites, by kind. */
export const CITATIONS = {
  station: { table: evidenceStations, owner: evidenceStations.stationId, item: evidenceStations.evidenceId },
  claim: { table: claimEvidence, owner: claimEvidence.claimId, item: claimEvidence.evidenceId },
  response: { table: responseEvidence, owner: responseEvidence.responseId, item: responseEvidence.evidenceId },
  event: { table: eventEvidence, owner: eventEvidence.eventId, item: eventEvidence.evidenceId },
  coverage: { table: coverageEvidence, owner: coverageEvidence.coverageId, item: coverageEvidence.evidenceId },
} as const satisfies Partial<Record<RecordKind, { table: PgTable; owner: AnyPgColumn; item: AnyPgColumn }>>;

const isOut = (state: AnyPgColumn) => sql`${state} in ${[...PUBLIC_STATES]}`;
const nameOf = (id: AnyPgColumn) => sql`coalesce((select o.name from ${organizations} as o where o.id = ${id}), '')`;
const NAMES: Partial<Record<RecordKind, SQL>> = {
  organization: sql`${organizations.name}`,
  station: sql`${stations.name}`,
  evidence: sql`${evidence.title}`,
  response: nameOf(responses.authorityId),
  reply_request: nameOf(replyRequests.respondentId),
};

type Found = { readonly line: GateKey; readonly kind: RecordKind; readonly owner: AnyPgColumn; readonly from: SQL };

const rowsOf = ({ line, kind, owner, from }: Found, ids: readonly string[]): SQL =>
  sql`select ${owner} as owner, ${line}::text as line, ${kind}::text as kind, ${editorialTableOf(kind).slug} as slug, ${NAMES[kind] ?? sql`''`}::text as name from ${from} and ${owner} in ${[...ids]}`;

const joined = (table: PgTable, kind: RecordKind, on: SQL) =>
  sql`${table} join ${editorialTableOf(kind)} on ${on} where true`;

function sourcesOf(kind: RecordKind): Found[] {
  if (kind === "status_report") {
    const cites = (other: "evidence" | "response", names: AnyPgColumn): Found => {
      const { id, state } = editorialTableOf(other);
      const from = joined(statusReports, other, sql`${id} = ${names} and ${isOut(state)}`);
      return { line: "sources", kind: other, owner: statusReports.id, from };
    };
    return [cites("evidence", statusReports.evidenceId), cites("response", statusReports.responseId)];
  }
  if (!(kind in CITATIONS)) return [];
  const { table, owner, item } = CITATIONS[kind as keyof typeof CITATIONS];
  const supports = kind === "claim" ? sql` and ${claimEvidence.stance} in ('supports', 'retracts')` : sql``;
  const items = sql`${evidence.id} = ${item} and ${isOut(evidence.state)}`;
  const weak = sql`(select o.reliability from ${organizations} as o where o.id = ${evidence.publisherId}) in ('D', 'E')`;
  return [
    { line: "sources", kind: "evidence", owner, from: joined(table, "evidence", sql`${items}${supports}`) },
    { line: "weak_source", kind: "evidence", owner, from: joined(table, "evidence", sql`${items} and ${weak}`) },
  ];
}

const quote = (line: "quotes" | "quote_not_located", place: SQL): Found => ({
  line,
  kind: "evidence",
  owner: claimEvidence.claimId,
  from: joined(
    claimEvidence,
    "evidence",
    sql`${evidence.id} = ${claimEvidence.evidenceId} and ${claimEvidence.quote} is not null and coalesce(${claimEvidence.locator}, ${claimEvidence.target}::text) ${place}`,
  ),
});

/** Responses to the record itself; a silence on record was a question. */
const answersTo = (table: PgTable, owner: AnyPgColumn, response: AnyPgColumn): Found[] =>
  (["heard", "asked"] as const).map((line) => ({
    line,
    kind: "response",
    owner,
    from: joined(
      table,
      "response",
      sql`${responses.id} = ${response} and ${isOut(responses.state)} and ${responses.kind} ${line === "asked" ? sql`=` : sql`<>`} 'no_response'`,
    ),
  }));

const overdue = (table: PgTable, owner: AnyPgColumn, request: AnyPgColumn): Found => ({
  line: "asked",
  kind: "reply_request",
  owner,
  from: joined(
    table,
    "reply_request",
    sql`${replyRequests.id} = ${request} and ${replyRequests.sentOn} is not null and ${replyRequests.state} <> 'trashed' and ${deadlineOf} < ${today}`,
  ),
});

const about = (line: GateKey, table: typeof claims | typeof stations, which: SQL): Found => ({
  line,
  kind: "response",
  owner: table.id,
  from: joined(table, "response", sql`${isOut(responses.state)} and ${which}`),
});

const HEARD: Partial<Record<RecordKind, readonly Found[]>> = {
  station: [
    ...answersTo(responseStations, responseStations.stationId, responseStations.responseId),
    overdue(replyRequestStations, replyRequestStations.stationId, replyRequestStations.requestId),
    about("heard_country", stations, sql`${responses.countries} @> array[${stations.country}]`),
  ],
  claim: [
    ...answersTo(responseClaims, responseClaims.claimId, responseClaims.responseId),
    overdue(replyRequestClaims, replyRequestClaims.claimId, replyRequestClaims.requestId),
    about(
      "heard_station",
      claims,
      sql`exists (select 1 from ${responseStations} where ${responseStations.responseId} = ${responses.id} and ${responseStations.stationId} = ${claims.stationId})`,
    ),
    about("heard_country", claims, sql`${responses.countries} @> array[${claims.country}]`),
    about("heard_matter", claims, sql`${claims.country} is null and ${responses.countries} = '{}'`),
  ],
};

function basisOf(kind: RecordKind): Found[] {
  const { id } = editorialTableOf(kind);
  return BASIS[kind].flatMap(({ names, kind: other, link }) => {
    const table = editorialTableOf(other);
    const of = (line: "basis" | "rests_on_unpublished", state: SQL): Found => ({
      line,
      kind: other,
      owner: link ? link.owner : id,
      from: joined(link ? link.table : editorialTableOf(kind), other, sql`${table.id} = ${names} and ${state}`),
    });
    return [of("basis", isOut(table.state)), of("rests_on_unpublished", sql`not ${isOut(table.state)}`)];
  });
}

/** A response is named once, by what it says most nearly of the record. */
const NEAREST: readonly GateKey[] = ["heard", "asked", "heard_station", "heard_country", "heard_matter"];

function withoutRepeats(rows: Map<GateKey, GateRecord[]>): GateRecords {
  const named = new Set<string>();
  for (const line of NEAREST) {
    const own = (rows.get(line) ?? []).filter(({ kind, slug }) => !named.has(`${kind} ${slug}`));
    for (const { kind, slug } of own) named.add(`${kind} ${slug}`);
    rows.set(line, own);
  }
  return Object.fromEntries([...rows].filter(([, own]) => own.length > 0));
}

/** What each line of these records' checklists counts, by record id, in one query. Independent sources are not among them. */
export async function countedRecordsOf(
  on: Db,
  kind: RecordKind,
  ids: readonly string[],
): Promise<Map<string, GateRecords>> {
  const quotes = [quote("quotes", sql`is not null`), quote("quote_not_located", sql`is null`)];
  const found = [...sourcesOf(kind), ...(kind === "claim" ? quotes : []), ...(HEARD[kind] ?? []), ...basisOf(kind)];
  if (found.length === 0) return new Map();
  const rows = await on.execute<GateRecord & { owner: string; line: GateKey }>(
    sql`${sql.join(
      found.map((one) => rowsOf(one, ids)),
      sql` union `,
    )} order by name, slug`,
  );
  return new Map(
    [...groupBy([...rows], ({ owner }) => owner)].map(([owner, own]) => {
      const lines = groupBy(own, ({ line }) => line);
      return [
        owner,
        withoutRepeats(
          new Map(
            [...lines].map(([line, some]) => [
              line,
              some.map(({ kind: of, slug, name }) => ({ kind: of, slug, name })),
            ]),
          ),
        ),
      ];
    }),
  );
}
