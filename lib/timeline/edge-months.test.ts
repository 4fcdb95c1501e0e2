import { expect, test } from "vitest";
import { edgeMonths } from "./edge-months";

test.each([
  [undefined, undefined, []],
  ["2022-10-01", "2022-12-31", []],
  ["2022-10-02", "2022-12-31", ["2022-10-01"]],
  ["2022-10-02", "2022-12-30", ["2022-10-01", "2022-12-01"]],
  ["2022-10-02", "2022-10-03", ["2022-10-01"]],
  ["2022-10-01", "2022-10-03", ["2022-10-01"]],
  [undefined, "2024-02-28", ["2024-02-01"]],
  [undefined, "2024-02-29", []],
])("from %s to %s takes in parts of the months of %s", (from, to, first) => {
  expect(edgeMonths({ from, to }).map((month) => month.from)).toEqual(first);
});
