import { expect, test } from "vitest";
import { percentOnAxis, rangeAxis } from "./range-axis";

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
