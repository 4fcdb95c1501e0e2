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
  isEditable,
  type ProposalTransition,
  proposalTransitionRule,
  stateAfterProposal,
} from "@/lib/workflow/workflow";
import { type Tx, transaction } from "../../client";
import { revisions } from "../../schema";
import { addCorrections } from "../history/corrections";
import { absorbRecord, type MergeStep } from "../merges/apply-merge";
import { leadReferencesOn } from "../merges/redirects";
import type { MergeDecision } from "../merges/relink";
import { findActiveMerge, restoreAbsorbed } from "../merges/undo-merge";
import type { RecordInputs } from "../record-mappers";
import { type ContentChange, contentRevisions, type StoredRecord, storeContent } from "../records/record-content";
import {
  appendNumberedRevisions,
  appendRevisions,
  latestSnapshots,
  lockChain,
  type NewRevision,
  type RevisionSnapshot,
  snapshotsAt,
} from "../revisions";
import { requireFourEyes } from "./authorship";
import {
  inputOf,
  lockProposal,
  type ProposalWritten,
  proposalRevision,
  type StoredProposal,
  storeProposal,
} from "./proposals";
import { requireGatePassed, type TransitionOptions } from "./transitions";

type ProposalTransitionOptions = TransitionOptions & {
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
    const { proposal, record, absorbed } = await lockProposal(tx, actor, slug);
    if (!canTransitionProposal(step, proposal.state)) throw Refusal.proposalWrongState(step, proposal.state);
    if (options.basedOn !== undefined && options.basedOn !== proposal.version) throw Refusal.changedSinceRead();
    await requireFourEyes(tx, actor, "proposal", [proposal.id], rule);
    const reason = options.reason?.trim() || null;
    if (rule.reason && !reason) throw new Invalid({ reason: "validation.reasonRequired" });
    if (step === "submit") await requireComplete(tx, proposal, record);
    const decides = ["approve", "reject"].includes(step);
    const written = await storeProposal(tx, proposal, {
      state: rule.to,
      appliedVersion: step === "approve" ? record.version + 1 : null,
      ...(decides ? { decidedBy: actor.id, decidedAt: new Date().toISOString() } : {}),
    });
    const decision = proposalRevision(written, record.slug, step, reason);
    if (step === "approve") await apply(tx, actor, { proposal, record, absorbed, decision }, options);
    else await appendRevisions(tx, actor, [decision]);
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
  proposal: Pick<StoredProposal, "recordKind" | "recordId" | "baseVersion" | "input" | "undoesId">,
  record: { readonly id: string; readonly version: number },
) {
  const current = (await latestSnapshots(tx, proposal.recordKind, [record.id])).get(record.id) ?? {};
  const at = await snapshotsAt(tx, proposal.recordKind, [{ id: record.id, version: proposal.baseVersion }]);
  const written = [at.get(record.id) ?? current, proposal.input ?? {}];
  // What became another record since is named by that one's name in the record, and so it is here.
  const [base = {}, input = {}] = await leadReferencesOn(tx, written, {
    conflicts: true,
    merge: proposal.undoesId,
  });
  const editorial = { slug: current.slug, state: current.state };
  const { merged, conflicts } = mergeThreeWay({ ...base, ...editorial }, { ...input, ...editorial }, current);
  return { merged: merged as RevisionSnapshot, conflicts, base, current };
}

type Locked = {
  readonly proposal: StoredProposal;
  readonly record: StoredRecord;
  readonly absorbed: StoredRecord | undefined;
};

/** Writes the change into its record, and appends what it did there with the decision. */
async function apply(
  tx: Tx,
  actor: Actor,
  { proposal, record, absorbed, decision }: Locked & { readonly decision: NewRevision },
  { recordVersion, ticked = [] }: ProposalTransitionOptions,
): Promise<void> {
  const kind = proposal.recordKind;
  if (recordVersion !== undefined && recordVersion !== record.version) throw Refusal.changedSinceRead();
  const content = await proposalChangeOf(tx, proposal, record);
  if (!content) throw new Invalid({ typed: "validation.incomplete" });
  const isOut = isPublic(record.state);
  const change = isOut ? { ...content, approverId: actor.id } : content;
  const writers = await writersOf(tx, proposal.id);
  const named = await mergeOf(tx, proposal, record, absorbed);
  const decided = {
    ...{ proposal: proposal.slug, writers, approvedBy: actor.id },
    ...(named ? { merge: named } : {}),
  };
  // First, since the record's own content may name the other one only once that is one of its own again.
  const step = await storeMergeStep(
    tx,
    actor,
    { proposal, record, absorbed },
    { approverId: actor.id, detail: decided },
  );
  await storeContent(tx, actor, kind, [change]);
  if (!isOut) await lockChain(tx);
  const warnings = isOut ? ((await requireGatePassed(tx, kind, [record.id], ticked)).get(record.id) ?? []) : [];
  await step?.check();
  const detail = { ...decided, ...(warnings[0] ? { ticked: warnings } : {}) };
  const before = [...(step?.revisions ?? []), ...contentRevisions(kind, [{ ...change, detail }])];
  const added = [...before, decision];
  if (!step && !proposal.correctionNote) return appendRevisions(tx, actor, added);
  const seq = (await appendNumberedRevisions(tx, actor, added))[before.length - 1] as number;
  await step?.record(seq);
  if (proposal.correctionNote) {
    const note = { id: record.id, seq, note: proposal.correctionNote };
    await addCorrections(tx, actor, "correction", kind, [note]);
  }
}

/** Which record leads to which by a proposal, as its revisions name it; null: it is about one record alone. */
async function mergeOf(tx: Tx, proposal: StoredProposal, record: StoredRecord, absorbed: StoredRecord | undefined) {
  if (proposal.undoesId) {
    const { absorbedSlug } = await findActiveMerge(tx, proposal.undoesId);
    return { kind: proposal.recordKind, from: absorbedSlug, to: record.slug };
  }
  return absorbed ? { kind: proposal.recordKind, from: absorbed.slug, to: record.slug } : null;
}

/** What a proposal does beside the change of its record; null: nothing. */
export async function storeMergeStep(
  tx: Tx,
  actor: Actor,
  { proposal, record, absorbed }: Locked,
  decided: Pick<MergeDecision, "approverId" | "detail">,
): Promise<MergeStep | null> {
  const { recordKind: kind, absorbsId, absorbsVersion, undoesId } = proposal;
  const decision = { ...decided, writerId: proposal.updatedBy, reason: proposal.reason };
  if (undoesId) return restoreAbsorbed(tx, actor, undoesId, decision);
  if (!absorbsId) return null;
  const merge = { kind, survivor: record, absorbed, absorbedVersion: absorbsVersion ?? 0, proposal: proposal.slug };
  return absorbRecord(tx, actor, merge, decision);
}

/**
 * What a proposal makes of its record, with everything else as the record says it by now; null while it is incomplete.
 * @throws Refusal notPublished (it was taken back meanwhile: an approval here would pass by its own review),
 * survivorTakenBack, baseMoved or nothingProposed
 */
export async function proposalChangeOf(
  tx: Tx,
  proposal: StoredProposal,
  record: StoredRecord,
): Promise<ContentChange<RecordKind> | null> {
  const isMerge = proposal.absorbsId !== null || proposal.undoesId !== null;
  if (!isMerge && !isPublic(record.state)) throw Refusal.notPublished();
  if (!isPublic(record.state) && !isEditable(record.state)) throw Refusal.survivorTakenBack();
  const { merged, conflicts, current } = await mergeProposalWithRecord(tx, proposal, record);
  const { slug: _slug, state: _state, ...content } = merged;
  const input = proposal.input && inputOf(proposal.recordKind, rawInput(content));
  if (!input) return null;
  if (conflicts.length > 0) throw Refusal.baseMoved(conflicts);
  if (!isMerge && !changes(current, merged)) throw Refusal.nothingProposed();
  const corrects = proposal.correctionNote !== null;
  const state = stateAfterProposal(record.state, corrects);
  return {
    row: record,
    input: input as RecordInputs[RecordKind],
    state,
    changed: changedFields(current, { ...merged, state }),
    action: proposal.absorbsId ? "merge" : proposal.undoesId ? "unmerge" : corrects ? "correct" : "apply",
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
  return rows.flatMap(({ id }) => id ?? []).sort();
}
