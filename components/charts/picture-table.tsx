"use client";

import { useState } from "react";
import { useFormat, useLocaleCode, useWords } from "#words";
import { DataTable } from "@/components/ui/data-table";
import { QuietLink } from "@/components/ui/link";
import { useAwake } from "@/components/ui/use-awake";
import {
  type Cell,
  nextOrder,
  type PictureOrder,
  type PictureRow,
  sortRows,
  type PictureTable as Table,
} from "@/lib/charts/figure";

type Props = { title: string; table: Table };

/** The figures of a picture; complete without JavaScript, with it in any order. */
export function PictureTable({ title, table: { columns, rows } }: Props) {
  const t = useWords("picture");
  const locale = useLocaleCode();
  const isAwake = useAwake();
  const [order, sortBy] = useState<PictureOrder | null>(null);
  const shown = order ? sortRows(rows, order, locale) : rows;
  return (
    <DataTable<PictureRow>
      caption={t("tableCaption", { title })}
      rows={shown}
      rowKey={({ key }) => key}
      columns={columns.map((column, place) => ({
        ...column,
        heading: place === 0,
        cell: ({ cells }) => <CellWords cell={cells[place]} />,
        ...(isAwake && { onSort: () => sortBy(nextOrder(order, place, column.numeric === true)) }),
        ...(order?.column === place ? { sorted: order.descending ? ("desc" as const) : ("asc" as const) } : {}),
      }))}
    />
  );
}

function CellWords({ cell }: { cell: Cell | undefined }) {
  const format = useFormat();
  if (!cell) return null;
  const words = cell.text ?? (typeof cell.value === "number" ? format.number(cell.value) : cell.value);
  const content = cell.href ? <QuietLink href={cell.href}>{words}</QuietLink> : words;
  return cell.value === null ? <span className="text-muted italic">{content}</span> : content;
}
