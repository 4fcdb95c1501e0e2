import { sql } from "drizzle-orm";
import type { RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import type { GateWarning } from "@/lib/workflow/gate";
import { Invalid } from "@/lib/workflow/outcome";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { canTransition, type Transition, transitionRule } from "@/lib/workflow/workflow";
import { type Tx, transaction } from "../../client";
import { releaseIn } from "../files/release-copies";
import { addCorrections } from "../history/corrections";
import { isOneOf } from "../records/bulk-rows";
import type { StoredRecord } from "../records/record-content";
import { lockContents } from "../records/record-rows";
import { appendNumberedRevisions, appendRevisions, lockChain } from "../revisions";
import { refreshStatuses } from "../stations/station-status";
import { editorialTableOf } from "../tables";
import { trashedTo, visibleTo } from "../visibility";
import { requireFourEyes } from "./authorship";
import { gateOutcomesOf } from "./checklists";

export type TransitionOptions = {
  /** For the history; some steps need one. */
  readonly reason?: string | null;
  /** The version that was read before the decision; another one stored by now is a conflict. */
  readonly basedOn?: number;
  /** The warnings of the gate that were ticked; "all" by whoever publishes many at once and records what was warned of. */
  readonly ticked?: readonly GateWarning[] | "all";
  /** Redacted copies that whoever publishes this record was shown: released with it, but for their own. */
  readonly copies?: readonly string[];
  /** For the public; retracting needs one. */
  readonly note?: string | null;
};

/**
 * Takes one step of the workflow with records of one kind, all or none, each with its revision.
 * @throws Refusal forbidden (wrong role, own work, a blocked gate), conflict (wrong state, changed since it was read) or
 * not_found; Invalid for a missing reason or note, or an unticked warning
 */
export async function transitionAll(
  tx: Tx,
  actor: Actor,
  kind: RecordKind,
  slugs: readonly string[],
  step: Transition,
  { reason = null, basedOn, ticked = [], copies = [], note = null }: TransitionOptions = {},
): Promise<void> {
  const rule = transitionRule(step);
  requirePermission(actor, rule.permission);
  if (slugs.length === 0) return;
  const stored = await lockContents(tx, actor, kind, slugs, step === "restore" ? trashedTo : visibleTo);
  if (stored.size < new Set(slugs).size) throw Refusal.notFound();
  const rows = [...stored.values()];
  const ids = rows.map(({ id }) => id);
  for (const row of rows) {
    if (!canTransition(step, row.state)) throw Refusal.wrongState(step, row.state);
    if (basedOn !== undefined && row.version !== basedOn) throw Refusal.changedSinceRead();
  }
  await requireFourEyes(tx, actor, kind, ids, rule);
  requireTransitionText(rule, { reason, note });

  await setState(tx, actor, kind, rows, step);
  if (kind === "status_report") await refreshStatuses(tx, ids);
  const [row] = rows;
  const isReleasing = step === "publish" && row && copies.length > 0;
  const released = isReleasing ? await releaseIn(tx, actor, { kind, ...row }, copies) : [];
  const warnings = rule.gate ? await requireGatePassed(tx, kind, ids, ticked) : new Map<string, GateWarning[]>();
  const added = rows.map((row) => ({
    recordKind: kind,
    recordId: row.id,
    version: row.version + 1,
    action: `${kind}.${step}`,
    snapshot: { ...row.snapshot, state: rule.to },
    changed: ["state"],
    reason,
    detail: warnings.get(row.id)?.length ? { ticked: warnings.get(row.id) } : null,
  }));
  if (note === null || !rule.note) return appendRevisions(tx, actor, [...added, ...released]);
  const seqs = await appendNumberedRevisions(tx, actor, added);
  await addCorrections(
    tx,
    actor,
    "retraction",
    kind,
    ids.map((id, index) => ({ id, seq: seqs[index] as number, note })),
  );
}

function requireTransitionText(
  rule: { reason?: true; note?: true },
  { reason, note }: { reason: string | null; note: string | null },
) {
  const missing = {
    ...(rule.reason && !reason?.trim() ? { reason: "validation.reasonRequired" } : {}),
    ...(rule.note && !note?.trim() ? { note: "validation.noteRequired" } : {}),
  };
  if (Object.keys(missing).length > 0) throw new Invalid(missing);
}

/**
 * What the gate says of these records, by id. It holds the chain, so it comes when a write waits for no row any more: what the
 * records rest on can't be taken back between here and their revision.
 */
export async function readGateLast(tx: Tx, kind: RecordKind, ids: readonly string[]) {
  await lockChain(tx);
  return gateOutcomesOf(tx, kind, ids);
}

/**
 * What these records warn of, by record id, once nothing blocks and every warning is ticked; see `readGateLast`.
 * @throws Refusal gate, with the first thing that blocks; Invalid for a warning that nobody ticked
 */
export async function requireGatePassed(
  tx: Tx,
  kind: RecordKind,
  ids: readonly string[],
  ticked: NonNullable<TransitionOptions["ticked"]>,
): Promise<Map<string, GateWarning[]>> {
  const outcomes = await readGateLast(tx, kind, ids);
  const blocked = [...outcomes.values()].flatMap(({ reasons }) => reasons)[0];
  if (blocked) throw Refusal.gate(blocked);
  const warnings = new Map([...outcomes].map(([id, own]) => [id, own.warnings]));
  const unticked = [...warnings.values()].flat().some((warning) => ticked !== "all" && !ticked.includes(warning));
  if (unticked) throw new Invalid({ ticked: "validation.tickWarnings" });
  return warnings;
}

async function setState(
  tx: Tx,
  actor: Actor,
  kind: RecordKind,
  rows: readonly StoredRecord[],
  step: Transition,
): Promise<void> {
  const table = editorialTableOf(kind);
  const rule = transitionRule(step);
  const now = new Date().toISOString();
  const ids = rows.map(({ id }) => id);
  await tx
    .update(table)
    .set({
      state: rule.to,
      version: sql`${table.version} + 1`,
      ...(step === "approve" ? { approvedBy: actor.id, approvedVersion: sql`${table.version}` } : {}),
      ...(rule.lapses ? { approvedBy: null, approvedVersion: null } : {}),
      ...(step === "publish" ? { publishedAt: now } : {}),
    })
    .where(isOneOf(table.id, ids, "uuid"));
}

/** One record, one step. */
export const transitionRecord = (
  actor: Actor,
  kind: RecordKind,
  slug: string,
  step: Transition,
  options: TransitionOptions = {},
) => transaction((tx) => transitionAll(tx, actor, kind, [slug], step, options));
