import { expect, test } from "vitest";
import { needsReason, queueSteps, stateAfter } from "./queue-steps";

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
  expect(queueSteps("editor", item("in_review"))).toEqual(["request_changes", "approve"]);
  expect(queueSteps("editor", item("in_review", true))).toEqual([]);
  expect(queueSteps("editor", item("in_review", true, "proposal"))).toEqual([]);
});

test("a reporter submits and throws away, and no more; a manager does nothing", () => {
  expect(queueSteps("reporter", item("draft", true))).toEqual(["submit", "trash"]);
  expect(queueSteps("reporter", item("in_review"))).toEqual([]);
  expect(queueSteps("reporter", item("approved"))).toEqual([]);
  expect(queueSteps("manager", item("draft"))).toEqual([]);
});

test("approving a proposal applies it, approving a record does not publish it", () => {
  expect(queueSteps("admin", item("in_review", false, "proposal"))).toEqual(["request_changes", "approve"]);
  expect([stateAfter("proposal", "approve"), stateAfter("event", "approve")]).toEqual(["applied", "approved"]);
  expect([needsReason("request_changes"), needsReason("approve")]).toEqual([true, false]);
});
