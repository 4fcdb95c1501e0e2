import type { SubjectKind } from "../records/editorial";
import type { Role } from "./actor";
import { may } from "./policy";
import type { WaitingState } from "./waiting-states";
import { canTake, canTakeProposal, type ProposalStep, proposalRuleOf, ruleOf, type Step } from "./workflow";

/** The steps that are taken from the queue itself; the rarer ones are taken on the record's page. */
export const QUEUE_STEPS = [
  "submit",
  "request_changes",
  "approve",
  "publish",
  "trash",
] as const satisfies readonly Step[];
export type QueueStep = (typeof QUEUE_STEPS)[number];

const OF_PROPOSALS = ["submit", "request_changes", "approve"] as const satisfies readonly (QueueStep &
  ProposalStep)[];

type Item = { readonly kind: SubjectKind; readonly state: WaitingState; readonly isOwnWork: boolean };

/** The steps that somebody of this role may take now, in the order of the work. */
export function queueSteps(role: Role, { kind, state, isOwnWork }: Item): QueueStep[] {
  if (kind !== "proposal") {
    return QUEUE_STEPS.filter((step) => {
      const { permission, fourEyes } = ruleOf(step);
      return canTake(step, state) && may({ role }, permission) && !(fourEyes && isOwnWork);
    });
  }
  return OF_PROPOSALS.filter((step) => {
    if (state === "approved") return false;
    const { permission, fourEyes } = proposalRuleOf(step);
    return canTakeProposal(step, state) && may({ role }, permission) && !(fourEyes && isOwnWork);
  });
}

/** Where a step leads: what a list shows until the database has answered. */
export const stateAfter = (kind: SubjectKind, step: QueueStep): string =>
  kind === "proposal" && step !== "publish" && step !== "trash" ? proposalRuleOf(step).to : ruleOf(step).to;

/** True for a step that needs a reason. */
export const needsReason = (step: QueueStep): boolean => ruleOf(step).reason === true;
