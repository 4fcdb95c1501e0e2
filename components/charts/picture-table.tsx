"use client";

import { useState } from "react";
import { useFormat, useLocaleCode, useWords } from "#words";
import { QuietLink } from "@/components/ui/link";
import {
  type Cell,
  nextOrder,
  type PictureColumn,
  type PictureOrder,
  sortRows,
  type PictureTable as Table,
} from "@/lib/picture";

type Props = { title: string; table: Table };

/** The figures of a picture; complete without JavaScript, with it in any order. */
export function PictureTable({ title, table: { columns, rows } }: Props) {
  const t = useWords("picture");
  const locale = useLocaleCode();
  const [order, sortBy] = useState<PictureOrder | null>(null);
  const shown = order ? sortRows(rows, order, locale) : rows;
  return (
    <table className="block w-full text-left text-sm leading-[1.3] sm:table">
      <caption className="sr-only">{t("tableCaption", { title })}</caption>
      <thead className="sr-only sm:not-sr-only sm:table-header-group">
        <tr className="sm:border-b sm:border-rule-strong">
          {columns.map((column, place) => (
            <th
              key={column.key}
              scope="col"
              aria-sort={order?.column === place ? (order.descending ? "descending" : "ascending") : undefined}
              className={`py-1 align-bottom font-semibold sm:px-2 sm:first:pl-0 sm:last:pr-0 ${column.numeric ? "sm:text-right" : ""}`}
            >
              <button
                type="button"
                className="on-paper cursor-pointer text-inherit hover:underline"
                onClick={() => sortBy(nextOrder(order, place, column.numeric === true))}
              >
                {column.header}
                <span aria-hidden="true" className="inline-block w-4 text-center">
                  {order?.column !== place ? "" : order.descending ? "↓" : "↑"}
                </span>
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block sm:table-row-group">
        {shown.map(({ key, cells }) => (
          <tr key={key} className="block border-b border-rule py-3 align-top sm:table-row sm:py-0">
            {columns.map((column, place) => (
              <TableCell key={column.key} column={column} cell={cells[place]} isHead={place === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const CELL = "py-0.5 sm:table-cell sm:px-2 sm:py-2 sm:compact:py-0.5 sm:first:pl-0 sm:last:pr-0";

function TableCell({ column, cell, isHead }: { column: PictureColumn; cell: Cell | undefined; isHead: boolean }) {
  const format = useFormat();
  if (!cell) return <td className={CELL} />;
  const words = cell.text ?? (typeof cell.value === "number" ? format.number(cell.value) : cell.value);
  const isMissing = cell.value === null;
  const content = cell.href ? <QuietLink href={cell.href}>{words}</QuietLink> : words;
  if (isHead) {
    return (
      <th scope="row" className={`block ${CELL} text-base font-semibold sm:text-sm`}>
        {content}
      </th>
    );
  }
  return (
    <td className={`grid grid-cols-[8.5rem_minmax(0,1fr)] gap-x-2 ${CELL} ${column.numeric ? "sm:text-right" : ""}`}>
      <span aria-hidden="true" className="text-muted sm:hidden">
        {column.header}
      </span>
      <span className={isMissing ? "text-muted italic sm:inline" : "sm:inline"}>{content}</span>
    </td>
  );
}
