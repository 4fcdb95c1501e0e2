import { and } from "drizzle-orm";
import type { RecordKind, RecordState } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import type { Tx } from "../../client";
import { type IdLookup, withIds } from "../id-lookup";
import { addLinks, dropLinks, nameLinks } from "../record-links";
import { RECORD_MAPPERS, type RecordInputs } from "../record-mappers";
import type { NewRevision, RevisionSnapshot } from "../revisions";
import { refreshStatuses, stationsOfReports } from "../stations/station-status";
import { editorialTableOf } from "../tables";
import { visibleTo } from "../visibility";
import { isOneOf, updateRows } from "./bulk-rows";

export type ContentChange<Kind extends RecordKind> = {
  readonly row: StoredRecord;
  readonly input: RecordInputs[Kind];
  readonly state: RecordState;
  readonly changed: string[];
  /** The part of the revision's action behind the kind. */
  readonly action: string;
  readonly reason: string | null;
  /** Whose content it is. */
  readonly writerId: string;
  /** Who approved it, when it is written by approval; null: an approval that stood lapses. */
  readonly approverId?: string;
  /** True where nobody decides about the content: who wrote and who approved it stays as it is. */
  readonly keepsApproval?: boolean;
  readonly detail?: NewRevision["detail"];
};

/**
 * Replaces the content of locked records with the links that belong to them; `contentRevisions` have to follow.
 * @param scope which records the content may name; those that the person sees
 */
export async function storeContent<Kind extends RecordKind>(
  tx: Tx,
  actor: Actor,
  kind: Kind,
  changes: readonly ContentChange<Kind>[],
  scope: typeof visibleTo = visibleTo,
): Promise<void> {
  const table = editorialTableOf(kind);
  const ids = changes.map(({ row }) => row.id);
  const left = kind === "status_report" ? await stationsOfReports(tx, ids) : [];
  const named = (id: IdLookup) => {
    const columns = changes.map(({ input }) => {
      nameLinks(kind, input, id);
      return RECORD_MAPPERS[kind].columns(input, id);
    });
    return { columns, idOf: id };
  };
  const { columns, idOf } = await withIds(tx, actor, named, scope);
  const rows = changes.map((change, index) => ({ ...columns[index], ...writtenBy(change), id: change.row.id }));
  await updateRows(tx, table, rows);
  await dropLinks(tx, kind, ids);
  await addLinks(
    tx,
    kind,
    changes.map(({ row, input }) => ({ id: row.id, input })),
    idOf,
  );
  if (kind === "status_report") await refreshStatuses(tx, ids, left);
}

function writtenBy<Kind extends RecordKind>(change: ContentChange<Kind>) {
  const { row, state, writerId, approverId = null, keepsApproval = false } = change;
  const version = row.version + 1;
  if (keepsApproval) return { state, version };
  return {
    state,
    version,
    updatedBy: writerId,
    updatedAt: new Date().toISOString(),
    approvedBy: approverId,
    approvedVersion: approverId ? version : null,
  };
}

export const contentRevisions = <Kind extends RecordKind>(
  kind: Kind,
  changes: readonly ContentChange<Kind>[],
): NewRevision[] =>
  changes.map(({ row, input, state, changed, action, reason, writerId, detail }) => ({
    recordKind: kind,
    recordId: row.id,
    version: row.version + 1,
    action: `${kind}.${action}`,
    snapshot: { slug: row.slug, state, ...(input as RevisionSnapshot) },
    changed,
    reason,
    authorId: writerId,
    detail: detail ?? null,
  }));

export type StoredRecord = {
  id: string;
  slug: string;
  state: RecordState;
  version: number;
  createdBy: string;
  updatedBy: string;
};

/**
 * Takes the rows' locks in the order of their ids, so that two batches never wait for each other. Their keys stay as they
 * are: whoever only refers to one of these rows (another claim that disputes this one, say) does not wait either.
 */
export async function lockRecords(
  tx: Tx,
  actor: Actor,
  kind: RecordKind,
  slugs: readonly string[],
  scope: typeof visibleTo = visibleTo,
) {
  const table = editorialTableOf(kind);
  const rows: StoredRecord[] = await tx
    .select({
      id: table.id,
      slug: table.slug,
      state: table.state,
      version: table.version,
      createdBy: table.createdBy,
      updatedBy: table.updatedBy,
    })
    .from(table)
    .where(and(isOneOf(table.slug, slugs), scope(actor, table)))
    .orderBy(table.id)
    .for("no key update");
  return new Map(rows.map((row) => [row.slug, row]));
}
