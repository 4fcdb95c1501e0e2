import fc from "fast-check";
import { expect, test } from "vitest";
import { sortRows } from "./figure";
import { orderedTableHref } from "./ordered-table-href";
import { TABLE_ROWS, tableFilter, tablePage, wholeTableHref } from "./table-view";

const columns = [
  { key: "name", header: "Name" },
  { key: "figure", header: "Figure", numeric: true },
];
const tableOf = (figures: readonly (number | null)[]) => ({
  columns,
  rows: figures.map((value, at) => ({
    key: `r${at}`,
    cells: [
      { value: `Row ${at}` },
      value === null ? { value, missing: "unknown" as const, text: "unknown" } : { value },
    ],
  })),
});

test("the pages of a table have each of its rows once, in its order", () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.integer({ min: 0, max: 9 })), { maxLength: 4 * TABLE_ROWS }),
      fc.constantFrom(undefined, "figure", "-figure", "-name", "nothing"),
      (figures, order) => {
        const table = tableOf(figures);
        const first = tablePage(table, { page: 1, order }, "en");
        const rows = Array.from(
          { length: first.pages },
          (_, at) => tablePage(table, { page: at + 1, order }, "en").table.rows,
        );
        expect(rows.every((own) => own.length <= TABLE_ROWS)).toBe(true);
        expect(first.total).toBe(figures.length);
        const column = columns.findIndex(({ key }) => key === order?.replace("-", ""));
        const descending = order?.startsWith("-") === true;
        expect(rows.flat()).toEqual(column < 0 ? table.rows : sortRows(table.rows, { column, descending }, "en"));
      },
    ),
  );
});

test("a page past the last is the last", () => {
  expect(tablePage(tableOf(Array(120).fill(1)), { page: 99, order: undefined }, "en")).toMatchObject({
    page: 3,
    pages: 3,
  });
});

test("the page of a whole table has the view of its files, and its own order beside it", () => {
  const href = wholeTableHref("/api/v1/figures/summary/months?from=2022-10-01");
  expect(href).toBe("/figures/summary/months?from=2022-10-01");
  expect(orderedTableHref(href, tableOf([]), { column: 1, descending: true })).toBe(`${href}&order=-figure`);
  expect(tableFilter.parse(new URLSearchParams("order=-figure&page=2")).value).toEqual({ order: "-figure", page: 2 });
});
