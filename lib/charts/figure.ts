/** Why a cell holds no number: absence is not zero (rule 4). */
type Missing = "no_figure" | "not_examined" | "none_found" | "unknown" | "not_asked";

/**
 * A figure or a word; `text` is it as a reader writes it, `short` what a figure's first rows say of a long one, `href` leads to
 * the records behind it.
 */
type Known = {
  readonly value: number | string;
  readonly text?: string;
  readonly short?: string;
  readonly href?: string;
};
/** What is not known, with the words that say so. */
type Unknown = {
  readonly value: null;
  readonly missing: Missing;
  readonly text: string;
  readonly href?: string;
};
export type Cell = Known | Unknown;

/** `key` names the column in files, in English and for ever; `header` is for the reader. */
export type FigureColumn = { readonly key: string; readonly header: string; readonly numeric?: boolean };
/** A cell for each column, in their order; the first names the row. */
export type FigureRow = { readonly key: string; readonly cells: readonly Cell[] };
export type FigureTable = {
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
  /** How many rows there are in all, where `rows` are only the first. */
  readonly total?: number;
};

export const countRows = ({ rows, total = rows.length }: FigureTable): number => total;

/** The first rows of a table, which says how many there are in all. */
export const firstRows = (table: FigureTable, most: number): FigureTable =>
  table.rows.length > most ? { ...table, rows: table.rows.slice(0, most), total: countRows(table) } : table;

/** The rows as they stand under their figure: what has a short form in that, and with no more than is read where it is not all. */
export function rowsUnderFigure(table: FigureTable): FigureTable {
  const isWhole = table.rows.length === countRows(table);
  const under = (cell: Cell): Cell => {
    if (cell.value === null) return cell;
    const { value, text, short: shown = text, href } = cell;
    if (shown === undefined) return cell;
    return { value: isWhole ? value : shown, ...(isWhole && { text: shown }), ...(href !== undefined && { href }) };
  };
  return { ...table, rows: table.rows.map(({ key, cells }) => ({ key, cells: cells.map(under) })) };
}

/** The revision that a figure was drawn from: the place in the chain and its hash. */
export type FigureRevision = { readonly seq: number; readonly hash: string };

/** What is true of a figure in every form that it leaves the building in. */
export type FigureFacts = {
  readonly title: string;
  /** The result, as a sentence. */
  readonly finding: string;
  /** What is counted, and what is not. */
  readonly definition: string;
  /** What the view was narrowed to, as a sentence. */
  readonly filter: string;
  readonly sources: string;
  /** Licence of the data, names of whose base map. */
  readonly credits: string;
  /** ISO instant at which it was counted. */
  readonly asOf: string;
  /** Null: nothing was written yet. Undefined: this reader sees the moment of the count and no revision. */
  readonly revision: FigureRevision | null | undefined;
};
export type FigureData = FigureFacts & { readonly table: FigureTable };

export type FigureOrder = { readonly column: number; readonly descending: boolean };

/** Rows by a column; what is not known comes last both ways, equal ones stay as they were. */
export function sortRows(rows: readonly FigureRow[], order: FigureOrder, locale: string): readonly FigureRow[] {
  const figure = (row: FigureRow) => row.cells[order.column]?.value ?? null;
  const way = order.descending ? -1 : 1;
  return [...rows].sort((one, other) => {
    const [a, b] = [figure(one), figure(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (typeof a === "number" && typeof b === "number") return way * (a - b);
    return way * String(a).localeCompare(String(b), locale, { numeric: true });
  });
}

/** The order that a heading leads to: numbers begin with the most, words with A; a second time turns it round. */
export function nextFigureOrder(order: FigureOrder | null, column: number, isNumeric: boolean): FigureOrder {
  if (order?.column === column) return { column, descending: !order.descending };
  return { column, descending: isNumeric };
}
