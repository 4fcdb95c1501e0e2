import type { DashboardFilter } from "../filters/dashboard-filter";
import type { Locale } from "../text/locale";
import { getTranslations } from "../text/translations";
import { getFormatter } from "../text/translator";
import {
  ANSWER_PARTS,
  type AnswerCounts,
  formatAnswerPart,
  formatGovernment,
  type GovernmentNumbers,
  governmentHref,
  kindHref,
} from "./answers";
import type { Cell, FigureTable } from "./figure";

const linked = (value: number, href: string | null): Cell => (href ? { value, href } : { value });

/** A row for each government with how much it responded. */
export function governmentsTable(
  governments: readonly GovernmentNumbers[],
  filter: DashboardFilter,
  locale: Locale,
): FigureTable {
  const t = getTranslations(locale, "overview");
  return {
    columns: [
      { key: "government", header: t("country") },
      { key: "responses", header: t("responses"), numeric: true },
    ],
    rows: governments.map(({ country, total }) => ({
      key: country ?? "none",
      cells: [
        { value: formatGovernment(country, locale) },
        { ...linked(total, governmentHref(filter, country)), text: getFormatter(locale).number(total) },
      ],
    })),
  };
}

/** A row for each government with how often it did what. */
export function dividedGovernmentsTable(
  governments: readonly GovernmentNumbers[],
  filter: DashboardFilter,
  locale: Locale,
): FigureTable {
  const t = getTranslations(locale, "summary");
  return {
    columns: [
      { key: "country", header: t("government") },
      { key: "responses", header: t("total"), numeric: true },
      ...ANSWER_PARTS.map((part) => ({ key: part as string, header: formatAnswerPart(part, locale), numeric: true })),
    ],
    rows: governments.map(({ country, total, parts }) => ({
      key: country ?? "none",
      cells: [
        {
          value: formatGovernment(country, locale),
          ...(country && { href: `/countries/${country.toLowerCase()}` }),
        },
        linked(total, governmentHref(filter, country)),
        ...ANSWER_PARTS.map((part) => {
          const count = parts?.[part] ?? 0;
          return linked(count, count > 0 ? governmentHref(filter, country, part) : null);
        }),
      ],
    })),
  };
}

/** A row for each kind of response. */
export function kindsTable({ byKind }: AnswerCounts, locale: Locale): FigureTable {
  const t = getTranslations(locale, "overview");
  const kindName = getTranslations(locale, "response");
  return {
    columns: [
      { key: "kind", header: t("kind") },
      { key: "responses", header: t("responses"), numeric: true },
    ],
    rows: byKind.map(({ kind, count }) => ({
      key: kind,
      cells: [
        { value: kindName(`kind.${kind}`) },
        { value: count, text: getFormatter(locale).number(count), href: kindHref(kind) },
      ],
    })),
  };
}
