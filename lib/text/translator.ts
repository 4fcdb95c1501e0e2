import { createFormatter, createTranslator } from "use-intl/core";
import type { Catalogue, Namespace } from "../messages";
import type { Locale } from "./locale";

export type Translator<N extends Namespace> = ReturnType<typeof createTranslator<Catalogue[N]>>;
export type Formatter = ReturnType<typeof createFormatter>;

/** "12 Sep 2022", as newsrooms on this side of the ocean write it. */
const TAGS: Record<Locale, string> = { en: "en-GB", nl: "nl-NL" };

/** One namespace's translator over given messages; dates are read in UTC. Holds no catalogue, so the browser may load it. */
export function createNamespaceTranslator<N extends Namespace>(
  locale: Locale,
  catalogue: Catalogue[N],
): Translator<N> {
  return createTranslator<Catalogue[N]>({ locale: TAGS[locale], messages: catalogue, timeZone: "UTC" });
}

const formatters = new Map<Locale, Formatter>();

/** Numbers, dates and lists as the language writes them, in UTC. */
export function getFormatter(locale: Locale): Formatter {
  const known = formatters.get(locale) ?? createFormatter({ locale: TAGS[locale], timeZone: "UTC" });
  formatters.set(locale, known);
  return known;
}
