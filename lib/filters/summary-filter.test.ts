import { expect, test } from "vitest";
import { isChosenPeriod, periodChoices, previousPeriod, summaryFilter } from "./summary-filter";

test("the ready choices are days, and the last quarter is one that is over", () => {
  const choices = periodChoices("2023-02-14");
  expect(choices).toEqual([
    { key: "whole", from: undefined, to: undefined },
    { key: "days30", from: "2023-01-16", to: "2023-02-14" },
    { key: "quarter", from: "2022-10-01", to: "2022-12-31" },
    { key: "year", year: 2022, from: "2022-01-01", to: "2022-12-31" },
    { key: "year", year: 2023, from: "2023-01-01", to: "2023-12-31" },
  ]);
});

test.each([
  [
    { from: "2022-10-01", to: "2022-12-31" },
    { from: "2022-07-01", to: "2022-09-30" },
  ],
  [
    { from: "2022-01-01", to: "2022-12-31" },
    { from: "2021-01-01", to: "2021-12-31" },
  ],
  [
    { from: "2024-02-01", to: "2024-02-29" },
    { from: "2024-01-01", to: "2024-01-31" },
  ],
  [
    { from: "2022-09-13", to: "2022-09-13" },
    { from: "2022-09-12", to: "2022-09-12" },
  ],
  [
    { from: "2022-09-13", to: "2022-10-12" },
    { from: "2022-08-14", to: "2022-09-12" },
  ],
  [
    { from: "2023-01-15", to: undefined },
    { from: "2022-12-15", to: "2023-01-14" },
  ],
])("a period is compared with the one of its length before it: %j", (period, before) => {
  expect(previousPeriod(period, "2023-02-14")).toEqual(before);
});

test.each([
  { from: undefined, to: undefined },
  { from: undefined, to: "2022-12-31" },
  { from: "2022-12-31", to: "2022-01-01" },
  { from: "2025-01-01", to: undefined },
  { from: "0001-01-01", to: "2020-01-01" },
])("nothing comes before a period without a first day, or one that runs backwards: %j", (period) => {
  expect(previousPeriod(period, "2023-02-14")).toBeNull();
});

test("an address says its period and is said by it", () => {
  const { value, problems } = summaryFilter.parse(new URLSearchParams("country=IT&from=2022-01-01&to=2022-12-31"));
  expect(problems).toEqual([]);
  expect(summaryFilter.href("/summary", value)).toBe("/summary?from=2022-01-01&to=2022-12-31&country=IT");
  expect(
    periodChoices("2023-02-14")
      .filter((choice) => isChosenPeriod(choice, value))
      .map(({ year }) => year),
  ).toEqual([2022]);
});
