import { defineFilter, type FilterValue } from "../filters/filter";
import { numberField, textField } from "../filters/filter-field";
import type { FigureOrder, FigureTable } from "./figure";
import { countRows, sortRows } from "./figure";

/** Rows of a figure's table that its page draws, and that a page of the whole table has. */
export const TABLE_ROWS = 50;
/** The same of each of several figures on a page. */
export const FEW_ROWS = 10;

/** What of a figure's whole table a page shows; beside it stand the keys of the figure's own view. */
export const tableFilter = defineFilter({
  page: numberField(1, 1_000_000, 1),
  /** A column, by its key; "-" before it: from the most to the least. */
  order: textField(60),
});
type TableView = FilterValue<typeof tableFilter>;

const ROUTE = "/api/v1/figures/";
/** The page of a figure's whole table. @param route of its files, with the view */
export const wholeTableHref = (route: string): string =>
  route.startsWith(ROUTE) ? `/figures/${route.slice(ROUTE.length)}` : route;

/** What the page of a whole table shows of it. */
export type TablePage = {
  readonly table: FigureTable;
  readonly order: FigureOrder | null;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

/** How many of a table's first rows a page of it needs; undefined: all, to order them. */
export const rowsFor = ({ page, order }: TableView): number | undefined => (order ? undefined : page * TABLE_ROWS);

/** The rows of a page in the order that is asked for; a page past the last is the last, a column that is none no order. */
export function tablePage(table: FigureTable, { page, order: asked }: TableView, locale: string): TablePage {
  const column = table.columns.findIndex(({ key }) => key === asked?.replace(/^-/, ""));
  const order = column < 0 ? null : { column, descending: asked?.startsWith("-") === true };
  const rows = order ? sortRows(table.rows, order, locale) : table.rows;
  const total = countRows(table);
  const { shown, ...place } = pageOfRows(rows, page, total);
  return { table: { ...table, rows: shown, total: undefined }, order, total, ...place };
}

/** The rows of a page; a page past the last is the last. @param total of which these are at least the first */
export function pageOfRows<Row>(rows: readonly Row[], asked: number, total = rows.length) {
  const pages = Math.max(1, Math.ceil(total / TABLE_ROWS));
  const page = Math.min(asked, pages);
  return { shown: rows.slice((page - 1) * TABLE_ROWS, page * TABLE_ROWS), page, pages };
}
