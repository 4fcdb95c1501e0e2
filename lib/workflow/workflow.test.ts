import { expect, test } from "vitest";
import { PUBLIC_STATES, RECORD_STATES } from "../records/editorial";
import { ROLES, type Role } from "./actor";
import { may } from "./policy";
import { PROPOSAL_STATES } from "./proposal";
import {
  canTransition,
  canTransitionProposal,
  isEditable,
  PROPOSAL_TRANSITION_NAMES,
  PROPOSAL_TRANSITIONS,
  primaryStep,
  proposalStateAfterEdit,
  stateAfterEdit,
  stateAfterProposal,
  TRANSITION_NAMES,
  TRANSITIONS,
  transitionRule,
} from "./workflow";

const DESK = ["reporter", "editor", "admin"];
const EDITORS = ["editor", "admin"];

/** Written by hand beside the table that it holds: who takes a step, from where, to where. */
const WALK: Record<string, [roles: readonly string[], from: readonly string[], to: string]> = {
  submit: [DESK, ["draft", "changes_requested"], "in_review"],
  recall: [DESK, ["in_review"], "draft"],
  request_changes: [EDITORS, ["in_review", "approved"], "changes_requested"],
  approve: [EDITORS, ["in_review"], "approved"],
  publish: [EDITORS, ["approved"], "published"],
  unpublish: [EDITORS, ["published", "corrected"], "unpublished"],
  retract: [EDITORS, ["published", "corrected", "unpublished"], "retracted"],
  reopen: [EDITORS, ["unpublished", "retracted"], "draft"],
  trash: [DESK, ["draft", "changes_requested"], "trashed"],
  restore: [DESK, ["trashed"], "draft"],
};
const PROPOSAL_WALK: typeof WALK = {
  submit: [DESK, ["draft", "changes_requested"], "in_review"],
  request_changes: [EDITORS, ["in_review"], "changes_requested"],
  approve: [EDITORS, ["in_review"], "applied"],
  reject: [EDITORS, ["in_review"], "rejected"],
  withdraw: [DESK, ["draft", "in_review", "changes_requested"], "withdrawn"],
};
const taken = (role: Role, walk: typeof WALK, step: string, state: string) => {
  const [roles = [], from = []] = walk[step] ?? [];
  return roles.includes(role) && from.includes(state);
};

test.each(ROLES)("every transition from every state, with a record, by a %s", (role) => {
  for (const step of TRANSITION_NAMES) {
    expect(TRANSITIONS[step].to, step).toBe(WALK[step]?.[2]);
    for (const state of RECORD_STATES) {
      const allowed = may({ role }, TRANSITIONS[step].permission) && canTransition(step, state);
      expect([step, state, allowed]).toEqual([step, state, taken(role, WALK, step, state)]);
    }
  }
});

test.each(ROLES)("every transition from every state, with a proposal, by a %s", (role) => {
  for (const step of PROPOSAL_TRANSITION_NAMES) {
    expect(PROPOSAL_TRANSITIONS[step].to, step).toBe(PROPOSAL_WALK[step]?.[2]);
    for (const state of PROPOSAL_STATES) {
      const allowed = may({ role }, PROPOSAL_TRANSITIONS[step].permission) && canTransitionProposal(step, state);
      expect([step, state, allowed]).toEqual([step, state, taken(role, PROPOSAL_WALK, step, state)]);
    }
  }
});

test("the only way to publication leads through another person's approval", () => {
  expect(
    TRANSITION_NAMES.filter((step) => (PUBLIC_STATES as readonly string[]).includes(TRANSITIONS[step].to)),
  ).toEqual(["publish"]);
  expect(TRANSITIONS.publish).toMatchObject({ from: ["approved"], gate: true });
  expect(TRANSITION_NAMES.filter((step) => TRANSITIONS[step].to === "approved")).toEqual(["approve"]);
  expect(TRANSITIONS.approve).toMatchObject({ fourEyes: true });
  expect(PROPOSAL_TRANSITION_NAMES.filter((step) => PROPOSAL_TRANSITIONS[step].to === "applied")).toEqual([
    "approve",
  ]);
  expect(PROPOSAL_TRANSITIONS.approve).toMatchObject({ from: ["in_review"], fourEyes: true, gate: true });
});

test("whatever takes a record away from its readers or its writers says why", () => {
  expect(TRANSITION_NAMES.filter((step) => transitionRule(step).reason)).toEqual([
    "request_changes",
    "unpublish",
    "retract",
    "reopen",
  ]);
  expect(TRANSITION_NAMES.filter((step) => transitionRule(step).note)).toEqual(["retract"]);
});

test("taking back is never the step that a page offers first", () => {
  expect(primaryStep(["submit", "withdraw"])).toBe("submit");
  expect(primaryStep(["withdraw"])).toBeUndefined();
  expect(primaryStep(["recall"])).toBeUndefined();
  expect(primaryStep(["submit", "trash"])).toBe("submit");
  expect(primaryStep(["restore"])).toBe("restore");
});

test("no approval outlives a step back to the desk", () => {
  for (const step of TRANSITION_NAMES) {
    const rule = transitionRule(step);
    const hadApproval = rule.from.some(
      (state) => !["draft", "in_review", "changes_requested", "trashed"].includes(state),
    );
    const isBack = ["draft", "in_review", "changes_requested"].includes(rule.to);
    expect([step, Boolean(rule.lapses)]).toEqual([step, hadApproval && isBack]);
  }
});

test("what is public, taken back or in the trash is not edited in place", () => {
  expect(RECORD_STATES.filter(isEditable)).toEqual(["draft", "in_review", "changes_requested", "approved"]);
});

test("no approval survives an edit, and no proposal under review", () => {
  for (const state of RECORD_STATES) expect(stateAfterEdit(state)).not.toBe("approved");
  for (const state of PROPOSAL_STATES) expect(proposalStateAfterEdit(state)).not.toBe("in_review");
});

test("a correction shows in the state, and stays visible", () => {
  expect(stateAfterProposal("published", false)).toBe("published");
  expect(stateAfterProposal("published", true)).toBe("corrected");
  expect(stateAfterProposal("corrected", false)).toBe("corrected");
});
