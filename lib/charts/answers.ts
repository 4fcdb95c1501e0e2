import { dashboardFilter } from "../filters/dashboard-filter";
import { describeDashboardFilter } from "../filters/describe-filter";
import { responseFilter } from "../filters/response-filter";
import { countryName } from "../records/country";
import type { ResponseKind } from "../records/response";
import type { Locale } from "../text/locale";
import { getTranslations } from "../text/translations";
import { getFormatter } from "../text/translator";
import type { FigureData, FigureRevision } from "./figure";

/** The figures of official responses on the first page. */
export const ANSWER_FIGURES = ["kinds", "governments"] as const;
export type AnswerFigureName = (typeof ANSWER_FIGURES)[number];

/** Responses of all time that a reader may see; null is of no one country. */
export type AnswerCounts = {
  readonly total: number;
  readonly byKind: readonly { readonly kind: ResponseKind; readonly count: number }[];
  readonly byCountry: readonly { readonly country: string | null; readonly count: number }[];
};
export type AnswerBar = {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly description: string;
  readonly href: string | null;
};
type Context = {
  readonly locale: Locale;
  readonly seesDrafts: boolean;
  readonly now: Date;
  readonly head: FigureRevision | null;
};

/** Official responses by kind or by whose government gave them, most first: bars, and the same in words and as a table. */
export function answersFigure(
  name: AnswerFigureName,
  answers: AnswerCounts,
  { locale, seesDrafts, now, head }: Context,
): { readonly data: FigureData; readonly bars: readonly AnswerBar[] } {
  const t = getTranslations(locale, "overview");
  const bars = name === "kinds" ? barsOfKinds(answers, locale) : barsOfGovernments(answers, locale);
  const data: FigureData = {
    title: t(`${name}Title`),
    finding: answersHeadline(name, bars, answers.total, locale),
    definition: t(`${name}Defined`),
    filter: describeDashboardFilter(dashboardFilter.absent, seesDrafts, locale),
    sources: t(seesDrafts ? "provenance" : "provenancePublished"),
    credits: getTranslations(locale, "charts")("credits"),
    asOf: now.toISOString(),
    revision: head,
    table: {
      columns: [
        { key: name === "kinds" ? "kind" : "government", header: t(name === "kinds" ? "kind" : "country") },
        { key: "responses", header: t("responses"), numeric: true },
      ],
      rows: bars.map(({ key, label, count, href }) => ({
        key,
        cells: [{ value: label }, { value: count, text: getFormatter(locale).number(count), ...(href && { href }) }],
      })),
    },
  };
  return { data, bars };
}

const onlyKind = <V extends string>(value: V) => ({ any: [value], without: [] });
const listOf = (patch: Partial<typeof responseFilter.absent>) =>
  responseFilter.href("/responses", responseFilter.absent, patch);

function barsOfKinds({ byKind }: AnswerCounts, locale: Locale): AnswerBar[] {
  const kindName = getTranslations(locale, "response");
  return byKind.map(({ kind, count }) => {
    const label = kindName(`kind.${kind}`);
    return {
      key: kind,
      label,
      count,
      description: describeAnswerBar(label, count, locale),
      href: listOf({ kind: onlyKind(kind) }),
    };
  });
}

function barsOfGovernments({ byCountry }: AnswerCounts, locale: Locale): AnswerBar[] {
  const totals = new Map<string | null, number>();
  for (const { country, count } of byCountry) totals.set(country, (totals.get(country) ?? 0) + count);
  return [...totals]
    .sort(([, a], [, b]) => b - a)
    .map(([country, count]) => {
      const label = country ? countryName(country, locale) : getTranslations(locale, "overview")("noGovernment");
      const href = country && listOf({ government: onlyKind(country) });
      return { key: country ?? "none", label, count, description: describeAnswerBar(label, count, locale), href };
    });
}

const describeAnswerBar = (name: string, count: number, locale: Locale) =>
  getTranslations(locale, "overview")("answerSays", { name, count });

function answersHeadline(name: AnswerFigureName, bars: readonly AnswerBar[], total: number, locale: Locale): string {
  const t = getTranslations(locale, "overview");
  const [most] = bars.filter(({ href }) => href !== null);
  if (!most) return t("answersNone");
  const governments = bars.filter(({ href }) => href !== null).length;
  return t(`${name}Finding`, { count: total, governments, most: most.label, mostCount: most.count });
}
