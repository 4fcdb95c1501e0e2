import { expect, test } from "vitest";
import { byMonth } from "./months";

const day = (date: string, count = 1) => ({ from: date, to: date, count });

test("days are counted in their month, and a month without an item in between is a true zero", () => {
  const { months } = byMonth([day("2022-09-12"), day("2022-11-01", 3), day("2022-11-30")], 60);
  expect(months).toEqual([
    { month: "2022-09", count: 1 },
    { month: "2022-10", count: 0 },
    { month: "2022-11", count: 4 },
  ]);
});

test("an item that is known to the year stands in no month, and an undated one is not put anywhere", () => {
  const year = { from: "2022-01-01", to: "2022-12-31", count: 2 };
  const open = { from: "2022-05-01", to: null, count: 1 };
  const figures = byMonth([year, open, { from: null, to: null, count: 5 }, day("2022-03-03")], 60);
  expect(figures).toEqual({ months: [{ month: "2022-03", count: 1 }], earlier: 0, coarser: 3, undated: 5 });
});

test("what is older than the months shown is counted apart, across the turn of a year", () => {
  const figures = byMonth([day("2014-06-01", 2), day("2023-01-15"), day("2023-02-15")], 3);
  expect(figures.months.map(({ month }) => month)).toEqual(["2022-12", "2023-01", "2023-02"]);
  expect(figures.earlier).toBe(2);
});

test("nothing dated gives no month, not a zero", () => {
  expect(byMonth([], 60).months).toEqual([]);
});
