import { and, eq, inArray } from "drizzle-orm";
import type { Actor } from "@/lib/actor";
import type { RecordKind } from "@/lib/editorial";
import { Refusal } from "@/lib/outcome";
import { demand } from "@/lib/policy";
import { canTake, STEPS, type Step } from "@/lib/workflow";
import { type Tx, transaction } from "../client";
import { revisions } from "../schema";
import { gateReasonsOf } from "./gate";
import { lockRecords } from "./records";
import { appendRevisions, latestSnapshots } from "./revisions";
import { refreshStatuses } from "./station-status";
import { editorialTable } from "./tables";

/**
 * Takes one step of the workflow with records of one kind, all or none, each with its revision.
 * @throws Refusal forbidden (wrong role, own work, wrong state or a blocked gate) or not_found
 */
export async function moveAll(
  tx: Tx,
  actor: Actor,
  kind: RecordKind,
  slugs: readonly string[],
  step: Step,
  reason: string | null = null,
): Promise<void> {
  const { permission, to } = STEPS[step];
  demand(actor, permission);
  if (slugs.length === 0) return;
  const stored = await lockRecords(tx, actor, kind, slugs);
  if (stored.size < new Set(slugs).size) throw Refusal.notFound();
  const rows = [...stored.values()];
  const ids = rows.map(({ id }) => id);
  for (const row of rows) if (!canTake(step, row.state)) throw Refusal.wrongState(step, row.state);
  if ("fourEyes" in STEPS[step]) await demandOtherHands(tx, actor, kind, ids);
  if ("gate" in STEPS[step]) {
    const blocked = [...(await gateReasonsOf(tx, kind, ids)).values()].flat();
    if (blocked[0]) throw Refusal.gate(blocked[0]);
  }

  const table = editorialTable(kind);
  const snapshots = await latestSnapshots(tx, kind, ids);
  const now = new Date().toISOString();
  const versions = new Map<number, string[]>();
  for (const row of rows) versions.set(row.version, [...(versions.get(row.version) ?? []), row.id]);
  for (const [version, sameVersion] of versions) {
    await tx
      .update(table)
      .set({
        state: to,
        version: version + 1,
        ...(step === "approve" ? { approvedBy: actor.id, approvedVersion: version } : {}),
        ...(step === "publish" ? { publishedAt: now } : {}),
      })
      .where(inArray(table.id, sameVersion));
  }
  await appendRevisions(
    tx,
    actor,
    rows.map((row) => ({
      recordKind: kind,
      recordId: row.id,
      version: row.version + 1,
      action: `${kind}.${step}`,
      snapshot: { ...snapshots.get(row.id), state: to },
      changed: ["state"],
      reason,
    })),
  );
  if (kind === "status_report") await refreshStatuses(tx, ids);
}

/** Four eyes: whoever wrote any of the content is not the one to approve it. */
async function demandOtherHands(tx: Tx, actor: Actor, kind: RecordKind, ids: readonly string[]) {
  const own = await tx
    .select({ id: revisions.recordId })
    .from(revisions)
    .where(
      and(
        eq(revisions.recordKind, kind),
        inArray(revisions.recordId, [...ids]),
        eq(revisions.authorId, actor.id),
        inArray(revisions.action, [`${kind}.record`, `${kind}.revise`]),
      ),
    )
    .limit(1);
  if (own.length > 0) throw Refusal.ownWork();
}

/** One record, one step. */
export const moveOne = (actor: Actor, kind: RecordKind, slug: string, step: Step, reason: string | null = null) =>
  transaction((tx) => moveAll(tx, actor, kind, [slug], step, reason));
