import { expect, test } from "vitest";
import { queueTransitions, stateAfter, transitionNeedsReason } from "./queue-transitions";

const item = (
  state: "draft" | "in_review" | "approved",
  isOwnWork = false,
  kind: "event" | "proposal" = "event",
) => ({
  kind,
  state,
  isOwnWork,
});

test("nobody is offered to decide about their own work", () => {
  expect(queueTransitions("editor", item("in_review"))).toEqual(["request_changes", "approve"]);
  expect(queueTransitions("editor", item("in_review", true))).toEqual([]);
  expect(queueTransitions("editor", item("in_review", true, "proposal"))).toEqual([]);
});

test("a reporter submits and throws away, and no more; a manager does nothing", () => {
  expect(queueTransitions("reporter", item("draft", true))).toEqual(["submit", "trash"]);
  expect(queueTransitions("reporter", item("in_review"))).toEqual([]);
  expect(queueTransitions("reporter", item("approved"))).toEqual([]);
  expect(queueTransitions("manager", item("draft"))).toEqual([]);
});

test("approving a proposal applies it, approving a record does not publish it", () => {
  expect(queueTransitions("admin", item("in_review", false, "proposal"))).toEqual(["request_changes", "approve"]);
  expect([stateAfter("proposal", "approve"), stateAfter("event", "approve")]).toEqual(["applied", "approved"]);
  expect([transitionNeedsReason("request_changes"), transitionNeedsReason("approve")]).toEqual([true, false]);
});
