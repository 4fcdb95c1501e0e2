import { expect, test } from "vitest";
import { dashboardFilter } from "../filters/dashboard-filter";
import { yearsBetweenEnds } from "./status-areas";
import { layoutStatus } from "./status-layout";

test("years are named between the first and the last day, and none of a short time", () => {
  const step = (day: string) => ({ day, counts: [{ status: "reported" as const, count: 3 }] });
  const drawn = (first: string, last: string) =>
    yearsBetweenEnds(layoutStatus({ steps: [step(first)], undated: 0 }, dashboardFilter.absent, last, "en"));
  const years = (first: string, last: string) => drawn(first, last).map(({ name }) => Number(name));
  expect(years("2018-10-01", "2026-11-28")).toEqual([2021, 2022, 2023, 2024, 2025]);
  expect(years("2022-09-04", "2022-12-07")).toEqual([]);
  for (const { share } of drawn("1990-01-01", "2026-01-01")) {
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.8);
  }
});
