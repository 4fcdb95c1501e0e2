import type { ResponseGroup } from "../figures/government-figure";
import { type DashboardFilter, dashboardFilter } from "../filters/dashboard-filter";
import { countryName } from "../records/country";
import type { ResponseKind } from "../records/response";
import type { Locale } from "../text/locale";
import { getTranslations } from "../text/translations";
import { onlyValues, recordsBehind } from "./records-behind";

/** Responses that a reader may see; null is of no one country. */
export type AnswerCounts = {
  readonly byKind: readonly { readonly kind: ResponseKind; readonly count: number }[];
  readonly byCountry: readonly { readonly country: string | null; readonly count: number }[];
};

export const ANSWER_PARTS = ["denied", "noComment", "acted", "other"] as const satisfies readonly (
  | ResponseGroup
  | "other"
)[];
export type AnswerPart = (typeof ANSWER_PARTS)[number];

/** How much the authorities of a country responded; `parts` where it is told what they said or did. */
export type GovernmentNumbers = {
  readonly country: string | null;
  readonly total: number;
  readonly parts?: Readonly<Record<AnswerPart, number>>;
};

export type AnswerBarPart = {
  readonly part: AnswerPart;
  readonly label: string;
  readonly count: number;
  /** Where it begins and ends, as shares of the longest bar. */
  readonly from: number;
  readonly to: number;
  readonly description: string;
  /** Null: no list shows exactly those. */
  readonly href: string | null;
};
export type AnswerBar = {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** Its length as a share of the longest. */
  readonly length: number;
  readonly description: string;
  readonly href: string | null;
  readonly parts: readonly AnswerBarPart[];
};
export type AnswersLayout = {
  readonly bars: readonly AnswerBar[];
  /** How many more there are than are drawn. */
  readonly rest: number;
  /** The parts that any bar has. */
  readonly parts: readonly { readonly part: AnswerPart; readonly label: string }[];
};

/** Bars that are drawn at most; the tables have all. */
const DRAWN = 12;
const DIVIDED_DRAWN = 10;

/** The governments of a summary that responded, each with what it said or did. */
export const dividedGovernments = (
  countries: readonly {
    readonly country: string;
    readonly government: { readonly responses: number } & Readonly<Record<ResponseGroup, number>>;
  }[],
): GovernmentNumbers[] =>
  inOrder(
    countries.map(({ country, government: { responses: total, denied, noComment, acted } }) => ({
      country,
      total,
      parts: { denied, noComment, acted, other: total - denied - noComment - acted },
    })),
  );

/** All governments that responded, and what is of no one government. */
export function wholeGovernments({ byCountry }: AnswerCounts): GovernmentNumbers[] {
  const totals = new Map<string | null, number>();
  for (const { country, count } of byCountry) totals.set(country, (totals.get(country) ?? 0) + count);
  return inOrder([...totals].map(([country, total]) => ({ country, total })));
}

/** Those with most first, equal ones by code, those of no government behind them. */
const inOrder = (governments: readonly GovernmentNumbers[]): GovernmentNumbers[] =>
  governments
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total || ((a.country ?? "~") < (b.country ?? "~") ? -1 : 1));

const PART_KEYS = { denied: "denial", noComment: "comment", acted: "action", other: "otherResponse" } as const;

export const formatAnswerPart = (part: AnswerPart, locale: Locale) =>
  getTranslations(locale, "summary")(PART_KEYS[part]);

export const formatGovernment = (country: string | null, locale: Locale) =>
  country ? countryName(country, locale) : getTranslations(locale, "overview")("noGovernment");

/** Responses of one government, of one kind of answer or all; null: no list is of no government. */
export const governmentHref = (filter: DashboardFilter, country: string | null, part?: AnswerPart): string | null =>
  country === null
    ? null
    : recordsBehind(part === "other" ? "otherResponses" : (part ?? "responses"), {
        ...filter,
        country: onlyValues(country),
      });

export const kindHref = (kind: ResponseKind): string =>
  recordsBehind("responses", dashboardFilter.absent, { kind: onlyValues(kind) });

/** A bar for each government, whole or stacked of what it said or did, on one scale. */
export function layoutGovernments(
  governments: readonly GovernmentNumbers[],
  filter: DashboardFilter,
  locale: Locale,
): AnswersLayout {
  const scale = Math.max(1, ...governments.map(({ total }) => total));
  const drawn = governments.slice(0, governments.some(({ parts }) => parts) ? DIVIDED_DRAWN : DRAWN);
  const bars = drawn.map((government): AnswerBar => {
    const { country, total } = government;
    const label = formatGovernment(country, locale);
    return {
      ...wholeBar(country ?? "none", label, total, scale, locale),
      href: governmentHref(filter, country),
      parts: partsOf(government, scale, filter, locale),
    };
  });
  const parts = ANSWER_PARTS.filter((part) => bars.some((bar) => bar.parts.some((own) => own.part === part)));
  return {
    bars,
    rest: governments.length - drawn.length,
    parts: parts.map((part) => ({ part, label: formatAnswerPart(part, locale) })),
  };
}

const wholeBar = (key: string, label: string, count: number, scale: number, locale: Locale) => ({
  key,
  label,
  count,
  length: count / scale,
  description: getTranslations(locale, "overview")("answerSays", { name: label, count }),
});

function partsOf(
  { country, parts }: GovernmentNumbers,
  scale: number,
  filter: DashboardFilter,
  locale: Locale,
): AnswerBarPart[] {
  let from = 0;
  return ANSWER_PARTS.flatMap((part): AnswerBarPart[] => {
    const count = parts?.[part] ?? 0;
    if (count === 0) return [];
    const label = formatAnswerPart(part, locale);
    const values = { country: formatGovernment(country, locale), part: label, count };
    from += count;
    return [
      {
        part,
        label,
        count,
        from: (from - count) / scale,
        to: from / scale,
        description: getTranslations(locale, "summary")("answerSays", values),
        href: governmentHref(filter, country, part),
      },
    ];
  });
}

/** A bar for each kind of response, as many as there are of it. */
export function layoutKinds({ byKind }: AnswerCounts, locale: Locale): AnswersLayout {
  const kindName = getTranslations(locale, "response");
  const scale = Math.max(1, ...byKind.map(({ count }) => count));
  const bars = byKind.slice(0, DRAWN).map(({ kind, count }) => ({
    ...wholeBar(kind, kindName(`kind.${kind}`), count, scale, locale),
    href: kindHref(kind),
    parts: [],
  }));
  return { bars, rest: byKind.length - bars.length, parts: [] };
}

/** The headline of the figure of governments as a sentence. */
export function governmentsHeadline(governments: readonly GovernmentNumbers[], locale: Locale): string {
  const told = governments.filter(({ country }) => country !== null);
  const [most] = told;
  if (!most) return getTranslations(locale, "summary")("governmentsNone");
  return getTranslations(locale, "overview")("governmentsFinding", {
    governments: told.length,
    most: formatGovernment(most.country, locale),
    mostCount: most.total,
  });
}

/** The headline of the figure of kinds as a sentence. */
export function kindsHeadline({ byKind }: AnswerCounts, locale: Locale): string {
  const t = getTranslations(locale, "overview");
  const [most] = byKind;
  if (!most) return t("answersNone");
  return t("kindsFinding", {
    count: byKind.reduce((sum, { count }) => sum + count, 0),
    most: getTranslations(locale, "response")(`kind.${most.kind}`),
    mostCount: most.count,
  });
}
