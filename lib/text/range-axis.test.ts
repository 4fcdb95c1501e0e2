import fc from "fast-check";
import { expect, test } from "vitest";
import { extentBetween, percentOnAxis, rangeAxis } from "./range-axis";

test("an axis begins at zero, holds the highest count and has few round ticks", () => {
  expect(rangeAxis(11)).toEqual({ max: 15, ticks: [0, 5, 10, 15] });
  expect(rangeAxis(110)).toEqual({ max: 150, ticks: [0, 50, 100, 150] });
  expect(rangeAxis(1)).toEqual({ max: 1, ticks: [0, 1] });
  expect(rangeAxis(0)).toEqual({ max: 1, ticks: [0, 1] });
  for (let highest = 0; highest < 3000; highest += 7) {
    const { max, ticks } = rangeAxis(highest);
    expect(max).toBeGreaterThanOrEqual(highest);
    expect(ticks.length).toBeLessThanOrEqual(6);
  }
});

test("a count's place is its share of the axis, short of the edge", () => {
  const axis = rangeAxis(100);
  expect([percentOnAxis(axis, 0), percentOnAxis(axis, 50), percentOnAxis(axis, 100)]).toEqual([0, 47, 94]);
});

test("no extent is below zero, however short the axis is that it is drawn on", () => {
  const place = fc.double({ min: 0, max: 4000, noNaN: true });
  const count = fc.integer({ min: 0, max: 10_000 });
  fc.assert(
    fc.property(place, fc.oneof(fc.constant(0), place), fc.tuple(count, count), (start, length, ends) => {
      const [from = 0, to = 0] = [...ends].sort((a, b) => a - b);
      const { max } = rangeAxis(to);
      // As a linear scale interpolates.
      const at = (value: number) => start * (1 - value / max) + (start + length) * (value / max);
      expect(extentBetween(at(from), at(to))).toBeGreaterThanOrEqual(0);
      expect(percentOnAxis(rangeAxis(to), to) - percentOnAxis(rangeAxis(to), from)).toBeGreaterThanOrEqual(0);
    }),
    { examples: [[112, 0, [13, 57]]] },
  );
});
