import { expect, test } from "vitest";
import { compareDistributions, quantile, slope } from "./distributions";

const upTo = (n: number, from = 0) => Array.from({ length: n }, (_, index) => from + index);

test("a quantile is one of the values", () => {
  expect(quantile([3, 1, 2], 0.5)).toBe(2);
  expect(quantile([3, 1, 2], 0)).toBe(1);
  expect(quantile([3, 1, 2], 1)).toBe(3);
  expect(quantile([], 0.5)).toBeNaN();
});

test("what is the same can't be told apart, what is later can", () => {
  const same = compareDistributions(upTo(100), upTo(100));
  expect(same).toMatchObject({ ratio: 1, greater: 0.5 });
  expect(same.likelihood).toBeCloseTo(1, 5);
  const later = compareDistributions(upTo(100, 30), upTo(100));
  expect(later.greater).toBeGreaterThan(0.7);
  expect(later.likelihood).toBeLessThan(0.001);
});

test("two standard deviations of ranks are as likely as the tables say", () => {
  // 20 by 20: a mean of 200 pairs and a deviation of 36.97; 272.5 of them lie 1.961 above it.
  const ones = [...upTo(10, 100), ...upTo(10, 0).map((n) => n + 0.5)];
  const { greater, likelihood } = compareDistributions(ones, upTo(20, 0));
  const deviations = Math.abs(greater * 400 - 200) / Math.sqrt((400 * 41) / 12);
  expect(deviations).toBeCloseTo(1.488, 3);
  expect(likelihood).toBeCloseTo(0.1368, 3);
});

test("a slope is how much is added for each step, whatever it starts from and however it wavers", () => {
  const line = upTo(10, 1).map((x) => [x, 60 + 0.5 * x] as const);
  expect(slope(line)).toBeCloseTo(0.5);
  expect(slope(line.map(([x, y]) => [x, y + (x % 3 === 2 ? 1 : 0)] as const))).toBeCloseTo(0.5, 1);
  expect(slope(upTo(5).map((x) => [x, 7] as const))).toBe(0);
});
