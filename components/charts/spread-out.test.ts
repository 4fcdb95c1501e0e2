import { expect, test } from "vitest";
import { LINE, spreadOut } from "./spread-out";

const bounds = { least: 10, most: 200 };

test("labels that would touch move apart, the others stay where their marks are", () => {
  expect(spreadOut([180, 100, 98], bounds)).toEqual([180, 100, 100 - LINE]);
  expect(spreadOut([100, 98], bounds, 5)).toEqual([100, 95]);
});

test("labels stay within their bounds, those at the top pushed down", () => {
  expect(spreadOut([250], bounds)).toEqual([200]);
  expect(spreadOut([14, 12, 10], bounds)).toEqual([10 + 2 * LINE, 10 + LINE, 10]);
});
