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
import { orderedTableHref } from "@/lib/charts/ordered-table-href";
import { type Packed, unpackJson } from "@/lib/text/pack-json";

type Props = {
  title: string;
  /** The rows that are drawn; each says its words, numbers and addresses again. */
  packed: Packed<Table>;
  /** Whether these are all rows of the figure, as they come. */
  isWhole: boolean;
  /** The page of the whole table, without an order. */
  wholeHref: string;
  /** The order that the address gives the rows. */
  ordered?: FigureOrder | null;
};

/** The figures of a figure, without JavaScript too. Where all are there the browser puts them in any order, else the page of all does. */
export function FigureTableView({ title, packed, isWhole, wholeHref, ordered = null }: Props) {
  const t = useTranslations("figure");
  const locale = useLocaleCode();
  const isHydrated = useHydrated();
  const [chosen, sortBy] = useState<FigureOrder | null>(null);
  const table = unpackJson(packed);
  const { columns, rows } = table;
  const order = isWhole ? chosen : ordered;
  const shown = chosen && isWhole ? sortRows(rows, chosen, locale) : rows;
  return (
    <DataTable<FigureRow>
      caption={t("tableCaption", { title })}
      rows={shown}
      rowKey={({ key }) => key}
      columns={columns.map((column, index) => {
        const next = nextFigureOrder(order, index, column.numeric === true);
        const sorting = isWhole
          ? isHydrated && { onSort: () => sortBy(next) }
          : {
              sortHref: orderedTableHref(wholeHref, table, next),
              sortLabel: t("sortAllBy", { column: column.header }),
            };
        return {
          ...column,
          heading: index === 0,
          cell: ({ cells }) => <CellText cell={cells[index]} />,
          ...sorting,
          ...(order?.column === index ? { sorted: order.descending ? ("desc" as const) : ("asc" as const) } : {}),
        };
      })}
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
