import type { DashboardFilter } from "../filters/dashboard-filter";
import type { Locale } from "../text/locale";
import { getTranslations } from "../text/translations";
import {
  asValue,
  type DividedNumbers,
  type EvidenceNumbers,
  formatDivision,
  formatMonthName,
} from "./evidence-months";
import type { Cell, FigureColumn, FigureTable } from "./figure";
import { onlyValues, recordsBehind } from "./records-behind";

/** A row for each month that has any; every kind or language of divided bars is a column of its own. */
export function monthsTable(figure: EvidenceNumbers, filter: DashboardFilter, locale: Locale): FigureTable {
  const t = getTranslations(locale, "charts");
  const own = figure.divided && dividedColumns(figure.divided, filter, locale);
  return {
    columns: [
      { key: "month", header: t("column.month") },
      { key: "items", header: t("column.items"), numeric: true },
      ...(own?.columns ?? []),
    ],
    rows: figure.months
      .filter(({ count }) => count > 0)
      .map(({ month, count }) => ({
        key: month,
        cells: [
          { value: month, text: formatMonthName(month, locale) },
          { value: count, href: recordsBehind("evidence", filter, { period: onlyValues(month) }) },
          ...(own?.cellsOf(month) ?? []),
        ],
      })),
  };
}

function dividedColumns({ by, parts, totals }: DividedNumbers, filter: DashboardFilter, locale: Locale) {
  const counts = new Map(parts.map(({ month, value, count }) => [`${month} ${asValue(value)}`, count]));
  const columns = totals.map(
    ({ value }): FigureColumn => ({
      key: asValue(value),
      header: formatDivision(by, value, locale),
      numeric: true,
    }),
  );
  const cellsOf = (month: string) =>
    totals.map(({ value }): Cell => {
      const count = counts.get(`${month} ${asValue(value)}`) ?? 0;
      if (count === 0) return { value: count };
      const own = { period: onlyValues(month), [by]: onlyValues(asValue(value)) };
      return { value: count, href: recordsBehind("evidence", filter, own) };
    });
  return { columns, cellsOf };
}
