import { expect, test } from "vitest";
import { drawMonths, drawStatus } from "./summary-drawing";
import { monthBarsHeadline } from "./summary-figures";

const counted = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => ({ month: `${first + index}-01`, count: 1 }));

test("what is older than the months drawn is told, not left out in silence", () => {
  const drawn = drawMonths(counted(2001, 2010), 8);
  expect(drawn.bars).toHaveLength(8);
  expect(monthBarsHeadline(drawn, { coarser: 0, undated: 0 }, "en")).toBe(
    "Most items are of January 2003: 1. Every item is dated to a month. 2 are older than the months drawn.",
  );
});

test("of nothing it is not said that everything is dated", () => {
  const none = drawMonths([], 8);
  expect(monthBarsHeadline(none, { coarser: 0, undated: 0 }, "nl")).toBe(
    "Geen bewijs met een bekende maand in deze selectie.",
  );
  expect(monthBarsHeadline(none, { coarser: 1, undated: 1 }, "en")).toMatch(/2 items are not dated to a month/);
});

test("one month alone is a bar like others, in the middle of its room", () => {
  const [bar] = drawMonths(counted(2023, 2023), 36).bars;
  expect(bar?.from).toBeCloseTo(0.45);
  expect(bar?.to).toBeCloseTo(0.55);
});

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
