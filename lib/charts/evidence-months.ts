import { formatDay } from "../dates/format-date";
import type { DashboardFilter } from "../filters/dashboard-filter";
import { type EvidenceView, NOT_KNOWN_VALUE } from "../filters/evidence-filter";
import type { EvidenceKind } from "../records/evidence";
import { nameOfLanguage } from "../text/language-names";
import type { Locale } from "../text/locale";
import { rangeAxis } from "../text/range-axis";
import { getTranslations } from "../text/translations";
import { getFormatter } from "../text/translator";
import { onlyValues, recordsBehind } from "./records-behind";

type Division = "kind" | "language";
/** What divides the bars; `value` is a kind or a language, null: not recorded. */
export type DividedNumbers = {
  readonly by: Division;
  readonly total: number;
  readonly parts: readonly { readonly month: string; readonly value: string | null; readonly count: number }[];
  readonly totals: readonly { readonly value: string | null; readonly count: number }[];
};
/** What the figures of months are drawn from: whole bars, or divided ones. */
export type EvidenceNumbers = {
  readonly months: readonly { readonly month: string; readonly count: number }[];
  readonly coarser: number;
  readonly undated: number;
  readonly divided?: DividedNumbers;
};

type Series = { readonly key: string; readonly name: string; readonly count: number; readonly href: string };
type MonthPart = {
  readonly series: string;
  readonly count: number;
  readonly description: string;
  readonly href: string;
};
export type MonthRow = {
  readonly month: string;
  readonly name: string;
  /** Its year, where it is the first that is drawn of it and has the room. */
  readonly year: string | null;
  readonly total: number;
  readonly parts: readonly MonthPart[];
  /** Where its bar begins and ends, as shares of the width. */
  readonly from: number;
  readonly to: number;
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
const WHOLE = "items";

export const asValue = (value: string | null) => value ?? NOT_KNOWN_VALUE;

export function formatDivision(division: Division, value: string | null, locale: Locale): string {
  const t = getTranslations(locale, "evidence");
  if (division === "kind") return t(`kind.${(value ?? "other") as EvidenceKind}`);
  return value === null ? t("none.language") : nameOfLanguage(locale, value);
}

export const formatMonthName = (month: string, locale: Locale) =>
  formatDay(`${month}-01`, locale, "monthNameAndYear");

const sumOf = (counts: readonly { readonly count: number }[]) => counts.reduce((sum, { count }) => sum + count, 0);

/** What the bars are stacked of, how much of it a month has, and the filter of its list. */
type Stacked = {
  readonly series: readonly Series[];
  readonly countIn: (month: string, key: string) => number;
  readonly among: (key: string) => Partial<EvidenceView>;
};

function wholeBars({ months, coarser, undated }: EvidenceNumbers, filter: DashboardFilter, locale: Locale): Stacked {
  const counts = new Map(months.map(({ month, count }) => [month, count]));
  const name = getTranslations(locale, "charts")("column.items");
  // Of all items, as those of divided bars are: its list has those too that stand in no month.
  const count = sumOf(months) + coarser + undated;
  return {
    series: [{ key: WHOLE, name, count, href: recordsBehind("evidence", filter) }],
    countIn: (month) => counts.get(month) ?? 0,
    among: () => ({}),
  };
}

/** The most frequent values and the rest. */
function dividedBars({ by, parts, totals }: DividedNumbers, filter: DashboardFilter, locale: Locale): Stacked {
  const named = totals.slice(0, totals.length === NAMED + 1 ? NAMED + 1 : NAMED);
  const others = totals.slice(named.length);
  const among = (key: string): Partial<EvidenceView> =>
    key === REST
      ? { [by]: { any: [], without: named.map(({ value }) => asValue(value)) } }
      : { [by]: onlyValues(key) };
  const series = named.map(({ value, count }): Series => {
    const key = asValue(value);
    return {
      key,
      name: formatDivision(by, value, locale),
      count,
      href: recordsBehind("evidence", filter, among(key)),
    };
  });
  const name = getTranslations(locale, "charts")("rest", { count: others.length });
  const rest = { key: REST, name, count: sumOf(others), href: recordsBehind("evidence", filter, among(REST)) };
  const isNamed = new Set(named.map(({ value }) => value));
  const counts = new Map<string, number>();
  for (const { month, value, count } of parts) {
    const at = `${month} ${isNamed.has(value) ? asValue(value) : REST}`;
    counts.set(at, (counts.get(at) ?? 0) + count);
  }
  return {
    series: others.length > 0 ? [...series, rest] : series,
    countIn: (month, key) => counts.get(`${month} ${key}`) ?? 0,
    among,
  };
}

/** The latest months as bars, whole or stacked of their parts; a month without a bar is a true zero. */
export function layoutMonths(
  figure: EvidenceNumbers,
  most: number,
  filter: DashboardFilter,
  locale: Locale,
): MonthsLayout {
  const { divided, months } = figure;
  const { series, countIn, among } = divided
    ? dividedBars(divided, filter, locale)
    : wholeBars(figure, filter, locale);
  const drawn = months.slice(-most);
  const rows = drawn.map(({ month, count: total }, index) => {
    const name = formatMonthName(month, locale);
    const parts = series.flatMap(({ key, name: of }): MonthPart[] => {
      const count = countIn(month, key);
      const href = recordsBehind("evidence", filter, { period: onlyValues(month), ...among(key) });
      return count === 0
        ? []
        : [{ series: key, count, description: describePart({ name, of, count, total }, divided?.by, locale), href }];
    });
    const year = isYearMark(month, index) ? month.slice(0, 4) : null;
    return { month, name, year, total, parts, ...barAt(index, drawn.length) };
  });
  const { max, ticks } = rangeAxis(Math.max(0, ...drawn.map(({ count }) => count)));
  return { series, rows, most: max, ticks, earlier: sumOf(months.slice(0, -most)) };
}

/** Of a bar, as a share of the width: one month alone is no block. */
const WIDEST = 0.1;

function barAt(index: number, count: number): Pick<MonthRow, "from" | "to"> {
  const [middle, half] = [(index + 0.5) / count, Math.min(0.4 / count, WIDEST / 2)];
  return { from: middle - half, to: middle + half };
}

const isYearMark = (month: string, index: number) =>
  month.endsWith("-01") || (index === 0 && month < `${month.slice(0, 4)}-10`);

type Part = { readonly name: string; readonly of: string; readonly count: number; readonly total: number };

const describePart = ({ name: month, of, count, total }: Part, division: Division | undefined, locale: Locale) =>
  division
    ? getTranslations(locale, "charts")("monthPart", { month, name: of, count, total })
    : getTranslations(locale, "summary")("monthSays", { month, count });

/** The headline of the figure as a sentence, with what stands in no month. */
export function monthsHeadline(figure: EvidenceNumbers, drawn: number, locale: Locale): string {
  const t = getTranslations(locale, "charts");
  const { months, coarser, undated, divided } = figure;
  const most = months.reduce<{ month: string; count: number } | null>(
    (high, one) => (one.count > (high?.count ?? 0) ? one : high),
    null,
  );
  if (!most) return t("evidenceNothing", { coarser, undated });
  const month = formatMonthName(most.month, locale);
  return [
    t("evidenceFinding", { month, count: most.count, dated: sumOf(months) }),
    divided && describeMostFrequent(divided, locale),
    t("evidenceUnplaced", { coarser, undated, earlier: sumOf(months.slice(0, -drawn)) }),
  ]
    .filter((part) => part && part.trim() !== "")
    .join(" ");
}

function describeMostFrequent({ by, totals: [first], total }: DividedNumbers, locale: Locale): string | undefined {
  if (!first) return undefined;
  const share = first.count / Math.max(1, total);
  return getTranslations(locale, "charts")(`evidenceMost.${by}`, {
    name: formatDivision(by, first.value, locale),
    share: getFormatter(locale).number(share, { style: "percent", maximumFractionDigits: 0 }),
  });
}
