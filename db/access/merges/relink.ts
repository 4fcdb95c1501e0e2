import { eq, sql } from "drizzle-orm";
import { isPublic, type RecordKind } from "@/lib/records/editorial";
import { changedFields, type Snapshot } from "@/lib/records/merge";
import { redirectReferences } from "@/lib/records/record-merge";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { isEditable, stateAfterEdit } from "@/lib/workflow/workflow";
import type { Tx } from "../../client";
import type { RelinkedRecord } from "../../schema";
import type { RecordInputs } from "../record-mappers";
import {
  type ContentChange,
  contentRevisions,
  lockRecords,
  type StoredRecord,
  storeContent,
} from "../records/record-content";
import { latestSnapshots, type NewRevision } from "../revisions";
import { editorialTableOf } from "../tables";
import { referencingRecords } from "../workflow/referencing-records";

/** Who decided on a merge, or on taking one back, and how it is written into every revision of it. */
export type MergeDecision = {
  /** Null: nobody yet, since it is tried alone. */
  readonly approverId: string | null;
  readonly writerId: string;
  readonly reason: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
};

export type Relink = { readonly kind: RecordKind; readonly change: ContentChange<RecordKind> };

/** Also what is in the trash or became another record: its links are kept right for the day that it comes back. */
export const inAnyState = () => sql`true`;

/** A record's content: its snapshot without what is said of the record as a whole. */
export function contentOf({ slug: _slug, state: _state, ...content }: Snapshot): Snapshot {
  return content;
}

/** A record as it is with other links. What is published stays so, since the merge was approved; an approval that waits lapses. */
export function relinkOf(
  row: StoredRecord,
  before: Snapshot,
  content: Snapshot,
  decision: MergeDecision,
): Relink["change"] {
  const state = stateAfterEdit(row.state);
  const { approverId, writerId, reason, detail } = decision;
  return {
    row,
    input: content as unknown as RecordInputs[RecordKind],
    state,
    changed: changedFields(before, { ...content, slug: row.slug, state }),
    action: "relink",
    reason,
    writerId,
    ...(approverId && isPublic(row.state) ? { approverId } : {}),
    keepsApproval: !isEditable(row.state) && !(approverId && isPublic(row.state)),
    detail,
  };
}

/**
 * Everything that names a record, locked, naming another one instead; but for that one itself, whose content is a proposal's.
 * @throws Refusal mergeConflicts
 */
export async function relinksTo(
  tx: Tx,
  actor: Actor,
  kind: RecordKind,
  { from, to }: { readonly from: StoredRecord; readonly to: StoredRecord },
  decision: MergeDecision,
): Promise<Relink[]> {
  const found = (await referencingRecords(tx, kind, from.id)).filter(
    (one) => one.kind !== kind || one.slug !== to.slug,
  );
  const redirects = { [kind]: new Map([[from.slug, to.slug]]) };
  const relinks: Relink[] = [];
  const conflicts: string[] = [];
  for (const other of new Set(found.map((one) => one.kind))) {
    const slugs = found.filter((one) => one.kind === other).map(({ slug }) => slug);
    const rows = [...(await lockRecords(tx, actor, other, slugs, inAnyState)).values()];
    const snapshots = await latestSnapshots(
      tx,
      other,
      rows.map(({ id }) => id),
    );
    for (const row of rows) {
      const before = snapshots.get(row.id) ?? {};
      const led = redirectReferences(contentOf(before), redirects);
      if (led.conflicts.length > 0) conflicts.push(row.slug);
      else relinks.push({ kind: other, change: relinkOf(row, before, led.content, decision) });
    }
  }
  if (conflicts.length > 0) throw Refusal.mergeConflicts(conflicts.sort());
  return relinks;
}

const kindsOf = (relinks: readonly Relink[]) => [...new Set(relinks.map(({ kind }) => kind))];
const changesOf = (relinks: readonly Relink[], kind: RecordKind) =>
  relinks.filter((one) => one.kind === kind).map(({ change }) => change);

export async function storeRelinks(tx: Tx, actor: Actor, relinks: readonly Relink[]): Promise<void> {
  for (const kind of kindsOf(relinks)) await storeContent(tx, actor, kind, changesOf(relinks, kind), inAnyState);
}

export const relinkRevisions = (relinks: readonly Relink[]): NewRevision[] =>
  kindsOf(relinks).flatMap((kind) => contentRevisions(kind, changesOf(relinks, kind)));

export const relinkedRecords = (relinks: readonly Relink[]): RelinkedRecord[] =>
  relinks.map(({ kind, change: { row } }) => ({ kind, id: row.id, version: row.version + 1 }));

/** Gives a record another state, as a version of its own; who wrote and who approved it stays. */
export async function setMergeState(tx: Tx, kind: RecordKind, row: StoredRecord, state: StoredRecord["state"]) {
  const table = editorialTableOf(kind);
  await tx
    .update(table)
    .set({ state, version: row.version + 1 })
    .where(eq(table.id, row.id));
}
