import { expect, test } from "vitest";
import { commonOf, groupBatches } from "./review-batch";

const row = (id: string, over: Partial<Parameters<typeof commonOf>[0][number]> = {}) => ({
  id,
  kind: "claim",
  state: "in_review",
  updatedBy: "Robin",
  updatedAt: "2026-11-20T10:00:00.000Z",
  reasons: ["one_person"],
  assignee: null,
  ...over,
});

test("what every row has in common is found, and of one row alone nothing is", () => {
  const rows = [row("a", { reasons: ["no_answer", "one_person"] }), row("b", { kind: "event" })];
  expect(commonOf(rows)).toEqual({
    kind: false,
    state: true,
    updatedBy: true,
    assignee: true,
    reasons: ["one_person"],
  });
  expect(commonOf([row("a")])).toEqual({
    kind: false,
    state: false,
    updatedBy: false,
    assignee: false,
    reasons: [],
  });
});

test("three and more that one person wrote in one write are a batch; what is between stands alone, in the order given", () => {
  const rows = [
    row("1", { updatedAt: "2026-11-22T09:00:00.000Z" }),
    row("2"),
    row("3"),
    row("4"),
    row("5", { updatedBy: "Kim" }),
    row("6", { updatedBy: "Kim" }),
  ];
  const groups = groupBatches(rows).map(({ isBatch, items }) => [isBatch, items.map(({ id }) => id).join("")]);
  expect(groups).toEqual([
    [false, "1"],
    [true, "234"],
    [false, "56"],
  ]);
});
