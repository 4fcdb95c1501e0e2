import { isPublic, type RecordState } from "../records/editorial";
import type { Permission } from "./policy";
import type { ProposalState } from "./proposal";

type TransitionRule<State extends string> = {
  readonly from: readonly State[];
  readonly to: State;
  readonly permission: Permission;
  /** Whoever wrote any of the content is refused. */
  readonly fourEyes?: true;
  /** Nobody but those who wrote any of it. */
  readonly ownWork?: true;
  /** The publication gate has to be open, and its warnings ticked. */
  readonly gate?: true;
  /** A reason has to be given, for the history. */
  readonly reason?: true;
  /** A note has to be given, for the public. */
  readonly note?: true;
  /** The approval that stood is taken away. */
  readonly lapses?: true;
};

/** The steps that a person takes with a record. */
export const TRANSITIONS = {
  submit: { from: ["draft", "changes_requested"], to: "in_review", permission: "submit a record for review" },
  recall: { from: ["in_review"], to: "draft", permission: "submit a record for review", ownWork: true },
  request_changes: {
    from: ["in_review", "approved"],
    to: "changes_requested",
    permission: "request changes to a record",
    fourEyes: true,
    reason: true,
    lapses: true,
  },
  approve: { from: ["in_review"], to: "approved", permission: "approve a record", fourEyes: true },
  publish: { from: ["approved"], to: "published", permission: "publish a record", gate: true },
  unpublish: {
    from: ["published", "corrected"],
    to: "unpublished",
    permission: "unpublish a record",
    reason: true,
  },
  retract: {
    from: ["published", "corrected", "unpublished"],
    to: "retracted",
    permission: "retract a record",
    reason: true,
    note: true,
  },
  reopen: {
    from: ["unpublished", "retracted"],
    to: "draft",
    permission: "reopen a record",
    reason: true,
    lapses: true,
  },
  trash: { from: ["draft", "changes_requested"], to: "trashed", permission: "move a record to the trash" },
  restore: { from: ["trashed"], to: "draft", permission: "move a record to the trash" },
} as const satisfies Record<string, TransitionRule<RecordState>>;
export type Transition = keyof typeof TRANSITIONS;
export const TRANSITION_NAMES = Object.keys(TRANSITIONS) as [Transition, ...Transition[]];

/** The steps that a person takes with a proposal. Approving writes it into its record. */
export const PROPOSAL_TRANSITIONS = {
  submit: { from: ["draft", "changes_requested"], to: "in_review", permission: "submit a record for review" },
  request_changes: {
    from: ["in_review"],
    to: "changes_requested",
    permission: "request changes to a record",
    fourEyes: true,
    reason: true,
  },
  approve: { from: ["in_review"], to: "applied", permission: "approve a record", fourEyes: true, gate: true },
  reject: { from: ["in_review"], to: "rejected", permission: "reject a proposal", fourEyes: true, reason: true },
  withdraw: {
    from: ["draft", "in_review", "changes_requested"],
    to: "withdrawn",
    permission: "submit a record for review",
    ownWork: true,
  },
} as const satisfies Record<string, TransitionRule<ProposalState>>;
export type ProposalTransition = keyof typeof PROPOSAL_TRANSITIONS;
export const PROPOSAL_TRANSITION_NAMES = Object.keys(PROPOSAL_TRANSITIONS) as [
  ProposalTransition,
  ...ProposalTransition[],
];

export const transitionRule = (step: Transition): TransitionRule<RecordState> => TRANSITIONS[step];
export const proposalTransitionRule = (step: ProposalTransition): TransitionRule<ProposalState> =>
  PROPOSAL_TRANSITIONS[step];

/** What is never the first thing to press: these take back or throw away. */
const TAKES_BACK: readonly (Transition | ProposalTransition)[] = ["recall", "withdraw", "trash"];

/** The step that a page offers first; none where all that is left is to take the work back. */
export const primaryStep = <S extends Transition | ProposalTransition>(steps: readonly S[]): S | undefined =>
  steps.find((step) => !TAKES_BACK.includes(step));

export const canTransition = (step: Transition, state: RecordState) => transitionRule(step).from.includes(state);
export const canTransitionProposal = (step: ProposalTransition, state: ProposalState) =>
  proposalTransitionRule(step).from.includes(state);

/** Content can be edited in place in these states; an approval that stood lapses with the edit. */
const EDITABLE: readonly RecordState[] = ["draft", "in_review", "changes_requested", "approved"];
export const isEditable = (state: RecordState) => EDITABLE.includes(state);

/** Whether publication lies before a record: what the gate says of one that is out, or thrown away, is shown to nobody. */
export const isGateAhead = (state: RecordState) => !isPublic(state) && state !== "trashed";

/** The state after an edit: approval is bound to the version that was read, so an approved record is a draft again. */
export const stateAfterEdit = (state: RecordState): RecordState => (state === "approved" ? "draft" : state);

/** A proposal that was edited while it was under review goes back to its author's desk: nobody approves what they did not read. */
export const proposalStateAfterEdit = (state: ProposalState): ProposalState =>
  state === "in_review" ? "draft" : state;

/** The state of a record after a proposal was written into it: of one that is not published, as after an edit. */
export const stateAfterProposal = (state: RecordState, corrects: boolean): RecordState =>
  corrects && isPublic(state) ? "corrected" : stateAfterEdit(state);
