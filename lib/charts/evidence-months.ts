import type { DashboardFilter } from "../filters/dashboard-filter";
import { type EvidenceView, NOT_KNOWN_VALUE } from "../filters/evidence-filter";
import type { EvidenceKind } from "../records/evidence";
import { nameOfLanguage } from "../text/language-names";
import type { Locale } from "../text/locale";
import { rangeAxis } from "../text/range-axis";
import { getTranslations } from "../text/translations";
import { getFormatter } from "../text/translator";
import type { FigureTable } from "./figure";
import { evidenceBehind, onlyValues } from "./records-behind";

export type Division = "kind" | "language";
/** What the figures of months are drawn from: `value` is a kind or a language, null: not recorded. */
export type EvidenceNumbers = {
  readonly total: number;
  readonly months: readonly { readonly month: string; readonly count: number }[];
  readonly coarser: number;
  readonly undated: number;
  readonly parts: readonly { readonly month: string; readonly value: string | null; readonly count: number }[];
  readonly totals: readonly { readonly value: string | null; readonly count: number }[];
};

export type Series = { readonly key: string; readonly name: string; readonly count: number; readonly href: string };
export type MonthPart = {
  readonly series: string;
  readonly count: number;
  readonly says: string;
  readonly href: string;
};
export type MonthRow = {
  readonly month: string;
  readonly name: string;
  readonly total: number;
  readonly parts: readonly MonthPart[];
};
export type MonthsLayout = {
  readonly series: readonly Series[];
  readonly rows: readonly MonthRow[];
  readonly most: number;
  readonly ticks: readonly number[];
  /** Items older than the months drawn. */
  readonly earlier: number;
};

/** With the rest that is six, of which the rest is grey. */
const NAMED = 5;
const REST = "rest";
const DRAWN = 72;

const asValue = (value: string | null) => value ?? NOT_KNOWN_VALUE;

export function formatDivision(division: Division, value: string | null, locale: Locale): string {
  const t = getTranslations(locale, "evidence");
  if (division === "kind") return t(`kind.${(value ?? "other") as EvidenceKind}`);
  return value === null ? t("none.language") : nameOfLanguage(locale, value);
}

export const formatMonthName = (month: string, locale: Locale) =>
  getFormatter(locale).dateTime(new Date(`${month}-01T00:00:00Z`), { month: "long", year: "numeric" });

/** Months as stacked bars, divided by the most frequent values and the rest; a month without a bar is a true zero. */
export function layoutMonths(
  figure: EvidenceNumbers,
  division: Division,
  scope: DashboardFilter,
  locale: Locale,
): MonthsLayout {
  const t = getTranslations(locale, "charts");
  const named = figure.totals.slice(0, figure.totals.length === NAMED + 1 ? NAMED + 1 : NAMED);
  const others = figure.totals.slice(named.length);
  const among = (key: string): Partial<EvidenceView> =>
    key === REST
      ? { [division]: { any: [], without: named.map(({ value }) => asValue(value)) } }
      : { [division]: onlyValues(key) };
  const series: Series[] = [
    ...named.map(({ value, count }) => ({
      key: asValue(value),
      name: formatDivision(division, value, locale),
      count,
      href: evidenceBehind(scope, among(asValue(value))),
    })),
    ...(others.length > 0
      ? [
          {
            key: REST,
            name: t("rest", { count: others.length }),
            count: others.reduce((sum, { count }) => sum + count, 0),
            href: evidenceBehind(scope, among(REST)),
          },
        ]
      : []),
  ];
  const isNamed = new Set(named.map(({ value }) => value));
  const counts = new Map<string, Map<string, number>>();
  for (const { month, value, count } of figure.parts) {
    const own = counts.get(month) ?? new Map<string, number>();
    const key = isNamed.has(value) ? asValue(value) : REST;
    own.set(key, (own.get(key) ?? 0) + count);
    counts.set(month, own);
  }
  const drawn = figure.months.slice(-DRAWN);
  const rows = drawn.map(({ month, count }) => ({
    month,
    name: formatMonthName(month, locale),
    total: count,
    parts: series.flatMap(({ key, name }): MonthPart[] => {
      const own = counts.get(month)?.get(key) ?? 0;
      if (own === 0) return [];
      return [
        {
          series: key,
          count: own,
          says: t("monthPart", { month: formatMonthName(month, locale), name, count: own, total: count }),
          href: evidenceBehind(scope, { period: onlyValues(month), ...among(key) }),
        },
      ];
    }),
  }));
  const { max, ticks } = rangeAxis(Math.max(0, ...drawn.map(({ count }) => count)));
  return {
    series,
    rows,
    most: max,
    ticks,
    earlier: figure.months.slice(0, -DRAWN).reduce((sum, { count }) => sum + count, 0),
  };
}

/** The parts of a month from the bottom up, each with the count at which its middle stands. */
export function stackedParts({ parts }: Pick<MonthRow, "parts">) {
  let below = 0;
  return parts.map((part) => {
    below += part.count;
    return { part, middle: below - part.count / 2 };
  });
}

/** What the figure says, as a sentence, with what stands in no month. */
export function monthsHeadline(figure: EvidenceNumbers, division: Division, locale: Locale): string {
  const t = getTranslations(locale, "charts");
  const format = getFormatter(locale);
  const most = figure.months.reduce<{ month: string; count: number } | null>(
    (high, one) => (one.count > (high?.count ?? 0) ? one : high),
    null,
  );
  if (!most) return t("evidenceNothing", { coarser: figure.coarser, undated: figure.undated });
  const [first] = figure.totals;
  const dated = figure.months.reduce((sum, { count }) => sum + count, 0);
  const earlier = figure.months.slice(0, -DRAWN).reduce((sum, { count }) => sum + count, 0);
  return [
    t("evidenceFinding", { month: formatMonthName(most.month, locale), count: most.count, dated }),
    first &&
      t(`evidenceMost.${division}`, {
        name: formatDivision(division, first.value, locale),
        share: format.number(first.count / Math.max(1, figure.total), { style: "percent", maximumFractionDigits: 0 }),
      }),
    t("evidenceUnplaced", { coarser: figure.coarser, undated: figure.undated, earlier }),
  ]
    .filter((part) => part && part.trim() !== "")
    .join(" ");
}

/** A row for each month that has any; every kind or language a column of its own. */
export function monthsTable(
  figure: EvidenceNumbers,
  division: Division,
  scope: DashboardFilter,
  locale: Locale,
): FigureTable {
  const t = getTranslations(locale, "charts");
  const href = (month: string, value?: string | null) =>
    evidenceBehind(scope, {
      period: onlyValues(month),
      ...(value === undefined ? {} : { [division]: onlyValues(asValue(value)) }),
    });
  const counts = new Map(figure.parts.map(({ month, value, count }) => [`${month} ${asValue(value)}`, count]));
  return {
    columns: [
      { key: "month", header: t("column.month") },
      { key: "items", header: t("column.items"), numeric: true },
      ...figure.totals.map(({ value }) => ({
        key: asValue(value),
        header: formatDivision(division, value, locale),
        numeric: true,
      })),
    ],
    rows: figure.months
      .filter(({ count }) => count > 0)
      .map(({ month, count }) => ({
        key: month,
        cells: [
          { value: month, text: formatMonthName(month, locale) },
          { value: count, href: href(month) },
          ...figure.totals.map(({ value }) => {
            const own = counts.get(`${month} ${asValue(value)}`) ?? 0;
            return own > 0 ? { value: own, href: href(month, value) } : { value: 0 };
          }),
        ],
      })),
  };
}
