import { date as words } from "../messages/date";
import type { Locale } from "../text/locale";
import { createNamespaceTranslator } from "../text/translator";
import { type FuzzyDate, formatFuzzyDate } from "./fuzzy-date";

/** When a claim was said, and the time that it speaks of; null: unknown, and of no time that it names. */
export type ClaimDates = { readonly asserted: FuzzyDate | null; readonly period: FuzzyDate | null };

/** "said December 2022, of 2016–2018"; of a claim that names no time the day alone: "December 2022". */
export function formatClaimDates({ asserted, period }: ClaimDates, locale: Locale): string {
  const said = formatFuzzyDate(asserted, locale);
  if (!period) return said;
  const t = createNamespaceTranslator<"date">(locale, words[locale]);
  return t(asserted ? "saidOf" : "saidUnknownOf", { said, of: formatSpokenOf(period, locale) });
}

/** "of 2016–2018", "of the time since 2016". */
export function formatSpokenOf(period: FuzzyDate, locale: Locale): string {
  const t = createNamespaceTranslator<"date">(locale, words[locale]);
  const isOpen = period.from === null || period.to === null;
  return t(isOpen ? "ofOpen" : "of", { period: formatFuzzyDate(period, locale) });
}
