import { responseFilter } from "../filters/response-filter";
import { sayScope } from "../filters/say-scope";
import { scopeFilter } from "../filters/scope-filter";
import { countryName } from "../records/country";
import type { ResponseKind } from "../records/response";
import type { Locale } from "../text/locale";
import { formatFor } from "../text/translator";
import { wordsFor } from "../text/words";
import type { PictureData, PictureRevision } from "./figure";

/** The pictures of official responses on the first page. */
export const ANSWER_PICTURES = ["kinds", "governments"] as const;
export type AnswerPictureName = (typeof ANSWER_PICTURES)[number];

/** Responses of all time that a reader may see; null is of no one country. */
export type Answers = {
  readonly total: number;
  readonly byKind: readonly { readonly kind: ResponseKind; readonly count: number }[];
  readonly byCountry: readonly { readonly country: string | null; readonly count: number }[];
};
export type AnswerBar = {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly says: string;
  readonly href: string | null;
};
type Context = {
  readonly locale: Locale;
  readonly seesDrafts: boolean;
  readonly now: Date;
  readonly head: PictureRevision | null;
};

/** Official responses by kind or by whose government gave them, most first: bars, and the same in words and as a table. */
export function answersPicture(
  name: AnswerPictureName,
  answers: Answers,
  { locale, seesDrafts, now, head }: Context,
): { readonly data: PictureData; readonly bars: readonly AnswerBar[] } {
  const t = wordsFor(locale, "overview");
  const bars = name === "kinds" ? barsOfKinds(answers, locale) : barsOfGovernments(answers, locale);
  const data: PictureData = {
    title: t(`${name}Title`),
    finding: findAnswers(name, bars, answers.total, locale),
    definition: t(`${name}Defined`),
    filter: sayScope(scopeFilter.absent, seesDrafts, locale),
    sources: t(seesDrafts ? "provenance" : "provenancePublished"),
    credits: wordsFor(locale, "charts")("credits"),
    asOf: now.toISOString(),
    revision: head,
    table: {
      columns: [
        { key: name === "kinds" ? "kind" : "government", header: t(name === "kinds" ? "kind" : "country") },
        { key: "responses", header: t("responses"), numeric: true },
      ],
      rows: bars.map(({ key, label, count, href }) => ({
        key,
        cells: [{ value: label }, { value: count, text: formatFor(locale).number(count), ...(href && { href }) }],
      })),
    },
  };
  return { data, bars };
}

const only = <V extends string>(value: V) => ({ any: [value], without: [] });
const listOf = (patch: Partial<typeof responseFilter.absent>) =>
  responseFilter.href("/responses", responseFilter.absent, patch);

function barsOfKinds({ byKind }: Answers, locale: Locale): AnswerBar[] {
  const kindName = wordsFor(locale, "response");
  return byKind.map(({ kind, count }) => {
    const label = kindName(`kind.${kind}`);
    return { key: kind, label, count, says: saysOf(label, count, locale), href: listOf({ kind: only(kind) }) };
  });
}

function barsOfGovernments({ byCountry }: Answers, locale: Locale): AnswerBar[] {
  const totals = new Map<string | null, number>();
  for (const { country, count } of byCountry) totals.set(country, (totals.get(country) ?? 0) + count);
  return [...totals]
    .sort(([, a], [, b]) => b - a)
    .map(([country, count]) => {
      const label = country ? countryName(country, locale) : wordsFor(locale, "overview")("noGovernment");
      const href = country && listOf({ government: only(country) });
      return { key: country ?? "none", label, count, says: saysOf(label, count, locale), href };
    });
}

const saysOf = (name: string, count: number, locale: Locale) =>
  wordsFor(locale, "overview")("answerSays", { name, count });

function findAnswers(name: AnswerPictureName, bars: readonly AnswerBar[], total: number, locale: Locale): string {
  const t = wordsFor(locale, "overview");
  const [most] = bars.filter(({ href }) => href !== null);
  if (!most) return t("answersNone");
  const governments = bars.filter(({ href }) => href !== null).length;
  return t(`${name}Finding`, { count: total, governments, most: most.label, mostCount: most.count });
}
