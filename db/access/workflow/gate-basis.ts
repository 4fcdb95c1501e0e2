import { inArray, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { PUBLIC_STATES, type RecordKind } from "@/lib/records/editorial";
import {
  claimClaimants,
  claimEvidence,
  claims,
  coverageEvidence,
  coverageExaminers,
  eventEvidence,
  evidence,
  replyRequests,
  responseEvidence,
  responses,
  stations,
  statusReports,
} from "../../schema";
import { editorialTableOf } from "../tables";

/** A column that names another record: the record's own, or one of a link table, whose `owner` is the record. */
export type Basis = {
  readonly names: AnyPgColumn;
  readonly kind: RecordKind;
  readonly link?: { readonly table: PgTable; readonly owner: AnyPgColumn };
};

const own = (names: AnyPgColumn, kind: RecordKind): Basis => ({ names, kind });
const linked = (table: PgTable, owner: AnyPgColumn, names: AnyPgColumn, kind: RecordKind): Basis => ({
  names,
  kind,
  link: { table, owner },
});

/**
 * What each kind rests on: who says it, what shows it, what it is about. Every other column that names a record is a
 * mention, which visibility hides; docs/decisions/0017-what-a-record-rests-on.md lists both.
 */
export const BASIS: { readonly [Kind in RecordKind]: readonly Basis[] } = {
  organization: [],
  station: [own(stations.operatorId, "organization")],
  evidence: [own(evidence.publisherId, "organization"), own(evidence.carriedById, "organization")],
  claim: [
    own(claims.stationId, "station"),
    own(claims.relayedById, "organization"),
    linked(claimClaimants, claimClaimants.claimId, claimClaimants.organizationId, "organization"),
    linked(claimEvidence, claimEvidence.claimId, claimEvidence.evidenceId, "evidence"),
    linked(claimEvidence, claimEvidence.claimId, claimEvidence.originId, "organization"),
  ],
  response: [
    own(responses.authorityId, "organization"),
    linked(responseEvidence, responseEvidence.responseId, responseEvidence.evidenceId, "evidence"),
  ],
  event: [linked(eventEvidence, eventEvidence.eventId, eventEvidence.evidenceId, "evidence")],
  status_report: [
    own(statusReports.stationId, "station"),
    own(statusReports.evidenceId, "evidence"),
    own(statusReports.responseId, "response"),
  ],
  reply_request: [own(replyRequests.respondentId, "organization")],
  coverage: [
    linked(coverageExaminers, coverageExaminers.coverageId, coverageExaminers.organizationId, "organization"),
    linked(coverageEvidence, coverageEvidence.coverageId, coverageEvidence.evidenceId, "evidence"),
  ],
};

/** How often a record of this kind names, as what it rests on, one that is not published. */
export function unpublishedUnder(kind: RecordKind): SQL<number> {
  const { id } = editorialTableOf(kind);
  const counts = BASIS[kind].map(({ names, kind: other, link }) => {
    const table = editorialTableOf(other);
    const hidden = sql`${table.id} = ${names} and not ${inArray(table.state, [...PUBLIC_STATES])}`;
    return link
      ? sql`(select count(*)::int from ${link.table} join ${table} on ${hidden} where ${link.owner} = ${id})`
      : sql`(select count(*)::int from ${table} where ${hidden})`;
  });
  return sql`(${sql.join([sql`0`, ...counts], sql` + `)})`;
}
