import fc from "fast-check";
import type { RecordState } from "@/lib/records/editorial";
import { flatFields } from "@/lib/records/rows";
import { GATE_WARNINGS } from "@/lib/workflow/gate";
import { Invalid } from "@/lib/workflow/outcome";
import { isOpen, type ProposalState } from "@/lib/workflow/proposal";
import { Refusal } from "@/lib/workflow/refusal";
import {
  PROPOSAL_TRANSITION_NAMES,
  PROPOSAL_TRANSITIONS,
  type ProposalTransition,
  TRANSITION_NAMES,
  TRANSITIONS,
  type Transition,
} from "@/lib/workflow/workflow";
import { reviseOne } from "../../access/record-one";
import { endWaiver, waiveReply } from "../../access/replies/waivers";
import { transitionProposal } from "../../access/workflow/proposal-transitions";
import { openProposal, saveProposal } from "../../access/workflow/proposals";
import { transitionRecord } from "../../access/workflow/transitions";
import {
  addRecord,
  inputFor,
  POOL_KINDS,
  type PoolProposal,
  type PoolRecord,
  PUBLISHED_BEFORE,
  type SequenceDesk,
  type SequencePool,
} from "./sequence-pool";

/** What somebody tries; numbers choose among what the pool holds by then, so that a sequence can be shortened. */
export type Action = {
  readonly does:
    | "advance"
    | "step"
    | "revise"
    | "record"
    | "open"
    | "save"
    | "advanceProposal"
    | "stepProposal"
    | "waive"
    | "endWaiver";
  readonly writer: keyof SequenceDesk;
  readonly decider: keyof SequenceDesk;
  readonly on: number;
  /** Which version the actor says that they read. */
  readonly read: "latest" | "older" | "unsaid";
  readonly ticks: boolean;
  readonly hasReason: boolean;
  readonly pick: number;
};

const weighted = <T>(weights: readonly (readonly [T, number])[]) =>
  fc.constantFrom(...weights.flatMap(([value, weight]) => Array.from({ length: weight }, () => value)));

const action: fc.Arbitrary<Action> = fc.record({
  does: weighted([
    ["advance", 36],
    ["step", 12],
    ["revise", 12],
    ["record", 2],
    ["open", 20],
    ["save", 5],
    ["advanceProposal", 40],
    ["stepProposal", 7],
    ["waive", 5],
    ["endWaiver", 1],
  ] as const),
  writer: weighted([
    ["reporter", 5],
    ["colleague", 5],
    ["editor", 2],
    ["other", 1],
    ["manager", 1],
  ] as const),
  decider: weighted([
    ["editor", 4],
    ["other", 5],
    ["admin", 5],
    ["reporter", 2],
    ["manager", 1],
  ] as const),
  on: fc.nat(23),
  read: weighted([
    ["latest", 6],
    ["older", 1],
    ["unsaid", 2],
  ] as const),
  ticks: weighted([
    [true, 6],
    [false, 1],
  ] as const),
  hasReason: weighted([
    [true, 6],
    [false, 1],
  ] as const),
  pick: fc.nat(99),
});

/** Sequences of five to eight actions that one pool goes through one after another, and what of the pool is published before. */
export const poolSequences = fc.record({
  published: fc.constantFrom(...PUBLISHED_BEFORE),
  all: fc.array(fc.array(action, { minLength: 5, maxLength: 8, size: "max" }), {
    minLength: 1,
    maxLength: 30,
    size: "max",
  }),
});

/** The step that leads on from a state, so that chance gets far. */
const NEXT: Partial<Record<RecordState, Transition>> = {
  draft: "submit",
  changes_requested: "submit",
  in_review: "approve",
  approved: "publish",
  unpublished: "reopen",
  retracted: "reopen",
  trashed: "restore",
};
const NEXT_OF_PROPOSAL: Partial<Record<ProposalState, ProposalTransition>> = {
  draft: "submit",
  changes_requested: "submit",
  in_review: "approve",
};

/** Mostly one that the state allows: those that few states allow would hardly be reached otherwise. */
function stepOn(state: RecordState, pick: number): Transition {
  const allowed = TRANSITION_NAMES.filter((name) => TRANSITIONS[name].from.some((from) => from === state));
  return chosen(pick % 4 === 0 ? TRANSITION_NAMES : allowed, pick) ?? "submit";
}

type ActionOutcome = "done" | "refused" | "nothing";

/** Tries it. @throws whatever is neither a success nor a refusal */
export async function attemptAction(pool: SequencePool, desk: SequenceDesk, tried: Action): Promise<ActionOutcome> {
  try {
    return (await take(pool, desk, tried)) === false ? "nothing" : "done";
  } catch (error) {
    if (error instanceof Refusal || error instanceof Invalid) return "refused";
    throw error;
  }
}

const chosen = <T>(from: readonly T[], index: number): T | undefined => from[index % Math.max(1, from.length)];
const older = (version: number, read: Action["read"]) => (read === "older" ? version - 1 : version);

/** False when the pool holds nothing that it could be done with. */
async function take(pool: SequencePool, desk: SequenceDesk, tried: Action): Promise<false | undefined> {
  const { does, on, pick } = tried;
  if (does === "record") {
    const kind = POOL_KINDS[pick % POOL_KINDS.length] as PoolRecord["kind"];
    const slug = `${pool.name}-${kind.replace("_", "-")}-${(pool.records.length % 3) + 1}`;
    await addRecord(pool, desk[tried.writer], kind, slug, pick);
    return;
  }
  if (does === "save" || does === "advanceProposal" || does === "stepProposal") {
    const proposal = chosen(
      pool.proposals.filter(({ state }) => isOpen(state) || pick % 5 === 0),
      on,
    );
    return proposal ? takeWithProposal(pool, desk, tried, proposal) : false;
  }
  const record = chosen(
    does === "open" ? pool.records.filter(({ state }) => pick % 5 === 0 || isOut(state)) : pool.records,
    on,
  );
  if (!record) return false;
  // From publication on it is a proposal that leads on.
  if (does !== "advance" || !isOut(record.state) || pick % 4 === 0) return takeWithRecord(pool, desk, tried, record);
  const proposal = pool.proposals.find((one) => one.record === record && isOpen(one.state));
  return proposal
    ? takeWithProposal(pool, desk, { ...tried, does: "advanceProposal" }, proposal)
    : takeWithRecord(pool, desk, { ...tried, does: "open" }, record);
}

const isOut = (state: RecordState) => state === "published" || state === "corrected";
const options = ({ read, ticks, hasReason }: Action, version: number) => ({
  ...(hasReason ? { reason: "Because of the letter", note: "It was wrong." } : {}),
  ...(read === "unsaid" ? {} : { basedOn: older(version, read) }),
  ticked: ticks ? GATE_WARNINGS : [],
});

async function takeWithRecord(
  pool: SequencePool,
  desk: SequenceDesk,
  tried: Action,
  record: PoolRecord,
): Promise<undefined> {
  const { kind, slug } = record;
  const writer = desk[tried.writer];
  const decider = desk[tried.decider];
  if (tried.does === "advance" || tried.does === "step") {
    const usual = tried.does === "advance" ? NEXT[record.state] : undefined;
    const step = usual ?? stepOn(record.state, tried.pick);
    const actor = TRANSITIONS[step].permission.startsWith("submit") ? writer : decider;
    await transitionRecord(actor, kind, slug, step, options(tried, record.version));
    record.version += 1;
    record.state = TRANSITIONS[step].to;
  } else if (tried.does === "revise") {
    const input = inputFor(pool, kind, tried.pick);
    const { effect } = await reviseOne(writer, kind, { slug, input, basedOn: older(record.version, tried.read) });
    if (effect === "unchanged") return;
    record.version += 1;
    if (record.state === "approved") record.state = "draft";
  } else if (tried.does === "open") {
    const basedOn = older(record.version, tried.read);
    const content = contentOf(pool, tried, record);
    const { version, state, slug: own } = await openProposal(writer, kind, slug, { ...content, basedOn });
    pool.proposals.push({ slug: own, record, version, state, corrects: content.correctionNote !== null });
  } else if (tried.does === "waive") {
    await waiveReply(decider, kind, slug, tried.hasReason ? "Nobody left to ask" : " ");
    if (!record.waived) record.waiverRevisions += 1;
    record.waived = true;
  } else {
    await endWaiver(decider, kind, slug, null);
    if (record.waived) record.waiverRevisions += 1;
    record.waived = false;
  }
}

function contentOf(pool: SequencePool, { pick, hasReason }: Action, { kind }: PoolRecord) {
  const rawInput = flatFields(inputFor(pool, kind, pick));
  return {
    typed: pick % 16 === 0 ? { ...rawInput, note: 7, country: "Nowhere" } : rawInput,
    reason: hasReason ? "The ministry said so." : null,
    correctionNote: pick % 2 === 0 ? "We had it wrong." : null,
  };
}

async function takeWithProposal(
  pool: SequencePool,
  desk: SequenceDesk,
  tried: Action,
  proposal: PoolProposal,
): Promise<undefined> {
  const { record, slug } = proposal;
  if (tried.does === "save") {
    const content = {
      ...contentOf(pool, tried, record),
      basedOn: older(proposal.version, tried.read),
      mergedWith: tried.pick % 2 ? record.version : null,
    };
    const { version, state } = await saveProposal(desk[tried.writer], slug, content);
    Object.assign(proposal, {
      version: Math.max(version, proposal.version),
      state,
      corrects: content.correctionNote !== null,
    });
    return;
  }
  const usual = tried.does === "advanceProposal" ? NEXT_OF_PROPOSAL[proposal.state] : undefined;
  const step =
    usual ?? (PROPOSAL_TRANSITION_NAMES[tried.pick % PROPOSAL_TRANSITION_NAMES.length] as ProposalTransition);
  const actor = desk[PROPOSAL_TRANSITIONS[step].permission.startsWith("submit") ? tried.writer : tried.decider];
  const read = options(tried, proposal.version);
  const recordVersion = tried.read === "unsaid" ? undefined : older(record.version, tried.read);
  const written = await transitionProposal(actor, slug, step, { ...read, recordVersion });
  Object.assign(proposal, { version: Math.max(written.version, proposal.version), state: written.state });
  if (step !== "approve") return;
  record.version += 1;
  if (proposal.corrects) record.state = "corrected";
}
