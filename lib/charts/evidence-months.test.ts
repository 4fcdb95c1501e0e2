import { expect, test } from "vitest";
import { dashboardFilter } from "../filters/dashboard-filter";
import { layoutMonths, monthsHeadline } from "./evidence-months";

const filter = dashboardFilter.absent;
const counted = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => ({ month: `${first + index}-01`, count: 1 }));

test("what is older than the months drawn is told, not left out in silence", () => {
  const figure = { months: counted(2001, 2010), coarser: 0, undated: 0 };
  const drawn = layoutMonths(figure, 8, filter, "en");
  expect([drawn.rows.length, drawn.earlier]).toEqual([8, 2]);
  expect(monthsHeadline(figure, 8, "en")).toBe(
    "10 items of evidence are dated to a month; most are from January 2001 (1). 2 are older than the months drawn.",
  );
});

test("of nothing it is not said that everything is dated", () => {
  expect(monthsHeadline({ months: [], coarser: 0, undated: 0 }, 8, "nl")).toBe(
    "Geen bewijs binnen deze weergave is op de maand gedateerd.",
  );
  expect(monthsHeadline({ months: [], coarser: 1, undated: 1 }, 8, "en")).toMatch(
    /One item is dated less precisely\. One has no known date\.$/,
  );
});

test("one month alone is a bar like others, in the middle of its room", () => {
  const [bar] = layoutMonths({ months: counted(2023, 2023), coarser: 0, undated: 0 }, 36, filter, "en").rows;
  expect(bar?.from).toBeCloseTo(0.45);
  expect(bar?.to).toBeCloseTo(0.55);
});
