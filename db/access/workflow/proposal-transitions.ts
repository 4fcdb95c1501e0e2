import { and, eq, inArray } from "drizzle-orm";
import { isPublic, type RecordKind } from "@/lib/records/editorial";
import { changedFields, mergeThreeWay } from "@/lib/records/merge";
import { rawInput } from "@/lib/records/rows";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import {
  canTransitionProposal,
  type ProposalTransition,
  proposalTransitionRule,
  stateAfterProposal,
} from "@/lib/workflow/workflow";
import { type Tx, transaction } from "../../client";
import { revisions } from "../../schema";
import { addCorrections } from "../history/corrections";
import type { RecordInputs } from "../record-mappers";
import { type ContentChange, contentRevisions, type StoredRecord, storeContent } from "../records";
import { appendRevisions, latestSnapshots, type RevisionSnapshot, snapshotsAt } from "../revisions";
import { requireFourEyes } from "./authorship";
import {
  appendProposalRevision,
  inputOf,
  lockProposal,
  type ProposalWritten,
  type StoredProposal,
  storeProposal,
} from "./proposals";
import { requireGatePassed, type TransitionOptions } from "./transitions";

export type ProposalTransitionOptions = TransitionOptions & {
  /** The record's version that the change was shown against; another one by now is a conflict. */
  readonly recordVersion?: number;
};

/**
 * Takes one step with a proposal. Approving writes it into its record, in the same transaction: whoever reads the record
 * sees the change and its approval at one moment.
 * @throws Refusal forbidden (wrong role, own work, a blocked gate), conflict (wrong state, changed since it was read, the
 * record changed in the same fields, nothing to change) or not_found; Invalid for what is missing or not ticked
 */
export async function transitionProposal(
  actor: Actor,
  slug: string,
  step: ProposalTransition,
  options: ProposalTransitionOptions = {},
): Promise<ProposalWritten> {
  const rule = proposalTransitionRule(step);
  requirePermission(actor, rule.permission);
  return transaction(async (tx) => {
    const { proposal, record } = await lockProposal(tx, actor, slug);
    if (!canTransitionProposal(step, proposal.state)) throw Refusal.proposalWrongState(step, proposal.state);
    if (options.basedOn !== undefined && options.basedOn !== proposal.version) throw Refusal.changedSinceRead();
    await requireFourEyes(tx, actor, "proposal", [proposal.id], rule);
    const reason = options.reason?.trim() || null;
    if (rule.reason && !reason) throw new Invalid({ reason: "validation.reasonRequired" });
    if (step === "submit") await requireComplete(tx, proposal, record);
    const appliedVersion = step === "approve" ? await apply(tx, actor, proposal, record, options) : null;
    const decides = ["approve", "reject"].includes(step);
    const written = await storeProposal(tx, proposal, {
      state: rule.to,
      appliedVersion,
      ...(decides ? { decidedBy: actor.id, decidedAt: new Date().toISOString() } : {}),
    });
    await appendProposalRevision(tx, actor, written, record.slug, step, reason);
    return written;
  });
}

async function requireComplete(tx: Tx, proposal: StoredProposal, record: StoredRecord): Promise<void> {
  if (!proposal.reason) throw new Invalid({ reason: "validation.reasonRequired" });
  if (!(await proposalChangeOf(tx, proposal, record))) throw new Invalid({ typed: "validation.incomplete" });
}

const changes = (current: RevisionSnapshot, merged: RevisionSnapshot) =>
  changedFields(current, { ...merged, slug: current.slug, state: current.state }).length > 0;

/**
 * A proposal's content joined with what its record says by now: fields that nobody else touched apply, the rest conflict.
 * The snapshots are without the editorial fields `slug` and `state` where they are compared.
 */
export async function mergeProposalWithRecord(
  tx: Parameters<typeof latestSnapshots>[0],
  proposal: Pick<StoredProposal, "recordKind" | "recordId" | "baseVersion" | "input">,
  record: { readonly id: string; readonly version: number },
) {
  const current = (await latestSnapshots(tx, proposal.recordKind, [record.id])).get(record.id) ?? {};
  const at = await snapshotsAt(tx, proposal.recordKind, [{ id: record.id, version: proposal.baseVersion }]);
  const base = at.get(record.id) ?? current;
  const editorial = { slug: current.slug, state: current.state };
  const { merged, conflicts } = mergeThreeWay(
    { ...base, ...editorial },
    { ...(proposal.input ?? {}), ...editorial },
    current,
  );
  return { merged: merged as RevisionSnapshot, conflicts, base, current };
}

async function apply(
  tx: Tx,
  actor: Actor,
  proposal: StoredProposal,
  record: StoredRecord,
  { recordVersion, ticked = [] }: ProposalTransitionOptions,
): Promise<number> {
  const kind = proposal.recordKind;
  if (recordVersion !== undefined && recordVersion !== record.version) throw Refusal.changedSinceRead();
  const content = await proposalChangeOf(tx, proposal, record);
  if (!content) throw new Invalid({ typed: "validation.incomplete" });
  const change = { ...content, approverId: actor.id };
  await storeContent(tx, actor, kind, [change]);
  const warnings = (await requireGatePassed(tx, kind, [record.id], ticked)).get(record.id) ?? [];
  const writers = await writersOf(tx, proposal.id);
  const detail = {
    proposal: proposal.slug,
    writers,
    approvedBy: actor.id,
    ...(warnings[0] ? { ticked: warnings } : {}),
  };
  const [seq] = await appendRevisions(tx, actor, contentRevisions(kind, [{ ...change, detail }]));
  if (proposal.correctionNote) {
    const note = { id: record.id, seq: seq as number, note: proposal.correctionNote };
    await addCorrections(tx, actor, "correction", kind, [note]);
  }
  return record.version + 1;
}

/**
 * What a proposal makes of its record, with everything else as the record says it by now; null while it is incomplete.
 * @throws Refusal notPublished (it was taken back meanwhile: an approval here would pass by its own review), baseMoved or
 * nothingProposed
 */
export async function proposalChangeOf(
  tx: Tx,
  proposal: StoredProposal,
  record: StoredRecord,
): Promise<ContentChange<RecordKind> | null> {
  if (!isPublic(record.state)) throw Refusal.notPublished();
  const { merged, conflicts, current } = await mergeProposalWithRecord(tx, proposal, record);
  const { slug: _slug, state: _state, ...content } = merged;
  const input = proposal.input && inputOf(proposal.recordKind, rawInput(content));
  if (!input) return null;
  if (conflicts.length > 0) throw Refusal.baseMoved(conflicts);
  if (!changes(current, merged)) throw Refusal.nothingProposed();
  const corrects = proposal.correctionNote !== null;
  const state = stateAfterProposal(record.state, corrects);
  return {
    row: record,
    input: input as RecordInputs[RecordKind],
    state,
    changed: changedFields(current, { ...merged, state }),
    action: corrects ? "correct" : "apply",
    reason: proposal.reason,
    writerId: proposal.updatedBy,
  };
}

/** Everybody who wrote any version of a proposal, by id. */
async function writersOf(tx: Tx, proposalId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: revisions.authorId })
    .from(revisions)
    .where(
      and(
        eq(revisions.recordKind, "proposal"),
        eq(revisions.recordId, proposalId),
        inArray(revisions.action, ["proposal.open", "proposal.revise"]),
      ),
    );
  return rows.map(({ id }) => id).sort();
}
