import { LOADED } from "@/lib/history/loader-reason";
import { CAUTIONS, type Caution } from "@/lib/records/plausibility";
import type { Actor } from "@/lib/workflow/actor";
import type { GateReason, GateWarning } from "@/lib/workflow/gate";
import { inParts } from "../access/records/bulk-rows";
import { lockRecords } from "../access/records/record-content";
import { gateOutcomesOf } from "../access/workflow/checklists";
import { approveAndPublishAll } from "../access/workflow/publishing";
import type { Tx } from "../client";
import type { PlannedKind } from "./plan";

/** So many are written, or held against the gate, at once. */
export const RECORDS_AT_ONCE = 1000;

/** What these rest on was written before them, so that what the gate lets through is published as it is written. */
const PUBLISHED_AS_WRITTEN: readonly PlannedKind[] = ["organization", "evidence", "response", "event", "coverage"];

const COMPLETE = `${LOADED}: the checklist is complete.`;

type GateOutcome = { readonly reasons: readonly GateReason[]; readonly warnings: readonly GateWarning[] };

/** What keeps a record in review beside the approval that is still missing: what blocks it, and a slip that is feared. */
const whatKeeps = ({ reasons, warnings }: GateOutcome = { reasons: [], warnings: [] }) => [
  ...reasons.filter((reason) => reason !== "one_person"),
  ...CAUTIONS.filter((one) => warnings.includes(one)),
];

/** How `recordAll` publishes what it writes of a kind; null: that waits until the other kinds are written. */
export const publicationOf = (kind: PlannedKind, approver: Actor) =>
  PUBLISHED_AS_WRITTEN.includes(kind)
    ? { approver, reason: COMPLETE, isOpen: (outcome: GateOutcome) => whatKeeps(outcome).length === 0 }
    : null;

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
  const stored = await lockRecords(tx, approver, kind, slugs);
  const ids = [...stored.values()].map(({ id }) => id);
  const outcomes = await gateOutcomesOf(tx, kind, ids);
  const open: string[] = [];
  for (const { id, slug } of stored.values()) {
    const left = whatKeeps(outcomes.get(id));
    if (left.length === 0) open.push(slug);
    for (const reason of left) reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  await approveAndPublishAll(tx, approver, kind, open, COMPLETE);
}
