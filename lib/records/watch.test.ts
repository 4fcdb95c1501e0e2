import { expect, test } from "vitest";
import { nextLook, type WatchInterval } from "./watch";

test("a look that failed is tried again, ever later, and never given up", () => {
  const at = new Date("2026-11-30T12:00:00Z");
  const hours = (every: WatchInterval, failures: number) =>
    (nextLook(every, failures, at).getTime() - at.getTime()) / 3_600_000;
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 100].map((failures) => hours("daily", failures))).toEqual([
    24, 1, 4, 16, 24, 48, 96, 192, 192, 192,
  ]);
  expect([0, 1, 2, 3, 4, 5, 6, 7, 100].map((failures) => hours("weekly", failures))).toEqual([
    168, 1, 4, 16, 64, 168, 336, 672, 1344,
  ]);
});
