import { and, eq, inArray } from "drizzle-orm";
import type { Actor } from "@/lib/actor";
import type { RecordKind, RecordState } from "@/lib/editorial";
import { changedFields } from "@/lib/merge";
import { Invalid, Refusal } from "@/lib/outcome";
import { demand, type Permission } from "@/lib/policy";
import { isEditable, stateAfterEdit } from "@/lib/workflow";
import type { Tx } from "../client";
import { withIds } from "./lookup";
import { addLinks, dropLinks, ROWS_AT_ONCE } from "./record-links";
import { appendRevisions, latestSnapshots, type NewRevision, type Snapshot } from "./revisions";
import { visibleTo } from "./scope";
import { refreshStatuses } from "./station-status";
import { type Inputs, STORES } from "./stores";
import { editorialTable } from "./tables";

/** The permission that writing a kind takes. */
export const WRITE_PERMISSIONS = {
  organization: "record an organization",
  station: "record a station",
  evidence: "record evidence",
  claim: "record a claim",
  response: "record a response",
  event: "record an event",
  status_report: "record a status report",
  reply_request: "record a reply request",
  coverage: "record coverage of a country",
} as const satisfies Record<RecordKind, Permission>;

export type Written = {
  readonly slug: string;
  readonly version: number;
  readonly effect: "recorded" | "revised" | "unchanged";
};

export type Entry<Kind extends RecordKind> = {
  readonly slug: string;
  readonly input: Inputs[Kind];
  readonly reason?: string | null;
};
export type Revision<Kind extends RecordKind> = Entry<Kind> & {
  /** The version that the change was made from; another one stored by now is a conflict. */
  readonly basedOn: number;
};

/**
 * Records new drafts, all or none, each with its first revision.
 * @throws Refusal forbidden; Invalid when a slug is taken or a reference is unknown
 */
export async function recordAll<Kind extends RecordKind>(
  tx: Tx,
  actor: Actor,
  kind: Kind,
  entries: readonly Entry<Kind>[],
): Promise<Written[]> {
  demand(actor, WRITE_PERMISSIONS[kind]);
  if (entries.length === 0) return [];
  const table = editorialTable(kind);
  const rows = await withIds(tx, actor, (id) =>
    entries.map(({ slug, input }) => ({
      ...STORES[kind].columns(input, id),
      slug,
      createdBy: actor.id,
      updatedBy: actor.id,
    })),
  );
  const ids = new Map<string, string>();
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const stored = await tx
      .insert(table)
      .values(rows.slice(start, start + ROWS_AT_ONCE) as never)
      .onConflictDoNothing({ target: table.slug })
      .returning({ id: table.id, slug: table.slug });
    for (const row of stored) ids.set(row.slug, row.id);
  }
  if (ids.size < rows.length) throw new Invalid({ slug: "validation.slugTaken" });

  const idOf = (slug: string) => ids.get(slug) as string;
  await addLinks(
    tx,
    actor,
    kind,
    entries.map(({ slug, input }) => ({ id: idOf(slug), input })),
  );
  await appendRevisions(
    tx,
    actor,
    entries.map(({ slug, input, reason }) => ({
      recordKind: kind,
      recordId: idOf(slug),
      version: 1,
      action: `${kind}.record`,
      snapshot: { slug, state: "draft", ...(input as Snapshot) },
      changed: Object.keys(input).sort(),
      reason: reason ?? null,
    })),
  );
  if (kind === "status_report") await refreshStatuses(tx, [...ids.values()]);
  return entries.map(({ slug }) => ({ slug, version: 1, effect: "recorded" }));
}

/**
 * Revises records that are not published, all or none. An input equal to what is stored writes nothing.
 * @throws Refusal not_found, conflict (with the stored version) or forbidden; Invalid for an unknown reference
 */
export async function reviseAll<Kind extends RecordKind>(
  tx: Tx,
  actor: Actor,
  kind: Kind,
  revisionsWanted: readonly Revision<Kind>[],
): Promise<Written[]> {
  demand(actor, WRITE_PERMISSIONS[kind]);
  if (revisionsWanted.length === 0) return [];
  const table = editorialTable(kind);
  const stored = await lockRecords(
    tx,
    actor,
    kind,
    revisionsWanted.map(({ slug }) => slug),
  );
  const snapshots = await latestSnapshots(
    tx,
    kind,
    [...stored.values()].map(({ id }) => id),
  );
  const written: Written[] = [];
  const history: NewRevision[] = [];
  const relinked: { id: string; input: Inputs[Kind] }[] = [];

  for (const { slug, input, basedOn, reason } of revisionsWanted) {
    const row = stored.get(slug);
    if (!row) throw Refusal.notFound();
    const before = snapshots.get(row.id) ?? {};
    if (row.version !== basedOn) throw Refusal.conflict(before, row.version);
    const state = stateAfterEdit(row.state);
    const after: Snapshot = { slug, state, ...(input as Snapshot) };
    const changed = changedFields(before, after);
    if (changed.every((field) => field === "state")) {
      written.push({ slug, version: row.version, effect: "unchanged" });
      continue;
    }
    if (!isEditable(row.state)) throw Refusal.readOnly();
    const version = row.version + 1;
    const columns = await withIds(tx, actor, (id) => STORES[kind].columns(input, id));
    await tx
      .update(table)
      .set({
        ...columns,
        state,
        version,
        updatedBy: actor.id,
        updatedAt: new Date().toISOString(),
        approvedBy: null,
        approvedVersion: null,
      })
      .where(eq(table.id, row.id));
    relinked.push({ id: row.id, input });
    history.push({
      recordKind: kind,
      recordId: row.id,
      version,
      action: `${kind}.revise`,
      snapshot: after,
      changed,
      reason: reason ?? null,
    });
    written.push({ slug, version, effect: "revised" });
  }

  await dropLinks(
    tx,
    kind,
    relinked.map(({ id }) => id),
  );
  await addLinks(tx, actor, kind, relinked);
  await appendRevisions(tx, actor, history);
  if (kind === "status_report")
    await refreshStatuses(
      tx,
      relinked.map(({ id }) => id),
    );
  return written;
}

type Stored = { id: string; slug: string; state: RecordState; version: number; createdBy: string; updatedBy: string };

/** Takes the rows' locks in the order of their ids, so that two batches never wait for each other. */
export async function lockRecords(tx: Tx, actor: Actor, kind: RecordKind, slugs: readonly string[]) {
  const table = editorialTable(kind);
  const rows: Stored[] = await tx
    .select({
      id: table.id,
      slug: table.slug,
      state: table.state,
      version: table.version,
      createdBy: table.createdBy,
      updatedBy: table.updatedBy,
    })
    .from(table)
    .where(and(inArray(table.slug, [...slugs]), visibleTo(actor, table)))
    .orderBy(table.id)
    .for("update");
  return new Map(rows.map((row) => [row.slug, row]));
}
