import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import { RECORD_KINDS, SUBJECT_KINDS, type SubjectKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { GATE_REASONS, type GateReason } from "@/lib/workflow/gate";
import { requirePermission } from "@/lib/workflow/require-permission";
import { WAITING_STATES, type WaitingState } from "@/lib/workflow/waiting-states";
import { db } from "../../client";
import { assignments, evidence, evidenceSums, people } from "../../schema";
import { cachedAtRevision, cachedForDay, type DossierState } from "../figures/result-cache";
import { editorialTableOf } from "../tables";
import { countGateReasons } from "../workflow/gate";
import { assignmentOf, recordStatesOf } from "./queue-conditions";
import { waitingTable } from "./waiting-table";

/** Of each kind the gate is asked of so many records at most, those that wait longest. */
export const MOST_AT_GATE = 1000;

export type QueueCount = { readonly kind: SubjectKind; readonly state: WaitingState; readonly count: number };
export type WaitingFigures = QueueCount & {
  /** ISO instant since when the one that waits longest has waited. */
  readonly oldest: string;
};

/** How many wait, by kind and state, and of those in review how many have each reason open. */
export type WaitingCounts = {
  readonly counts: readonly QueueCount[];
  /** A record with two reasons counts for both. */
  readonly reasons: Readonly<Record<GateReason, number>>;
  /** More are in review than the gate was asked of: each number is a lower bound. */
  readonly isLeast: boolean;
};

/**
 * What waits, counted once for each state of the dossier and day: every step is a revision, and of the clock the gate asks
 * nothing but whether a deadline lies before today.
 */
export async function readWaitingCounts(actor: Actor, state?: DossierState): Promise<WaitingCounts> {
  const [counts, { reasons, isLeast }] = await Promise.all([
    readQueueCounts(actor, state),
    cachedForDay(actor, "gate reasons", dashboardFilter.absent, countReasons, state),
  ]);
  return { counts, reasons, isLeast };
}

/** How many wait, by kind and state. */
export async function readQueueCounts(actor: Actor, state?: DossierState): Promise<readonly QueueCount[]> {
  requirePermission(actor, "read drafts");
  const { counts } = await cachedAtRevision(
    actor,
    "waiting",
    dashboardFilter.absent,
    async () => ({ counts: (await countWaiting()).map(({ oldest: _oldest, ...count }) => count) }),
    state,
  );
  return counts;
}

/** By kind and state, of all that the desk sees; each branch is one walk along its table's partial index of what waits. */
export function countWaiting(): Promise<WaitingFigures[]> {
  const [first, ...rest] = SUBJECT_KINDS.filter((kind) => kind !== "evidence").map((kind) => {
    const table = waitingTable(kind);
    return db
      .select({
        kind: sql<SubjectKind>`${kind}::text`.as("kind"),
        state: sql<WaitingState>`${table.state}::text`.as("state"),
        count: sql<number>`count(*)::int`.as("waiting"),
        oldest: sql<string>`min(${table.updatedAt})`.as("oldest"),
      })
      .from(table)
      .where(inArray(table.state, recordStatesOf(kind, WAITING_STATES)))
      .groupBy(table.state);
  });
  return first ? unionAll(first, countWaitingEvidence(), ...rest) : Promise.resolve([]);
}

/** The same of evidence, which grows to a million: from its sums, and a step down the index for each state. */
function countWaitingEvidence() {
  const state = sql`${evidenceSums.value}::record_state`;
  // The states are named once more, since the index has those alone.
  const oldest = db
    .select({ at: sql`min(${evidence.updatedAt})` })
    .from(evidence)
    .where(and(eq(evidence.state, state), inArray(evidence.state, [...WAITING_STATES])));
  return db
    .select({
      kind: sql<SubjectKind>`'evidence'::text`.as("kind"),
      state: sql<WaitingState>`${evidenceSums.value}`.as("state"),
      count: sql<number>`sum(${evidenceSums.items})::int`.as("waiting"),
      oldest: sql<string>`(${oldest})`.as("oldest"),
    })
    .from(evidenceSums)
    .where(and(eq(evidenceSums.facet, "state"), inArray(evidenceSums.value, [...WAITING_STATES])))
    .groupBy(evidenceSums.value)
    .having(sql`sum(${evidenceSums.items}) > 0`);
}

async function countReasons() {
  const reasons = Object.fromEntries(GATE_REASONS.map((reason) => [reason, 0])) as Record<GateReason, number>;
  const perKind = await Promise.all(
    RECORD_KINDS.map((kind) => countGateReasons(db, kind, longestWaiting(kind, ["in_review"]))),
  );
  for (const { reasons: open, count } of perKind.flat()) for (const one of open) reasons[one] += count;
  const asked = perKind.map((kinds) => kinds.reduce((sum, { count }) => sum + count, 0));
  return { reasons, isLeast: asked.some((count) => count >= MOST_AT_GATE) };
}

/** Of a kind those in some states that wait longest, as many as the gate is asked of. */
export function longestWaiting(kind: (typeof RECORD_KINDS)[number], states: readonly WaitingState[]) {
  const table = editorialTableOf(kind);
  const ids = db
    .select({ id: table.id })
    .from(table)
    .where(inArray(table.state, [...states]))
    .orderBy(table.updatedAt, table.id)
    .limit(MOST_AT_GATE);
  return sql`${table.id} = any(array(${ids}))`;
}

/**
 * How many wait in nobody's hands: all but those that somebody whose account holds has. Assignments are no revisions
 * of a record: they are counted anew each time.
 */
export async function countUnassigned(actor: Actor): Promise<number> {
  const counts = await readQueueCounts(actor);
  const assigned = SUBJECT_KINDS.map((kind) => {
    const table = waitingTable(kind);
    const states = inArray(table.state, recordStatesOf(kind, WAITING_STATES));
    return sql`(select count(*) from ${assignments} join ${people} on ${people.id} = ${assignments.assigneeId} join ${table} on ${assignmentOf(kind)} where ${and(states, isNotNull(assignments.assigneeId), isNull(people.disabledAt))})`;
  });
  const [row] = await db.execute<{ assigned: number }>(
    sql`select (${sql.join(assigned, sql` + `)})::int as assigned`,
  );
  return counts.reduce((sum, { count }) => sum + count, 0) - (row?.assigned ?? 0);
}
