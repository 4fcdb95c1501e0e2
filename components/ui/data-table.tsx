import { cloneElement, isValidElement, type ReactNode } from "react";
import { useTranslations } from "#translations";
import { PlainLink } from "@/components/ui/link";
import type { RecordKind } from "@/lib/records/editorial";
import { type ColumnChoice, ColumnChoices } from "./column-choices";
import { SelectBox } from "./select-box";
import { TableBody } from "./table-body";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  /** The cell that names the row (one column). */
  heading?: boolean;
  /** Left out on a tablet, where the table has no room for all. */
  roomy?: boolean;
  /** Link that sorts by this column; the caller knows the next direction. */
  sortHref?: string;
  /** What that link does, where the words of `common` are not sent. */
  sortLabel?: string;
  /** Sorts in the browser instead, where the rows are all there. */
  onSort?: () => void;
  sorted?: "asc" | "desc";
};

type Props<Row> = {
  caption: string;
  /** The caption is drawn only for assistive technology unless this is set. */
  showCaption?: boolean;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  /** Shown instead of the table when there are no rows. */
  empty?: ReactNode;
  /** Which of its columns, but for the one that names the row, are shown, and the way to choose. */
  choice?: ColumnChoice;
  /** The rows can be selected for the batch bar; what they are, and what each is called. */
  selection?: { readonly kind: RecordKind; readonly nameOf: (row: Row) => { slug: string; title: string } } | false;
  /** Of long texts: a row is 40 px high, in two lines where one does not do; what is longer is cut. */
  isTwoLine?: boolean;
};

/** Rows under ruled headings; below 640 px each row becomes a list of labelled values. */
export function DataTable<Row>({ columns: all, choice, ...props }: Props<Row>) {
  if (props.rows.length === 0 && props.empty) return props.empty;
  if (!choice) return <Table {...props} columns={all} />;
  const columns = all.filter(({ key, heading }) => heading || !choice.hidden.includes(key));
  return (
    <div>
      <ColumnChoices
        choice={choice}
        columns={all.flatMap(({ key, header, heading }) => (heading ? [] : [{ key, header }]))}
      />
      <Table {...props} columns={columns} />
    </div>
  );
}

function Table<Row>({
  caption,
  showCaption,
  rows,
  columns,
  rowKey,
  isTwoLine,
  selection,
}: Omit<Props<Row>, "empty" | "choice">) {
  return (
    <table className={isTwoLine ? "ruled-table two-line-table" : "ruled-table"}>
      <caption className={showCaption ? "mb-2 block text-left text-base font-semibold sm:table-caption" : "sr-only"}>
        {caption}
      </caption>
      <thead>
        <tr>
          {selection && <TickHead />}
          {columns.map((column) => (
            <ColumnHead key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <TableBody
        columns={columns.map(({ header, heading, numeric, roomy }) => ({
          header,
          ...(heading && { heading }),
          ...(numeric && { numeric }),
          ...(roomy && { roomy }),
        }))}
        rows={rows.map((row) => ({
          key: rowKey(row),
          ...(selection && { tick: <SelectBox kind={selection.kind} {...selection.nameOf(row)} /> }),
          cells: columns.map(({ cell }, place) => withKey(cell(row), place)),
        }))}
      />
    </table>
  );
}

function TickHead() {
  const t = useTranslations("common");
  return (
    <th scope="col" className="tick">
      <span className="sr-only">{t("selectColumn")}</span>
    </th>
  );
}

/** What goes to the browser in an array has keys, or React warns of it. */
const withKey = (cell: ReactNode, place: number): ReactNode =>
  isValidElement(cell) && cell.key === null ? cloneElement(cell, { key: place }) : cell;

function ColumnHead<Row>({ column }: { column: Column<Row> }) {
  const { header, sortHref, sortLabel, onSort, sorted, numeric, roomy } = column;
  const className = [numeric && "number", roomy && "roomy"].filter(Boolean).join(" ");
  return (
    <th
      scope="col"
      {...(sorted && { "aria-sort": sorted === "asc" ? "ascending" : "descending" })}
      {...(className && { className })}
    >
      {sortHref && sortLabel ? (
        <PlainLink href={sortHref} aria-label={sortLabel}>
          {header}
        </PlainLink>
      ) : sortHref ? (
        <SortLink href={sortHref} header={header} />
      ) : onSort ? (
        <button type="button" className="on-paper" onClick={onSort}>
          {header}
        </button>
      ) : (
        header
      )}
    </th>
  );
}

/** Alone it needs words: a table in an island is sent none for its headings. */
function SortLink({ href, header }: { href: string; header: string }) {
  const t = useTranslations("common");
  return (
    <PlainLink href={href} aria-label={t("sortBy", { column: header })}>
      {header}
    </PlainLink>
  );
}
