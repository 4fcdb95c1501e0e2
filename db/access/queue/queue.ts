import { and, asc, desc, isNotNull, isNull, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { QueueCursor } from "@/lib/filters/queue-filter";
import { SUBJECT_KINDS, type SubjectKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import type { GateReason } from "@/lib/workflow/gate";
import { requirePermission } from "@/lib/workflow/require-permission";
import { WAITING_STATES, type WaitingState } from "@/lib/workflow/waiting-states";
import { db } from "../../client";
import { assignments } from "../../schema";
import { cachedForRole } from "../figures/result-cache";
import { isChosen } from "../filters/choice-condition";
import { editorialTableOf } from "../tables";
import { gateReasonsWhere } from "../workflow/gate";
import { listAssignedKinds } from "./own-conditions";
import {
  afterCursorCondition,
  assignmentOf,
  filtersAssignments,
  isNewestFirst,
  type QueueFilter,
  queueConditions,
  queueSortKey,
  recordStatesOf,
  remainingValues,
  unplannedSortKey,
} from "./queue-conditions";
import { listQueueItems, type QueueItem, type QueueRef } from "./queue-items";
import { longestWaiting, MOST_AT_GATE, type QueueCount, readQueueCounts } from "./waiting-counts";
import { waitingTable } from "./waiting-table";

export type { QueueFilter } from "./queue-conditions";
export type { QueueAssignee, QueueItem } from "./queue-items";

export type QueueResult = {
  readonly items: readonly QueueItem[];
  readonly total: number;
  readonly totals: Readonly<Partial<Record<WaitingState, number>>>;
  /** More were found than are counted: each of these numbers is a lower bound. */
  readonly isLeast: boolean;
  readonly next: QueueCursor | null;
};

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

const totalsOf = ({ counts, isLeast }: Counted) => {
  const totals: Partial<Record<WaitingState, number>> = {};
  for (const { state, count } of counts) totals[state] = (totals[state] ?? 0) + count;
  return { total: counts.reduce((sum, { count }) => sum + count, 0), totals, isLeast };
};

/** Of what is found of a kind in a narrowed view, so many are counted at most. */
const MOST_COUNTED = 1000;

type Counted = { readonly counts: readonly QueueCount[]; readonly isLeast: boolean };
type Asked = {
  readonly kinds: readonly SubjectKind[];
  readonly joins: boolean;
  /** In parts that have no row in common. @param state one of those asked for; not given: all of them */
  readonly partsOf: (kind: SubjectKind, state?: WaitingState) => readonly (SQL | undefined)[];
  readonly count: () => Promise<Counted>;
};

/** A filter as conditions by kind; those of the gate are found once for the page and its total. */
async function ask(actor: Actor, filter: QueueFilter): Promise<Asked> {
  const kinds = remainingValues(SUBJECT_KINDS, filter.kind);
  const gated = await Promise.all(kinds.map((kind) => gateCondition(kind, filter)));
  const states = remainingValues(WAITING_STATES, filter.state);
  const assigned = filter.who === "waiting" ? await listAssignedKinds(actor) : [];
  const partsOf = (kind: SubjectKind, state?: WaitingState) =>
    queueConditions(actor, kind, filter, state ? [state] : states, assigned.includes(kind)).map((part) =>
      and(part, gated[kinds.indexOf(kind)]?.where),
    );
  const joins = filtersAssignments(filter);
  const isLeast = gated.some((gate) => gate?.isCut);
  const count = async () => {
    if (isWhole(filter)) return { counts: await countWhole(actor, kinds, filter), isLeast: false };
    const counting = () => countUpTo(kinds, partsOf, joins);
    const { who } = filter;
    const isOfRevisions = isPlain(filter) && (who === "mine" || who === "waiting") && assigned.length === 0;
    const counted = isOfRevisions
      ? await cachedForRole(actor, "own queue", { id: actor.id, who, kinds, states }, counting)
      : await counting();
    return { counts: counted.counts, isLeast: counted.isLeast || isLeast };
  };
  return { kinds, joins, partsOf, count };
}

/** Whether a view goes by nothing but kinds, states, and whose work it is. */
const isPlain = ({ reason, priority, due, assignee, tag, named }: QueueFilter) =>
  !named && ![reason, priority, due, assignee, tag].some(isChosen);

/** Whether a view shows all that waits of its kinds and states. */
const isWhole = (filter: QueueFilter) => (filter.who ?? "all") === "all" && isPlain(filter);

async function countWhole(actor: Actor, kinds: readonly SubjectKind[], { state }: QueueFilter) {
  const states = remainingValues(WAITING_STATES, state);
  const counts = await readQueueCounts(actor);
  return counts.filter((row) => kinds.includes(row.kind) && states.includes(row.state));
}

async function countUpTo(kinds: readonly SubjectKind[], partsOf: Asked["partsOf"], joins: boolean): Promise<Counted> {
  const parts = kinds.flatMap((kind) => partsOf(kind).map((where) => ({ kind, where })));
  const [first, second, ...rest] = parts.map(({ kind, where }) => {
    const table = waitingTable(kind);
    const found = db
      .select({ state: sql<WaitingState>`${table.state}`.as("state") })
      .from(table)
      .$dynamic();
    const some = (joins ? found.leftJoin(assignments, assignmentOf(kind)) : found)
      .where(where)
      .limit(MOST_COUNTED + 1)
      .as("found");
    return db
      .select({
        kind: sql<SubjectKind>`${kind}::text`.as("kind"),
        state: sql<WaitingState>`${some.state}::text`.as("state"),
        count: sql<number>`count(*)::int`.as("waiting"),
      })
      .from(some)
      .groupBy(some.state);
  });
  if (!first) return { counts: [], isLeast: false };
  const counts: QueueCount[] = await (second ? unionAll(first, second, ...rest) : first);
  const totalOf = (kind: SubjectKind) => counts.reduce((sum, row) => sum + (row.kind === kind ? row.count : 0), 0);
  return { counts, isLeast: kinds.some((kind) => totalOf(kind) > MOST_COUNTED) };
}

type Gated = { readonly where: SQL /** There are more than the gate was asked of. */; readonly isCut: boolean };

/** A proposal's gate is asked when it is approved: until then none of its reasons is known. */
async function gateCondition(
  kind: SubjectKind,
  { reason: { any, without } = { any: [], without: [] }, state }: QueueFilter,
): Promise<Gated | undefined> {
  if (any.length + without.length === 0) return undefined;
  if (kind === "proposal") return any.length > 0 ? { where: sql`false`, isCut: false } : undefined;
  const found = await gateReasonsWhere(db, kind, longestWaiting(kind, remainingValues(WAITING_STATES, state)));
  const fits = (open: readonly GateReason[]) =>
    (any.length === 0 || open.some((one) => any.includes(one))) && !open.some((one) => without.includes(one));
  const ids = [...found].filter(([, open]) => fits(open)).map(([id]) => id);
  const where = sql`${editorialTableOf(kind).id} = any(${`{${ids.join(",")}}`}::uuid[])`;
  return { where, isCut: found.size >= MOST_AT_GATE };
}

/** Where the rows of a page stand; what they say is read afterwards, for these alone. */
async function placesOf(
  filter: QueueFilter,
  { kinds, joins, partsOf }: Asked,
  limit: number,
  state?: WaitingState,
): Promise<QueueRef[]> {
  const { sort = "waiting" } = filter;
  const key = queueSortKey(sort);
  const inTime = isNewestFirst(sort) ? desc : asc;
  const planned = key ? await listPlannedKinds() : [];
  const waiting = kinds.filter((kind) => !state || recordStatesOf(kind, [state]).length > 0);
  const parts = waiting.flatMap((kind) => partsOf(kind, state).map((where) => ({ kind, where })));
  const [first, second, ...rest] = parts.flatMap(({ kind, where }) => {
    const table = waitingTable(kind);
    const branch = (own: SQL<string> | string, which?: SQL) => {
      const positions = db
        .select({
          kind: sql<SubjectKind>`${kind}::text`.as("kind"),
          id: sql<string>`${table.id}`.as("id"),
          at: sql<string>`${table.updatedAt}`.as("at"),
          key: sql<string>`${own}::text`.as("key"),
        })
        .from(table)
        .$dynamic();
      const ordered = (joins ? positions.leftJoin(assignments, assignmentOf(kind)) : positions)
        .where(and(where, which, afterCursorCondition(kind, own, filter)))
        .orderBy(...(typeof own === "string" ? [] : [own]), inTime(table.updatedAt), inTime(table.id))
        .limit(limit);
      return kind === "evidence" ? plannedApart(ordered) : ordered;
    };
    const unplanned = unplannedSortKey(sort);
    if (!key || !planned.includes(kind)) return [branch(unplanned)];
    // What is planned is sorted; what is not has one key, and is walked along the index of what waits.
    return [branch(key, isNotNull(assignments.subjectId)), branch(unplanned, isNull(assignments.subjectId))];
  });
  if (!first) return [];
  if (!second) return first;
  return unionAll(first, second, ...rest)
    .orderBy(...(key ? [sql`key`] : []), inTime(sql`at`), inTime(sql`id`))
    .limit(limit);
}

/**
 * Where places of several kinds are merged, PostgreSQL takes of each the walk that is soonest at its first row: along all that
 * waits, for the one whose own are not among it. By itself a part goes by the index that ends soonest.
 */
const plannedApart = (places: SQLWrapper) =>
  db
    .select({
      kind: sql<SubjectKind>`part.kind`.as("kind"),
      id: sql<string>`part.id`.as("id"),
      at: sql<string>`part.at`.as("at"),
      key: sql<string>`part.key`.as("key"),
    })
    .from(sql`(with places as materialized ${places} select * from places) as part`)
    .$dynamic();

async function listPlannedKinds(): Promise<SubjectKind[]> {
  const rows = await db.selectDistinct({ kind: sql<SubjectKind>`${assignments.subjectKind}` }).from(assignments);
  return rows.map(({ kind }) => kind);
}
