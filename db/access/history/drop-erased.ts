import { and, eq, inArray, ne, or, sql } from "drizzle-orm";
import type { RecordKind, RevisedKind } from "@/lib/records/editorial";
import type { Tx } from "../../client";
import {
  assignments,
  comments,
  follows,
  idempotencyKeys,
  notices,
  proposals,
  readingMarks,
  stations,
  statusReports,
  textFingerprints,
  waivers,
} from "../../schema";
import { dropLinks } from "../record-links";
import type { NewRevision } from "../revisions";
import { refreshStatuses } from "../stations/station-status";
import { editorialTableOf } from "../tables";
import { goneRows } from "./kept-rows";
import { planId } from "./kept-tables";

export type Subject = { readonly kind: RevisedKind; readonly id: string };

/** Takes proposals and waivers away, with what was said of them. @returns what the chain is told of the kept rows among them */
export async function dropSubjects(tx: Tx, subjects: readonly Subject[]): Promise<NewRevision[]> {
  const ids = (kind: RevisedKind) => subjects.filter((subject) => subject.kind === kind).map(({ id }) => id);
  const [proposed, waived] = [ids("proposal"), ids("waiver")];
  const gone = proposed.length > 0 ? await dropDiscussion(tx, "proposal", proposed) : [];
  if (proposed.length > 0) await tx.delete(proposals).where(inArray(proposals.id, proposed));
  if (waived.length > 0) await tx.delete(waivers).where(inArray(waivers.id, waived));
  return gone;
}

async function dropDiscussion(tx: Tx, kind: RevisedKind, ids: string[]): Promise<NewRevision[]> {
  for (const table of [notices, follows, assignments]) {
    await tx.delete(table).where(and(eq(table.subjectKind, kind), inArray(table.subjectId, ids)));
  }
  const about = and(eq(comments.subjectKind, kind), inArray(comments.subjectId, ids));
  const said = { id: comments.id };
  const replies = await tx
    .delete(comments)
    .where(and(about, sql`${comments.parentId} is not null`))
    .returning(said);
  const first = await tx.delete(comments).where(about).returning(said);
  const plans = ids.map((id) => planId(kind, id));
  const comment = [...replies, ...first].map(({ id }) => sql<string>`${id}::uuid`);
  return [...(await goneRows(tx, "assignments", plans)), ...(await goneRows(tx, "comments", comment))];
}

/** Takes the row away with its links and discussion; a station that loses a report gets its status anew. @returns as `dropSubjects` */
export async function dropRecord(tx: Tx, kind: RecordKind, id: string, slug: string): Promise<NewRevision[]> {
  const gone = await dropDiscussion(tx, kind, [id]);
  const written = and(eq(idempotencyKeys.recordKind, kind), eq(idempotencyKeys.slug, slug));
  const { answer } = idempotencyKeys;
  await tx
    .delete(idempotencyKeys)
    .where(or(written, sql`${answer} ->> 'kind' = ${kind} and ${answer} ->> 'slug' = ${slug}`));
  await dropLinks(tx, kind, [id]);
  if (kind === "evidence") {
    await tx.delete(readingMarks).where(eq(readingMarks.evidenceId, id));
    await tx.delete(textFingerprints).where(eq(textFingerprints.evidenceId, id));
  }
  const table = editorialTableOf(kind);
  const station = kind === "status_report" ? await stationOf(tx, id) : null;
  await tx.delete(table).where(eq(table.id, id));
  if (station) await refreshStation(tx, station);
  return gone;
}

async function stationOf(tx: Tx, report: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: statusReports.stationId })
    .from(statusReports)
    .where(eq(statusReports.id, report));
  return row?.id ?? null;
}

/** The status of a station that lost a report: from those that are left, or unknown. */
async function refreshStation(tx: Tx, station: string) {
  const left = await tx
    .select({ id: statusReports.id })
    .from(statusReports)
    .where(eq(statusReports.stationId, station));
  await refreshStatuses(
    tx,
    left.map(({ id }) => id),
  );
  if (left.length > 0) return;
  await tx
    .update(stations)
    .set({ status: "unknown", deskStatus: "unknown" })
    .where(and(eq(stations.id, station), ne(stations.deskStatus, "unknown")));
}
