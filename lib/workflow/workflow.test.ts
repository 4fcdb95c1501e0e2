import { expect, test } from "vitest";
import { PUBLIC_STATES, RECORD_STATES } from "../records/editorial";
import { ROLES, type Role } from "./actor";
import { may } from "./policy";
import { PROPOSAL_STATES } from "./proposal";
import {
  canTake,
  canTakeProposal,
  isEditable,
  PROPOSAL_STEP_NAMES,
  PROPOSAL_STEPS,
  proposalStateAfterEdit,
  ruleOf,
  STEP_NAMES,
  STEPS,
  stateAfterEdit,
  stateAfterProposal,
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

test.each(ROLES)("every step from every state, with a record, by a %s", (role) => {
  for (const step of STEP_NAMES) {
    expect(STEPS[step].to, step).toBe(WALK[step]?.[2]);
    for (const state of RECORD_STATES) {
      const allowed = may({ role }, STEPS[step].permission) && canTake(step, state);
      expect([step, state, allowed]).toEqual([step, state, taken(role, WALK, step, state)]);
    }
  }
});

test.each(ROLES)("every step from every state, with a proposal, by a %s", (role) => {
  for (const step of PROPOSAL_STEP_NAMES) {
    expect(PROPOSAL_STEPS[step].to, step).toBe(PROPOSAL_WALK[step]?.[2]);
    for (const state of PROPOSAL_STATES) {
      const allowed = may({ role }, PROPOSAL_STEPS[step].permission) && canTakeProposal(step, state);
      expect([step, state, allowed]).toEqual([step, state, taken(role, PROPOSAL_WALK, step, state)]);
    }
  }
});

test("the only way to publication leads through another person's approval", () => {
  expect(STEP_NAMES.filter((step) => (PUBLIC_STATES as readonly string[]).includes(STEPS[step].to))).toEqual([
    "publish",
  ]);
  expect(STEPS.publish).toMatchObject({ from: ["approved"], gate: true });
  expect(STEP_NAMES.filter((step) => STEPS[step].to === "approved")).toEqual(["approve"]);
  expect(STEPS.approve).toMatchObject({ fourEyes: true });
  expect(PROPOSAL_STEP_NAMES.filter((step) => PROPOSAL_STEPS[step].to === "applied")).toEqual(["approve"]);
  expect(PROPOSAL_STEPS.approve).toMatchObject({ from: ["in_review"], fourEyes: true, gate: true });
});

test("whatever takes a record away from its readers or its writers says why", () => {
  expect(STEP_NAMES.filter((step) => ruleOf(step).reason)).toEqual([
    "request_changes",
    "unpublish",
    "retract",
    "reopen",
  ]);
  expect(STEP_NAMES.filter((step) => ruleOf(step).note)).toEqual(["retract"]);
});

test("no approval outlives a step back to the desk", () => {
  for (const step of STEP_NAMES) {
    const rule = ruleOf(step);
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

test("an edit never leaves an approval standing, and no proposal under review", () => {
  for (const state of RECORD_STATES) expect(stateAfterEdit(state)).not.toBe("approved");
  for (const state of PROPOSAL_STATES) expect(proposalStateAfterEdit(state)).not.toBe("in_review");
});

test("a correction is told by the state, and stays told", () => {
  expect(stateAfterProposal("published", false)).toBe("published");
  expect(stateAfterProposal("published", true)).toBe("corrected");
  expect(stateAfterProposal("corrected", false)).toBe("corrected");
});
