"use client";

import { useState } from "react";
import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { DataTable } from "@/components/ui/data-table";
import { QuietLink } from "@/components/ui/link";
import { useHydrated } from "@/components/ui/use-hydrated";
import {
  type Cell,
  type FigureOrder,
  type FigureRow,
  nextFigureOrder,
  sortRows,
  type FigureTable as Table,
} from "@/lib/charts/figure";

type Props = { title: string; table: Table };

/** The figures of a figure; complete without JavaScript, with it in any order. */
export function FigureTableView({ title, table: { columns, rows } }: Props) {
  const t = useTranslations("figure");
  const locale = useLocaleCode();
  const isHydrated = useHydrated();
  const [order, sortBy] = useState<FigureOrder | null>(null);
  const shown = order ? sortRows(rows, order, locale) : rows;
  return (
    <DataTable<FigureRow>
      caption={t("tableCaption", { title })}
      rows={shown}
      rowKey={({ key }) => key}
      columns={columns.map((column, index) => ({
        ...column,
        heading: index === 0,
        cell: ({ cells }) => <CellText cell={cells[index]} />,
        ...(isHydrated && { onSort: () => sortBy(nextFigureOrder(order, index, column.numeric === true)) }),
        ...(order?.column === index ? { sorted: order.descending ? ("desc" as const) : ("asc" as const) } : {}),
      }))}
    />
  );
}

function CellText({ cell }: { cell: Cell | undefined }) {
  const format = useFormat();
  if (!cell) return null;
  const text = cell.text ?? (typeof cell.value === "number" ? format.number(cell.value) : cell.value);
  const content = cell.href ? <QuietLink href={cell.href}>{text}</QuietLink> : text;
  return cell.value === null ? <span className="text-muted italic">{content}</span> : content;
}
