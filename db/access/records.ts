import type { RecordKind } from "@/lib/records/editorial";
import type { Caution } from "@/lib/records/plausibility";
import type { Actor } from "@/lib/workflow/actor";
import { WRITE_PERMISSIONS } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import type { Tx } from "../client";
import { leadReferencesOn } from "./merges/redirects";
import type { RecordInputs } from "./record-mappers";
import { warningsOf } from "./records/plausibility";
import {
  type ContentChange,
  contentRevisions,
  lockRecords,
  type StoredRecord,
  storeContent,
} from "./records/record-content";
import { editOf } from "./records/record-edit";
import { appendRevisions, latestSnapshots, type NewRevision, type RevisionSnapshot, snapshotsAt } from "./revisions";

export type WrittenRecord = {
  readonly slug: string;
  readonly version: number;
  readonly effect: "recorded" | "revised" | "unchanged";
  /** What is most likely a slip; absent when nothing is. It has to be ticked before publication. */
  readonly warnings?: readonly Caution[];
};

export type NewRecord<Kind extends RecordKind> = {
  readonly slug: string;
  readonly input: RecordInputs[Kind];
  readonly reason?: string | null;
};
type RecordEdit<Kind extends RecordKind> = NewRecord<Kind> & {
  /** The version that the change was made from; another one stored by now is a conflict. */
  readonly basedOn: number;
};

export const firstRevision = <Kind extends RecordKind>(
  kind: Kind,
  id: string,
  { slug, input, reason }: NewRecord<Kind>,
): NewRevision => ({
  recordKind: kind,
  recordId: id,
  version: 1,
  action: `${kind}.record`,
  snapshot: { slug, state: "draft", ...(input as RevisionSnapshot) },
  changed: Object.keys(input).sort(),
  reason: reason ?? null,
});

/** What the entries name, by the names that it has now. */
export async function withReferencesLed<Kind extends RecordKind, Entry extends NewRecord<Kind>>(
  tx: Tx,
  entries: readonly Entry[],
): Promise<Entry[]> {
  const inputs = await leadReferencesOn(
    tx,
    entries.map(({ input }) => input as RevisionSnapshot),
  );
  return entries.map((entry, index) => ({ ...entry, input: inputs[index] as RecordInputs[Kind] }));
}

/**
 * Revises records that are not published, all or none. An input equal to what is stored writes nothing.
 * @throws Refusal not_found, conflict (with the stored version) or forbidden; Invalid for an unknown reference
 */
export async function reviseAll<Kind extends RecordKind>(
  tx: Tx,
  actor: Actor,
  kind: Kind,
  asked: readonly RecordEdit<Kind>[],
): Promise<WrittenRecord[]> {
  requirePermission(actor, WRITE_PERMISSIONS[kind]);
  if (asked.length === 0) return [];
  const revisionsWanted = await withReferencesLed(tx, asked);
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
  const written: WrittenRecord[] = [];
  const changes: ContentChange<Kind>[] = [];
  const bases = await snapshotsAt(tx, kind, staleOf(revisionsWanted, stored));

  for (const { slug, input, basedOn, reason } of revisionsWanted) {
    const row = stored.get(slug);
    if (!row) throw Refusal.notFound();
    const before = snapshots.get(row.id) ?? {};
    if (row.version !== basedOn) throw Refusal.conflict(before, row.version, bases.get(row.id));
    const change = editOf(actor, kind, row, before, { input, reason });
    if (!change) {
      written.push({ slug, version: row.version, effect: "unchanged" });
      continue;
    }
    changes.push(change);
    written.push({ slug, version: row.version + 1, effect: "revised", ...warningsOf(kind, input) });
  }
  await storeContent(tx, actor, kind, changes);
  await appendRevisions(tx, actor, contentRevisions(kind, changes));
  return written;
}

/** The rows that somebody else revised since the version that a change names: their forms want that version to merge. */
const staleOf = (wanted: readonly { slug: string; basedOn: number }[], stored: ReadonlyMap<string, StoredRecord>) =>
  wanted.flatMap(({ slug, basedOn }) => {
    const row = stored.get(slug);
    return row && row.version !== basedOn ? [{ id: row.id, version: basedOn }] : [];
  });
