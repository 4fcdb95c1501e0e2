import { and, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { type RecordKind, SUBJECT_KINDS, type SubjectKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import type { GateReason, GateWarning } from "@/lib/workflow/gate";
import type { Priority } from "@/lib/workflow/priority";
import type { WaitingState } from "@/lib/workflow/waiting-states";
import { db } from "../../client";
import { assignments, people, proposals, revisions } from "../../schema";
import { listRecordLines, type RecordLine } from "../records/record-lines";
import { editorialTableOf } from "../tables";
import { wroteContent } from "../workflow/authorship";
import { gateOutcomesOf } from "../workflow/checklists";
import { waitingTable } from "./waiting-table";

/** Where a row stands in the queue: since when it waits, and what its order puts before that. */
export type QueueRef = { readonly kind: SubjectKind; readonly id: string; readonly at: string; readonly key: string };

/** Who has it; of a disabled account it is in nobody's hands. */
export type QueueAssignee = { readonly id: string; readonly name: string; readonly isDisabled: boolean };

export type QueueItem = Omit<RecordLine, "kind" | "state"> & {
  readonly kind: SubjectKind;
  readonly state: WaitingState;
  /** What a proposal changes; its title, language, detail and place are the record's. */
  readonly changes: { readonly kind: RecordKind; readonly slug: string } | null;
  /** What its gate still asks. */
  readonly reasons: readonly GateReason[];
  /** What has to be ticked by whoever publishes it. */
  readonly warnings: readonly GateWarning[];
  /** The last reason that somebody wrote into its history. */
  readonly said: string | null;
  /** True when this person wrote any of it: four eyes. */
  readonly isOwnWork: boolean;
  /** Whether the account of whoever wrote it last is disabled. */
  readonly isWriterDisabled: boolean;
  readonly assignee: QueueAssignee | null;
  readonly priority: Priority;
  readonly dueOn: string | null;
  readonly tags: readonly string[];
};
/** What stands at these places, in their order, in a number of queries that does not depend on theirs. */
export async function listQueueItems(actor: Actor, refs: readonly QueueRef[]): Promise<QueueItem[]> {
  if (refs.length === 0) return [];
  const ids = refs.map(({ id }) => id);
  const proposed = await listQueuedProposals(refs);
  const targets = [...proposed.values()].map(({ changes }) => ({ kind: changes.kind, id: changes.id }));
  const records = refs.flatMap(({ kind, id }) => (kind === "proposal" ? [] : [{ kind, id }]));
  const [lines, gates, notes, plans, own, left] = await Promise.all([
    linesOf(actor, [...records, ...targets]),
    gatesOf(records),
    lastReasons(refs),
    plansOf(ids),
    ownOf(actor, refs),
    writtenByDisabled(refs),
  ]);
  return refs.flatMap(({ kind, id }): QueueItem[] => {
    const proposal = proposed.get(id);
    const line = lines.get(proposal?.changes.id ?? id);
    if (!line) return [];
    const { reasons, warnings } = gates.get(id) ?? { reasons: [], warnings: [] };
    const { changes, ...item } = proposal ?? { changes: null };
    return [
      {
        ...line,
        ...item,
        id,
        kind,
        state: (item as { state?: WaitingState }).state ?? (line.state as WaitingState),
        changes: changes && { kind: changes.kind, slug: line.slug },
        reasons,
        warnings,
        said: notes.get(id) ?? null,
        isOwnWork: own.has(id),
        isWriterDisabled: left.has(id),
        ...(plans.get(id) ?? { assignee: null, priority: "normal", dueOn: null, tags: [] }),
      },
    ];
  });
}

const idsOf = (rows: readonly { kind: SubjectKind; id: string }[], kind: SubjectKind) =>
  rows.filter((row) => row.kind === kind).map(({ id }) => id);
const kindsOf = <Kind extends SubjectKind>(rows: readonly { kind: Kind }[]) => [
  ...new Set(rows.map(({ kind }) => kind)),
];

async function listQueuedProposals(refs: readonly QueueRef[]) {
  const ids = idsOf(refs, "proposal");
  if (ids.length === 0) return new Map<string, never>();
  const rows = await db
    .select({
      id: proposals.id,
      slug: proposals.slug,
      state: proposals.state,
      version: proposals.version,
      updatedAt: proposals.updatedAt,
      updatedBy: people.name,
      changes: { kind: proposals.recordKind, id: proposals.recordId },
    })
    .from(proposals)
    .innerJoin(people, eq(people.id, proposals.updatedBy))
    .where(inArray(proposals.id, ids));
  return new Map(
    rows.map((row) => [
      row.id,
      { ...row, state: row.state as WaitingState, changes: { ...row.changes, kind: row.changes.kind as RecordKind } },
    ]),
  );
}

async function linesOf(actor: Actor, rows: readonly { kind: RecordKind; id: string }[]) {
  const parts = kindsOf(rows).map((kind) => ({ kind, where: inArray(editorialTableOf(kind).id, idsOf(rows, kind)) }));
  const lines = await listRecordLines(actor, parts, rows.length);
  return new Map(lines.map((line) => [line.id, line]));
}

async function gatesOf(rows: readonly { kind: RecordKind; id: string }[]) {
  const found = await Promise.all(kindsOf(rows).map((kind) => gateOutcomesOf(db, kind, idsOf(rows, kind))));
  return new Map(found.flatMap((outcomes) => [...outcomes]));
}

async function plansOf(ids: readonly string[]) {
  const rows = await db
    .select({
      id: assignments.subjectId,
      assigneeId: assignments.assigneeId,
      name: people.name,
      isDisabled: sql<boolean>`${people.disabledAt} is not null`,
      priority: assignments.priority,
      dueOn: assignments.dueOn,
      tags: assignments.tags,
    })
    .from(assignments)
    .leftJoin(people, eq(people.id, assignments.assigneeId))
    .where(and(inArray(assignments.subjectKind, [...SUBJECT_KINDS]), inArray(assignments.subjectId, [...ids])));
  return new Map(
    rows.map(({ id, assigneeId, name, isDisabled, ...plan }) => [
      id,
      { ...plan, assignee: assigneeId && name ? { id: assigneeId, name, isDisabled } : null },
    ]),
  );
}

/** Those of which this person wrote any. */
async function ownOf(actor: Actor, refs: readonly QueueRef[]): Promise<Set<string>> {
  const branches = kindsOf(refs).map((kind) =>
    db
      .selectDistinct({ id: revisions.recordId })
      .from(revisions)
      .where(and(inArray(revisions.recordId, idsOf(refs, kind)), wroteContent(actor, kind))),
  );
  const [first, second, ...rest] = branches;
  const rows = first && second ? await unionAll(first, second, ...rest) : await first;
  return new Set((rows ?? []).map(({ id }) => id));
}

/** Those whose last writer's account is disabled. */
async function writtenByDisabled(refs: readonly QueueRef[]): Promise<Set<string>> {
  const [first, second, ...rest] = kindsOf(refs).map((kind) => {
    const table = waitingTable(kind);
    return db
      .select({ id: sql<string>`${table.id}`.as("id") })
      .from(table)
      .innerJoin(people, and(eq(people.id, table.updatedBy), isNotNull(people.disabledAt)))
      .where(inArray(table.id, idsOf(refs, kind)));
  });
  const rows = first && second ? await unionAll(first, second, ...rest) : await first;
  return new Set((rows ?? []).map(({ id }) => id));
}

async function lastReasons(refs: readonly QueueRef[]): Promise<Map<string, string | null>> {
  const rows = await db
    .selectDistinctOn([revisions.recordId], { recordId: revisions.recordId, reason: revisions.reason })
    .from(revisions)
    .where(
      and(
        inArray(revisions.recordKind, kindsOf(refs)),
        inArray(
          revisions.recordId,
          refs.map(({ id }) => id),
        ),
        isNotNull(revisions.reason),
      ),
    )
    .orderBy(revisions.recordId, desc(revisions.version));
  return new Map(rows.map(({ recordId, reason }) => [recordId, reason]));
}
