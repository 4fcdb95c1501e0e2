import { expect, test } from "vitest";
import { PUBLIC_STATES, RECORD_STATES } from "./editorial";
import { canTake, isEditable, STEPS, type Step, stateAfterEdit } from "./workflow";

const steps = Object.keys(STEPS) as Step[];

test("the only way to publication leads through another person's approval", () => {
  const into = steps.filter((step) => STEPS[step].to === "published");
  expect(into).toEqual(["publish"]);
  expect(STEPS.publish.from).toEqual(["approved"]);
  expect(steps.filter((step) => STEPS[step].to === "approved")).toEqual(["approve"]);
  expect(STEPS.approve).toMatchObject({ fourEyes: true });
});

test("what is public is not edited in place", () => {
  for (const state of PUBLIC_STATES) expect(isEditable(state)).toBe(false);
});

test("an edit never leaves an approval standing", () => {
  for (const state of RECORD_STATES) expect(stateAfterEdit(state)).not.toBe("approved");
});

test("a step starts from the states that it names and from no other", () => {
  for (const step of steps) {
    for (const state of RECORD_STATES) {
      expect(canTake(step, state)).toBe((STEPS[step].from as readonly string[]).includes(state));
    }
  }
});
