import { expect, test } from "vitest";
import { daysOfOverview, OVERVIEW_PERIODS, overviewFilter, scopeOfOverview } from "./overview-filter";

test("a period is so many days with today among them, across months and a leap day", () => {
  const days = OVERVIEW_PERIODS.map((period) => daysOfOverview({ period }, "2024-03-01"));
  expect(days).toEqual([
    { from: "2024-02-01", to: "2024-03-01" },
    { from: "2024-02-24", to: "2024-03-01" },
    { from: "2023-12-03", to: "2024-03-01" },
    { from: "2023-03-03", to: "2024-03-01" },
  ]);
});

test("the address without a query is of everything in the last thirty days, and another reproduces its view", () => {
  expect(overviewFilter.parse(new URLSearchParams("")).value).toMatchObject({
    period: "days30",
    country: { any: [] },
  });
  const { value, problems } = overviewFilter.parse(new URLSearchParams("country=it&period=days365"));
  expect(problems).toEqual([]);
  expect(overviewFilter.href("/", value)).toBe("/?country=IT&period=days365");
  expect(scopeOfOverview(value)).toMatchObject({ country: { any: ["IT"] }, from: undefined, to: undefined });
});
