import { stringify } from "csv-stringify/sync";
import { defineFilter, type FilterValue } from "../filters/filter";
import { choiceField, numberField } from "../filters/filter-field";
import { inertCell } from "../text/inert-cell";
import { countRows, type FigureData, type FigureRevision } from "./figure";
import { TABLE_ROWS } from "./table-view";

type FigureSource = {
  readonly name: string /** Absolute address of the view, with the figure's anchor. */;
  readonly url: string;
};

const formatRevision = (revision: FigureRevision | null) => (revision ? `${revision.seq} ${revision.hash}` : "none");

const factsOf = ({ name, url }: FigureSource, data: FigureData): [string, string][] => [
  ["figure", name],
  ["title", data.title],
  ["finding", data.finding],
  ["definition", data.definition],
  ["filter", data.filter],
  ["as of", data.asOf],
  ...(data.revision === undefined ? [] : [["revision", formatRevision(data.revision)] satisfies [string, string]]),
  ["sources", data.sources],
  ["licence", data.credits],
  ["address", url],
];

/**
 * RFC 4180 with a byte order mark: lines that begin with "# " say what the figures are, then a heading and the rows.
 * Numbers are written plainly; what is not known is written in words, never as 0 or nothing.
 */
export function figureCsv(where: FigureSource, data: FigureData): string {
  const facts = factsOf(where, data).map(([key, value]) => [`# ${key}`, inertCell(value)]);
  const rows = data.table.rows.map(({ cells }) =>
    cells.map((cell) => (typeof cell.value === "number" ? String(cell.value) : inertCell(cell.value ?? cell.text))),
  );
  const lines = [...facts, data.table.columns.map(({ key }) => key), ...rows];
  return stringify(lines, { bom: true, record_delimiter: "windows" });
}

/** Which rows of a figure JSON has: pages as its table has them, longer ones, or all of them at once. */
export const rowsFilter = defineFilter({
  page: numberField(1, 100_000, 1),
  rows: choiceField([String(TABLE_ROWS) as "50", "500", "all"]),
});
type RowsView = FilterValue<typeof rowsFilter>;

/** How many of a table's first rows a page of its JSON needs; undefined: all. */
export const rowsForJson = ({ page, rows }: RowsView): number | undefined =>
  rows === "all" ? undefined : page * Number(rows);

/** The same as JSON, a page of its rows; what is not known is `{ "missing": "no_figure", "words": "no figure" }`. */
export function figureJson({ name, url }: FigureSource, { table, ...facts }: FigureData, view: RowsView) {
  const { credits, ...rest } = facts;
  const total = countRows(table);
  const last = rowsForJson(view) ?? total;
  const shown = view.rows === "all" ? table.rows : table.rows.slice(last - Number(view.rows), last);
  return {
    name,
    url,
    ...rest,
    licence: credits,
    columns: table.columns.map(({ key, header }) => ({ key, header })),
    total,
    next: last < total ? view.page + 1 : null,
    rows: shown.map(({ cells }) =>
      Object.fromEntries(
        table.columns.map(({ key }, index) => {
          const cell = cells[index];
          const value = cell?.value ?? {
            missing: cell && "missing" in cell ? cell.missing : "unknown",
            words: cell?.text,
          };
          return [key, value];
        }),
      ),
    ),
  };
}
