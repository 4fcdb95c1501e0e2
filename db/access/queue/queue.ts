import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import type { QueueCursor } from "@/lib/filters/queue-filter";
import { RECORD_KINDS, type RecordKind, SUBJECT_KINDS, type SubjectKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { GATE_REASONS, type GateReason } from "@/lib/workflow/gate";
import { requirePermission } from "@/lib/workflow/require-permission";
import { WAITING_STATES, type WaitingState } from "@/lib/workflow/waiting-states";
import { db } from "../../client";
import { assignments } from "../../schema";
import { cachedForDay, type DossierState } from "../figures/result-cache";
import { editorialTableOf } from "../tables";
import { visibleTo } from "../visibility";
import { countGateReasons, gateReasonsWhere } from "../workflow/gate";
import {
  afterCursorCondition,
  assignmentOf,
  filtersAssignments,
  type QueueFilter,
  queueCondition,
  queueSortKey,
  recordStatesOf,
  remainingValues,
  waitingTable,
} from "./queue-conditions";
import { listQueueItems, type QueueItem, type QueueRef } from "./queue-items";

export type { QueueFilter } from "./queue-conditions";
export type { QueueAssignee, QueueItem } from "./queue-items";

export type QueueCount = { readonly kind: SubjectKind; readonly state: WaitingState; readonly count: number };
export type QueueResult = {
  readonly items: readonly QueueItem[];
  readonly total: number;
  readonly totals: Readonly<Partial<Record<WaitingState, number>>>;
  readonly next: QueueCursor | null;
};

/** How many wait, by kind and state, and of those in review how many have each reason open. */
export type WaitingCounts = {
  readonly counts: readonly QueueCount[];
  /** A record with two reasons counts for both. */
  readonly reasons: Readonly<Record<GateReason, number>>;
};

/**
 * What waits, counted once for each state of the dossier and day: every step is a revision, and of the clock the gate asks
 * nothing but whether a deadline lies before today.
 */
export async function readWaitingCounts(actor: Actor, state?: DossierState): Promise<WaitingCounts> {
  requirePermission(actor, "read drafts");
  const { counts, reasons } = await cachedForDay(
    actor,
    "waiting",
    dashboardFilter.absent,
    async (reader) => {
      const [counts, reasons] = await Promise.all([countQueue(reader), countReasons(reader)]);
      return { counts, reasons };
    },
    state,
  );
  return { counts, reasons };
}

/** How many wait in nobody's hands. Assignments are no revisions: counted anew each time. */
export async function countUnassigned(actor: Actor): Promise<number> {
  requirePermission(actor, "read drafts");
  const counts = await countBy(SUBJECT_KINDS, (kind) => queueCondition(actor, kind, { who: "unassigned" }), true);
  return counts.reduce((sum, { count }) => sum + count, 0);
}

const countQueue = (actor: Actor) => countBy(SUBJECT_KINDS, (kind) => queueCondition(actor, kind, {}), false);

async function countBy(
  kinds: readonly SubjectKind[],
  whereOf: (kind: SubjectKind) => SQL | undefined,
  joins: boolean,
): Promise<QueueCount[]> {
  const [first, second, ...rest] = kinds.map((kind) => {
    const table = waitingTable(kind);
    const counted = db
      .select({
        kind: sql<SubjectKind>`${kind}::text`.as("kind"),
        state: sql<WaitingState>`${table.state}::text`.as("state"),
        count: sql<number>`count(*)::int`.as("waiting"),
      })
      .from(table)
      .$dynamic();
    return (joins ? counted.leftJoin(assignments, assignmentOf(kind)) : counted)
      .where(whereOf(kind))
      .groupBy(table.state);
  });
  if (!first) return [];
  return second ? unionAll(first, second, ...rest) : first;
}

async function countReasons(actor: Actor): Promise<Record<GateReason, number>> {
  const counts = Object.fromEntries(GATE_REASONS.map((reason) => [reason, 0])) as Record<GateReason, number>;
  const perKind = await Promise.all(
    RECORD_KINDS.map((kind) => countGateReasons(db, kind, waitingFor(actor, kind, ["in_review"]))),
  );
  for (const { reasons, count } of perKind.flat()) for (const one of reasons) counts[one] += count;
  return counts;
}

function waitingFor(actor: Actor, kind: RecordKind, states: readonly WaitingState[]) {
  const table = editorialTableOf(kind);
  return and(inArray(table.state, [...states]), visibleTo(actor, table));
}

/** What waits, in the order asked for, with what its gate still asks; the gate is asked once a kind, never once a row. */
export async function listQueue(
  actor: Actor,
  filter: QueueFilter,
  { limit = 50 }: { limit?: number } = {},
): Promise<QueueResult> {
  requirePermission(actor, "read drafts");
  const query = await ask(actor, filter);
  const [refs, counts] = await Promise.all([placesOf(filter, query, limit + 1), query.count()]);
  const shown = refs.slice(0, limit);
  const last = refs.length > limit ? shown.at(-1) : undefined;
  return {
    items: await listQueueItems(actor, shown),
    ...totalsOf(counts),
    next: last ? { by: filter.sort ?? "waiting", key: last.key, at: last.at, id: last.id } : null,
  };
}

/** The same by state, the first of each: a column a state. */
export async function listQueueBoard(actor: Actor, filter: QueueFilter, each = 20): Promise<QueueResult> {
  requirePermission(actor, "read drafts");
  const { after: _place, ...view } = filter;
  const query = await ask(actor, view);
  const [columns, counts] = await Promise.all([
    Promise.all(remainingValues(WAITING_STATES, filter.state).map((state) => placesOf(view, query, each, state))),
    query.count(),
  ]);
  return { items: await listQueueItems(actor, columns.flat()), ...totalsOf(counts), next: null };
}

const totalsOf = (counts: readonly QueueCount[]) => {
  const totals: Partial<Record<WaitingState, number>> = {};
  for (const { state, count } of counts) totals[state] = (totals[state] ?? 0) + count;
  return { total: counts.reduce((sum, { count }) => sum + count, 0), totals };
};

type Asked = {
  readonly kinds: readonly SubjectKind[];
  readonly joins: boolean;
  readonly whereOf: (kind: SubjectKind) => SQL | undefined;
  readonly count: () => Promise<QueueCount[]>;
};

/** A filter as conditions by kind; those of the gate are found once for the page and its total. */
async function ask(actor: Actor, filter: QueueFilter): Promise<Asked> {
  const kinds = remainingValues(SUBJECT_KINDS, filter.kind);
  const gated = await Promise.all(kinds.map((kind) => gateCondition(actor, kind, filter)));
  const conditions = new Map(kinds.map((kind, at) => [kind, and(queueCondition(actor, kind, filter), gated[at])]));
  const joins = filtersAssignments(filter);
  const whereOf = (kind: SubjectKind) => conditions.get(kind);
  return { kinds, joins, whereOf, count: () => countBy(kinds, whereOf, joins) };
}

/** A proposal's gate is asked when it is approved: until then none of its reasons is known. */
async function gateCondition(
  actor: Actor,
  kind: SubjectKind,
  { reason: { any, without } = { any: [], without: [] }, state }: QueueFilter,
): Promise<SQL | undefined> {
  if (any.length + without.length === 0) return undefined;
  if (kind === "proposal") return any.length > 0 ? sql`false` : undefined;
  const found = await gateReasonsWhere(db, kind, waitingFor(actor, kind, remainingValues(WAITING_STATES, state)));
  const fits = (open: readonly GateReason[]) =>
    (any.length === 0 || open.some((one) => any.includes(one))) && !open.some((one) => without.includes(one));
  const ids = [...found].filter(([, open]) => fits(open)).map(([id]) => id);
  return sql`${editorialTableOf(kind).id} = any(${`{${ids.join(",")}}`}::uuid[])`;
}

/** Where the rows of a page stand; what they say is read afterwards, for these alone. */
async function placesOf(
  { sort = "waiting", after }: QueueFilter,
  { kinds, joins, whereOf }: Asked,
  limit: number,
  state?: WaitingState,
): Promise<QueueRef[]> {
  const key = queueSortKey(sort);
  const waiting = kinds.filter((kind) => !state || recordStatesOf(kind, [state]).length > 0);
  const [first, second, ...rest] = waiting.map((kind) => {
    const table = waitingTable(kind);
    const positions = db
      .select({
        kind: sql<SubjectKind>`${kind}::text`.as("kind"),
        id: sql<string>`${table.id}`.as("id"),
        at: sql<string>`${table.updatedAt}`.as("at"),
        key: sql<string>`${key ?? sql`''`}::text`.as("key"),
      })
      .from(table)
      .$dynamic();
    return (joins ? positions.leftJoin(assignments, assignmentOf(kind)) : positions)
      .where(and(whereOf(kind), state && eq(table.state, state), afterCursorCondition(kind, sort, after)))
      .orderBy(...(key ? [key] : []), table.updatedAt, table.id)
      .limit(limit);
  });
  if (!first) return [];
  if (!second) return first;
  return unionAll(first, second, ...rest)
    .orderBy(...(key ? [sql`key`] : []), sql`at`, sql`id`)
    .limit(limit);
}
