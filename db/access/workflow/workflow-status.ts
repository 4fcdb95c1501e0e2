import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { RecordKind, RecordState } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { isGateAhead } from "@/lib/workflow/workflow";
import { db, readTogether } from "../../client";
import { people, revisions } from "../../schema";
import { listWaitingOf } from "../files/release-copies";
import { listCorrectionsOf } from "../history/corrections";
import { findWaiver } from "../replies/waivers";
import { listRevisions } from "../revisions";
import { editorialTableOf } from "../tables";
import { internalNoteFor, visibleTo } from "../visibility";
import { wroteContent } from "./authorship";
import { checklistsOf } from "./checklists";
import { listOpenProposals } from "./proposal-file";

/** The rest stands on the history's own page. */
const LATEST_REVISIONS = 8;

export type WorkflowStatus = Awaited<ReturnType<typeof readWorkflowStatus>>;

/**
 * Where a record stands in the workflow: its state and version, who wrote and who approved it, its public notes, and for
 * those who may read drafts its internal note, the checklist before publication, a waiver, open proposals and the history.
 * @param hasChecklist of which states the checklist is read; without it, of those that publication is still ahead of
 * @throws Refusal not_found
 */
export async function readWorkflowStatus(
  actor: Actor,
  kind: RecordKind,
  slug: string,
  hasChecklist: (state: RecordState) => boolean = isGateAhead,
) {
  const table = editorialTableOf(kind);
  const isDesk = may(actor, "read drafts");
  const [writer, approver] = [alias(people, "writer"), alias(people, "approver")];
  const wrote = sql<boolean>`exists (select 1 from ${revisions} where ${revisions.recordId} = ${table.id} and ${wroteContent(actor, kind)})`;
  const [row] = await db
    .select({
      id: table.id,
      slug: table.slug,
      state: table.state,
      version: table.version,
      updatedAt: table.updatedAt,
      updatedBy: writer.name,
      checkedBy: approver.name,
      publishedAt: table.publishedAt,
      isOwnWork: wrote,
      internalNote: internalNoteFor(actor, table),
    })
    .from(table)
    .innerJoin(writer, eq(writer.id, table.updatedBy))
    .leftJoin(approver, eq(approver.id, table.approvedBy))
    .where(and(eq(table.slug, slug), visibleTo(actor, table)));
  if (!row) throw Refusal.notFound();
  const [corrections, waiver, proposals, history] = await readTogether(() =>
    Promise.all([
      listCorrectionsOf(actor, kind, row.id),
      isDesk ? findWaiver(actor, kind, row.id) : null,
      isDesk ? listOpenProposals(actor, kind, row.id) : [],
      isDesk ? listRevisions(actor, kind, row.id, LATEST_REVISIONS) : [],
    ]),
  );
  const isAsked = isDesk && hasChecklist(row.state);
  const gate = isAsked ? ((await checklistsOf(db, kind, [row.id])).get(row.id) ?? []) : [];
  const copies = isAsked ? await listWaitingOf(actor, kind, row.id) : [];
  return { ...row, corrections, gate, copies, waiver, proposals, history };
}
