import { and, eq, inArray, or, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import { RECORD_KINDS, SUBJECT_KINDS, type SubjectKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { WAITING_STATES } from "@/lib/workflow/waiting-states";
import { db } from "../../client";
import { assignments, revisions } from "../../schema";
import { cachedAtRevision, type DossierState } from "../figures/result-cache";
import { listRecordLines, type RecordLine } from "../records/record-lines";
import { editorialTableOf } from "../tables";
import { assignmentOf, recordStatesOf } from "./queue-conditions";
import { waitingTable } from "./waiting-table";

/** What comes back to somebody: their latest work that waits for themselves. */
export type OwnWork = {
  readonly changesRequested: number;
  readonly drafts: number;
  /** The first of those of which changes were asked, what waits longest before the rest; proposals are counted and not named. */
  readonly sentBack: readonly RecordLine[];
};

/** Writes of a person that are looked through for their work: who wrote more since has forgotten it. */
const LOOKED_AT = 500;
const NAMED = 1;

/** Counted once for each state of the dossier and person: every write and every step is a revision. */
export async function readOwnWork(actor: Actor, state?: DossierState): Promise<OwnWork> {
  requirePermission(actor, "read drafts");
  const { head: _head, ...work } = await cachedAtRevision(
    actor,
    `own work ${actor.id}`,
    dashboardFilter.absent,
    () => countOwnWork(actor),
    state,
  );
  return work;
}

async function countOwnWork(actor: Actor): Promise<OwnWork> {
  const latest = db
    .select({ id: revisions.recordId })
    .from(revisions)
    .where(eq(revisions.authorId, actor.id))
    .orderBy(sql`${revisions.seq} desc`)
    .limit(LOOKED_AT);
  const [first, second, ...rest] = SUBJECT_KINDS.map((kind) => {
    const table = waitingTable(kind);
    return db
      .select({
        kind: sql<SubjectKind>`${kind}::text`.as("kind"),
        id: sql<string>`${table.id}`.as("id"),
        state: sql<string>`${table.state}::text`.as("state"),
        at: sql<string>`${table.updatedAt}`.as("at"),
      })
      .from(table)
      .where(
        and(
          sql`${table.id} = any(array(${latest}))`,
          // Who takes a step with another's work writes a revision of it as well.
          or(eq(table.createdBy, actor.id), eq(table.updatedBy, actor.id)),
          inArray(table.state, ["draft", "changes_requested"]),
        ),
      );
  });
  const rows = first && second ? await unionAll(first, second, ...rest).orderBy(sql`at`, sql`id`) : [];
  const back = rows.filter((row) => row.state === "changes_requested");
  const named = back.filter(({ kind }) => kind !== "proposal").slice(0, NAMED);
  const parts = RECORD_KINDS.flatMap((kind) => {
    const ids = named.filter((row) => row.kind === kind).map(({ id }) => id);
    return ids.length > 0 ? [{ kind, where: inArray(editorialTableOf(kind).id, ids) }] : [];
  });
  return {
    changesRequested: back.length,
    drafts: rows.length - back.length,
    sentBack: parts.length > 0 ? await listRecordLines(actor, parts, NAMED) : [],
  };
}

/** How much of what waits is assigned to this person, and how much of that is due. Assignments are no revisions: it is counted anew. */
export async function countAssigned(actor: Actor, today: string): Promise<{ assigned: number; due: number }> {
  requirePermission(actor, "read drafts");
  const [first, second, ...rest] = SUBJECT_KINDS.map((kind) => {
    const table = waitingTable(kind);
    return db
      .select({ dueOn: sql<string | null>`${assignments.dueOn}`.as("due_on") })
      .from(assignments)
      .innerJoin(table, assignmentOf(kind))
      .where(and(eq(assignments.assigneeId, actor.id), inArray(table.state, recordStatesOf(kind, WAITING_STATES))));
  });
  if (!first || !second) return { assigned: 0, due: 0 };
  const mine = unionAll(first, second, ...rest).as("mine");
  const [row] = await db
    .select({
      assigned: sql<number>`count(*)::int`,
      due: sql<number>`(count(*) filter (where ${mine.dueOn} <= ${today}::date))::int`,
    })
    .from(mine);
  return row ?? { assigned: 0, due: 0 };
}
