import { expect, test } from "vitest";
import { drawStatus } from "./summary-drawing";

test("years are named between the first and the last day, and none of a short time", () => {
  const step = (day: string) => ({ day, counts: [{ status: "reported" as const, count: 3 }] });
  const years = (first: string, last: string) => drawStatus([step(first)], last)?.years.map(({ year }) => year);
  expect(years("2018-10-01", "2026-11-28")).toEqual([2021, 2022, 2023, 2024, 2025]);
  expect(years("2022-09-04", "2022-12-07")).toEqual([]);
  for (const { share } of drawStatus([step("1990-01-01")], "2026-01-01")?.years ?? []) {
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.8);
  }
});
