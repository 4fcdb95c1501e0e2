import type { FigureOrder, FigureTable } from "./figure";

// By itself, and without the filter that reads it: the browser is sent what this file imports.
/** The page of a whole table in an order, from its first row on. @param tableHref without one */
export function orderedTableHref(tableHref: string, { columns }: FigureTable, order: FigureOrder): string {
  const key = columns[order.column]?.key ?? "";
  const query = new URLSearchParams({ order: `${order.descending ? "-" : ""}${key}` });
  return `${tableHref}${tableHref.includes("?") ? "&" : "?"}${query}`;
}
