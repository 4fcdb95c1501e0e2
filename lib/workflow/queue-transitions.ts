import type { SubjectKind } from "../records/editorial";
import type { Role } from "./actor";
import { may } from "./policy";
import type { WaitingState } from "./waiting-states";
import {
  canTransition,
  canTransitionProposal,
  type ProposalTransition,
  proposalTransitionRule,
  type Transition,
  transitionRule,
} from "./workflow";

/** The steps that are taken from the queue itself; the rarer ones are taken on the record's page. */
const QUEUE_TRANSITIONS = [
  "submit",
  "request_changes",
  "approve",
  "publish",
  "trash",
] as const satisfies readonly Transition[];
export type QueueTransition = (typeof QUEUE_TRANSITIONS)[number];

const OF_PROPOSALS = ["submit", "request_changes", "approve"] as const satisfies readonly (QueueTransition &
  ProposalTransition)[];

type Item = { readonly kind: SubjectKind; readonly state: WaitingState; readonly isOwnWork: boolean };

/** The steps that somebody of this role may take now, in the order of the work. */
export function queueTransitions(role: Role, { kind, state, isOwnWork }: Item): QueueTransition[] {
  if (kind !== "proposal") {
    return QUEUE_TRANSITIONS.filter((step) => {
      const { permission, fourEyes } = transitionRule(step);
      return canTransition(step, state) && may({ role }, permission) && !(fourEyes && isOwnWork);
    });
  }
  return OF_PROPOSALS.filter((step) => {
    if (state === "approved") return false;
    const { permission, fourEyes } = proposalTransitionRule(step);
    return canTransitionProposal(step, state) && may({ role }, permission) && !(fourEyes && isOwnWork);
  });
}

/** Where a step leads: what a list shows until the database has answered. */
export const stateAfter = (kind: SubjectKind, step: QueueTransition): string =>
  kind === "proposal" && step !== "publish" && step !== "trash"
    ? proposalTransitionRule(step).to
    : transitionRule(step).to;

/** True for a step that needs a reason. */
export const transitionNeedsReason = (step: QueueTransition): boolean => transitionRule(step).reason === true;
