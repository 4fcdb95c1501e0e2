import { and, desc, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Actor } from "@/lib/actor";
import { RECORD_KINDS, type RecordKind } from "@/lib/editorial";
import type { Choices } from "@/lib/filter-field";
import { GATE_REASONS, type GateReason } from "@/lib/gate";
import { demand } from "@/lib/policy";
import { WAITING_STATES, type WaitingState } from "@/lib/waiting";
import { db } from "../client";
import { revisions } from "../schema";
import { gateReasonsOf } from "./gate";
import { listLines, type RecordLine } from "./record-lines";
import { visibleTo } from "./scope";
import { editorialTable } from "./tables";

export type QueueFilter = {
  readonly kind?: Choices<RecordKind>;
  readonly state?: Choices<WaitingState>;
  readonly reason?: Choices<GateReason>;
};
export type QueueItem = RecordLine & {
  /** What its gate still asks. */
  readonly reasons: readonly GateReason[];
  /** The last reason that somebody wrote into its history. */
  readonly said: string | null;
};
export type QueueCount = { readonly kind: RecordKind; readonly state: WaitingState; readonly count: number };
/** Where a page ends: the last item's change and id. */
export type QueueCursor = { readonly at: string; readonly id: string };

/** The values that a choice leaves of all. */
const left = <V extends string>(all: readonly V[], { any, without }: Choices<V> = { any: [], without: [] }) =>
  all.filter((value) => (any.length === 0 || any.includes(value)) && !without.includes(value));

/** How many records wait, by kind and state. */
export async function countQueue(actor: Actor): Promise<QueueCount[]> {
  demand(actor, "read drafts");
  const [first, second, ...rest] = RECORD_KINDS.map((kind) => {
    const table = editorialTable(kind);
    return db
      .select({
        kind: sql<RecordKind>`${kind}::text`.as("kind"),
        state: sql<WaitingState>`${table.state}`.as("state"),
        count: sql<number>`count(*)::int`.as("count"),
      })
      .from(table)
      .where(and(inArray(table.state, [...WAITING_STATES]), visibleTo(actor, table)))
      .groupBy(table.state);
  });
  return first && second ? unionAll(first, second, ...rest) : [];
}

/** Of the records in review, how many have each reason open. A record with two reasons counts for both. */
export async function countGateReasons(actor: Actor): Promise<Record<GateReason, number>> {
  demand(actor, "read drafts");
  const counts = Object.fromEntries(GATE_REASONS.map((reason) => [reason, 0])) as Record<GateReason, number>;
  const perKind = await Promise.all(RECORD_KINDS.map((kind) => reasonsOf(actor, kind, ["in_review"])));
  for (const reasons of perKind.flatMap((found) => [...found.values()])) for (const one of reasons) counts[one] += 1;
  return counts;
}

async function reasonsOf(actor: Actor, kind: RecordKind, states: readonly WaitingState[]) {
  const table = editorialTable(kind);
  const rows = await db
    .select({ id: table.id })
    .from(table)
    .where(and(inArray(table.state, [...states]), visibleTo(actor, table)));
  return gateReasonsOf(
    db,
    kind,
    rows.map(({ id }) => id),
  );
}

/** What waits, the longest first, with what its gate still asks; the gate is asked once a kind, never once a row. */
export async function listQueue(
  actor: Actor,
  filter: QueueFilter,
  { after, limit = 50 }: { after?: QueueCursor | null; limit?: number } = {},
): Promise<{ items: QueueItem[]; total: number; next: QueueCursor | null }> {
  demand(actor, "read drafts");
  const states = left(WAITING_STATES, filter.state);
  const kinds = left(RECORD_KINDS, filter.kind);
  const wanted = await Promise.all(kinds.map((kind) => conditionOf(actor, kind, states, filter.reason)));
  const totals = await Promise.all(
    kinds.map((kind, place) =>
      db.$count(editorialTable(kind), and(visibleTo(actor, editorialTable(kind)), wanted[place])),
    ),
  );
  const parts = kinds.map((kind, place) => {
    const table = editorialTable(kind);
    const beyond = after
      ? sql`(${table.updatedAt}, ${table.id}) > (${after.at}::timestamptz, ${after.id}::uuid)`
      : undefined;
    return { kind, where: and(wanted[place], beyond) };
  });
  const lines = await listLines(actor, parts, limit + 1);
  const page = lines.slice(0, limit);
  const last = lines.length > limit ? page.at(-1) : undefined;
  const [reasons, said] = await Promise.all([gateOf(page), lastReasons(page)]);
  return {
    items: page.map((line) => ({ ...line, reasons: reasons.get(line.id) ?? [], said: said.get(line.id) ?? null })),
    total: totals.reduce((sum, count) => sum + count, 0),
    next: last ? { at: last.updatedAt, id: last.id } : null,
  };
}

async function conditionOf(
  actor: Actor,
  kind: RecordKind,
  states: readonly WaitingState[],
  { any, without }: Choices<GateReason> = { any: [], without: [] },
): Promise<SQL | undefined> {
  const table = editorialTable(kind);
  const waits = inArray(table.state, [...states]);
  if (any.length + without.length === 0) return waits;
  const found = await reasonsOf(actor, kind, states);
  const fits = (open: readonly GateReason[]) =>
    (any.length === 0 || open.some((one) => any.includes(one))) && !open.some((one) => without.includes(one));
  const ids = [...found].filter(([, open]) => fits(open)).map(([id]) => id);
  return and(waits, sql`${table.id} = any(${`{${ids.join(",")}}`}::uuid[])`);
}

async function gateOf(lines: readonly RecordLine[]): Promise<Map<string, GateReason[]>> {
  const kinds = [...new Set(lines.map(({ kind }) => kind))];
  const found = await Promise.all(
    kinds.map((kind) =>
      gateReasonsOf(
        db,
        kind,
        lines.filter((line) => line.kind === kind).map(({ id }) => id),
      ),
    ),
  );
  return new Map(found.flatMap((reasons) => [...reasons]));
}

async function lastReasons(lines: readonly RecordLine[]): Promise<Map<string, string | null>> {
  if (lines.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([revisions.recordId], { recordId: revisions.recordId, reason: revisions.reason })
    .from(revisions)
    .where(
      and(
        inArray(revisions.recordKind, [...new Set(lines.map(({ kind }) => kind))]),
        inArray(
          revisions.recordId,
          lines.map(({ id }) => id),
        ),
        isNotNull(revisions.reason),
      ),
    )
    .orderBy(revisions.recordId, desc(revisions.version));
  return new Map(rows.map(({ recordId, reason }) => [recordId, reason]));
}
