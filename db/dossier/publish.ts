import { LOADED } from "@/lib/history/loader-reason";
import { CAUTIONS, type Caution } from "@/lib/records/plausibility";
import type { Actor } from "@/lib/workflow/actor";
import type { GateReason, GateWarning } from "@/lib/workflow/gate";
import { inParts } from "../access/records/bulk-rows";
import { approveAndPublishOpen, blocksBeforeApproval, type ManyPublished } from "../access/workflow/publishing";
import type { Tx } from "../client";
import type { PlannedKind } from "./plan";

/** So many are written, or held against the gate, at once. */
export const RECORDS_AT_ONCE = 1000;

/** What these rest on was written before them, so that what the gate lets through is published as it is written. */
const PUBLISHED_AS_WRITTEN: readonly PlannedKind[] = ["organization", "evidence", "response", "event", "coverage"];

const slipsAmong = (warnings: readonly GateWarning[]) => CAUTIONS.filter((one) => warnings.includes(one));

const OF_THE_LOADER: ManyPublished = {
  reason: `${LOADED}: the checklist is complete.`,
  isHeldBy: (warnings) => slipsAmong(warnings).length > 0,
};

/** How `recordAll` publishes what it writes of a kind; null: that waits until the other kinds are written. */
export const publicationOf = (kind: PlannedKind, approver: Actor) =>
  PUBLISHED_AS_WRITTEN.includes(kind) ? { approver, ...OF_THE_LOADER } : null;

/** Approves and publishes what nothing but the missing approval blocks, and no slip is feared of. Gives what keeps the others. */
export async function publish(tx: Tx, approver: Actor, kind: PlannedKind, slugs: readonly string[]) {
  const reasons: Partial<Record<GateReason | Caution, number>> = {};
  for (const part of inParts(slugs, RECORDS_AT_ONCE)) await publishPart(tx, approver, kind, part, reasons);
  return reasons;
}

async function publishPart(
  tx: Tx,
  approver: Actor,
  kind: PlannedKind,
  slugs: readonly string[],
  reasons: Partial<Record<GateReason | Caution, number>>,
): Promise<void> {
  const outcomes = await approveAndPublishOpen(tx, approver, kind, slugs, OF_THE_LOADER);
  for (const outcome of outcomes.values()) {
    const left = [...blocksBeforeApproval(outcome), ...slipsAmong(outcome.warnings)];
    for (const reason of left) reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
}
