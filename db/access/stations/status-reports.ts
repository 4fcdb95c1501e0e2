import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { sortReports } from "@/lib/records/status";
import type { StatusReportInput } from "@/lib/records/status-report";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { evidence, organizations, responses, stations, statusReports } from "../../schema";
import { fuzzyDateColumns } from "../fuzzy";
import { readerQuery } from "../reading/reader-query";
import { type Recorded, type Revised, recordNamed, reviseOne } from "../record-one";
import type { WrittenRecord } from "../records";
import { internalNoteFor, visibleTo } from "../visibility";

export type StatusReport = Awaited<ReturnType<typeof listStatusReports>>[number];

/** A station's status history in its own order, oldest first, each report with what it rests on. */
export async function listStatusReports(actor: Actor, stationId: string) {
  requirePermission(actor, "read published records");
  const rows = await readReports(actor, { stationId });
  return sortReports(
    rows.map((row) => ({
      ...row,
      basis: row.response ? ("response" as const) : ("evidence" as const),
      by: row.response ? row.authority : row.publisher,
      role: row.response?.officialRole ?? null,
    })),
  );
}

const [authority, publisher] = [alias(organizations, "authority"), alias(organizations, "publisher")];

const readReports = readerQuery((actor) =>
  db
    .select({
      id: statusReports.id,
      slug: statusReports.slug,
      state: statusReports.state,
      status: statusReports.status,
      asOf: fuzzyDateColumns(statusReports.asOfEdtf, statusReports.asOfFrom, statusReports.asOfTo),
      recordedAt: statusReports.createdAt,
      note: statusReports.note,
      internalNote: internalNoteFor(actor, statusReports),
      response: {
        slug: responses.slug,
        kind: responses.kind,
        officialRole: responses.officialRole,
        officialName: responses.officialName,
      },
      authority: authority.name,
      evidence: { slug: evidence.slug, title: evidence.title, kind: evidence.kind },
      publisher: publisher.name,
    })
    .from(statusReports)
    .innerJoin(stations, and(eq(stations.id, statusReports.stationId), visibleTo(actor, stations)))
    .leftJoin(responses, and(eq(responses.id, statusReports.responseId), visibleTo(actor, responses)))
    .leftJoin(authority, and(eq(authority.id, responses.authorityId), visibleTo(actor, authority)))
    .leftJoin(evidence, and(eq(evidence.id, statusReports.evidenceId), visibleTo(actor, evidence)))
    .leftJoin(publisher, and(eq(publisher.id, evidence.publisherId), visibleTo(actor, publisher)))
    .where(and(eq(statusReports.stationId, sql.placeholder("stationId")), visibleTo(actor, statusReports))),
);

export async function recordStatusReport(
  actor: Actor,
  recorded: Recorded<StatusReportInput>,
): Promise<WrittenRecord> {
  return recordNamed(actor, "status_report", `${recorded.input.station} ${recorded.input.status}`, recorded);
}

export async function reviseStatusReport(actor: Actor, revision: Revised<StatusReportInput>): Promise<WrittenRecord> {
  return reviseOne(actor, "status_report", revision);
}
