import { sql } from "drizzle-orm";
import type { RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { canTransition, transitionRule } from "@/lib/workflow/workflow";
import type { Tx } from "../../client";
import { isOneOf } from "../records/bulk-rows";
import { lockRecords, type StoredRecord } from "../records/record-content";
import { appendRevisions, latestSnapshots } from "../revisions";
import { refreshStatuses } from "../stations/station-status";
import { editorialTableOf } from "../tables";
import { requireFourEyes } from "./authorship";
import { requireGatePassed } from "./transitions";

/**
 * Approves and publishes records of one kind, all or none: what `transitionAll` does in two steps, with both revisions, but
 * each row and its indexes are written once. Warnings are ticked and recorded.
 * @throws Refusal forbidden, conflict or not_found, as each of the steps does
 */
export async function approveAndPublishAll(
  tx: Tx,
  actor: Actor,
  kind: RecordKind,
  slugs: readonly string[],
  reason: string,
): Promise<void> {
  const [approval, publication] = [transitionRule("approve"), transitionRule("publish")];
  for (const { permission } of [approval, publication]) requirePermission(actor, permission);
  if (slugs.length === 0) return;
  const stored = await lockRecords(tx, actor, kind, slugs);
  if (stored.size < new Set(slugs).size) throw Refusal.notFound();
  const rows = [...stored.values()];
  const ids = rows.map(({ id }) => id);
  for (const { state } of rows) if (!canTransition("approve", state)) throw Refusal.wrongState("approve", state);
  await requireFourEyes(tx, actor, kind, ids, approval);

  const snapshots = await latestSnapshots(tx, kind, ids);
  const table = editorialTableOf(kind);
  await tx
    .update(table)
    .set({
      state: publication.to,
      version: sql`${table.version} + 2`,
      approvedBy: actor.id,
      approvedVersion: sql`${table.version}`,
      publishedAt: new Date().toISOString(),
    })
    .where(isOneOf(table.id, ids, "uuid"));
  if (kind === "status_report") await refreshStatuses(tx, ids);
  const warnings = await requireGatePassed(tx, kind, ids, "all");
  const revisionOf = ({ id, version }: StoredRecord) => {
    const snapshot = { ...snapshots.get(id), state: approval.to };
    return { recordKind: kind, recordId: id, version: version + 1, snapshot, changed: ["state"], reason };
  };
  const approved = rows.map((row) => ({ ...revisionOf(row), action: `${kind}.approve` }));
  const published = approved.map((revision) => ({
    ...revision,
    version: revision.version + 1,
    action: `${kind}.publish`,
    snapshot: { ...revision.snapshot, state: publication.to },
    detail: warnings.get(revision.recordId)?.length ? { ticked: warnings.get(revision.recordId) } : null,
  }));
  // Each step is told to those who follow.
  await appendRevisions(tx, actor, approved);
  await appendRevisions(tx, actor, published);
}
