import { expect, test } from "vitest";
import { groupsOf, RESPONSE_GROUPS } from "./government-figure";

test("a kind is in one group at most", () => {
  const all = Object.values(RESPONSE_GROUPS).flat();
  expect(new Set(all).size).toBe(all.length);
});

test("responses are counted by what they come to; a statement is neither a denial nor an action", () => {
  expect(
    groupsOf([
      { kind: "denial", count: 2 },
      { kind: "partial_denial", count: 1 },
      { kind: "closure_order", count: 3 },
      { kind: "statement", count: 9 },
      { kind: "no_response", count: 1 },
    ]),
  ).toEqual({ denied: 3, noComment: 1, acted: 3 });
});
