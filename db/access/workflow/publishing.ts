import { sql } from "drizzle-orm";
import type { RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import type { GateReason, GateWarning } from "@/lib/workflow/gate";
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
import { readGateLast } from "./transitions";

/** What the gate says of a record. */
export type GateOutcome = { readonly reasons: readonly GateReason[]; readonly warnings: readonly GateWarning[] };

/** Why many are published at once, and what of them is not, though nothing blocks it. */
export type ManyPublished = {
  readonly reason: string;
  /** Whether what the gate warns of keeps a record in review. */
  isHeldBy(warnings: readonly GateWarning[]): boolean;
};

/** What blocks a record beside the approval that it is about to be given. */
export const blocksBeforeApproval = ({ reasons }: GateOutcome) => reasons.filter((reason) => reason !== "one_person");

/** Whether nothing blocks or holds a record that is about to be approved. */
export const isGateOpen = (outcome: GateOutcome, { isHeldBy }: ManyPublished) =>
  blocksBeforeApproval(outcome).length === 0 && !isHeldBy(outcome.warnings);

/**
 * Approves and publishes those of these records whose gate is open: what `transitionAll` does in two steps, with both
 * revisions, but each row and its indexes are written once. Warnings are ticked and recorded.
 * @returns what the gate says of each, by slug
 * @throws Refusal forbidden, conflict or not_found, as each of the steps does
 */
export async function approveAndPublishOpen(
  tx: Tx,
  actor: Actor,
  kind: RecordKind,
  slugs: readonly string[],
  many: ManyPublished,
): Promise<Map<string, GateOutcome>> {
  const [approval, publication] = [transitionRule("approve"), transitionRule("publish")];
  for (const { permission } of [approval, publication]) requirePermission(actor, permission);
  if (slugs.length === 0) return new Map();
  const stored = await lockRecords(tx, actor, kind, slugs);
  if (stored.size < new Set(slugs).size) throw Refusal.notFound();
  const rows = [...stored.values()];
  for (const { state } of rows) if (!canTransition("approve", state)) throw Refusal.wrongState("approve", state);
  const all = rows.map(({ id }) => id);
  await requireFourEyes(tx, actor, kind, all, approval);

  const outcomes = await readGateLast(tx, kind, all);
  const open = rows.filter(({ id }) => isGateOpen(outcomes.get(id) ?? NOTHING, many));
  const ids = open.map(({ id }) => id);
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
  const revisionOf = ({ id, version }: StoredRecord) => {
    const snapshot = { ...snapshots.get(id), state: approval.to };
    return {
      recordKind: kind,
      recordId: id,
      version: version + 1,
      snapshot,
      changed: ["state"],
      reason: many.reason,
    };
  };
  const approved = open.map((row) => ({ ...revisionOf(row), action: `${kind}.approve` }));
  const published = approved.map((revision) => {
    const { warnings } = outcomes.get(revision.recordId) ?? NOTHING;
    return {
      ...revision,
      version: revision.version + 1,
      action: `${kind}.publish`,
      snapshot: { ...revision.snapshot, state: publication.to },
      detail: warnings.length > 0 ? { ticked: warnings } : null,
    };
  });
  // Each step is told to those who follow.
  await appendRevisions(tx, actor, approved);
  await appendRevisions(tx, actor, published);
  return new Map(rows.map(({ id, slug }) => [slug, outcomes.get(id) ?? NOTHING]));
}

const NOTHING: GateOutcome = { reasons: [], warnings: [] };
