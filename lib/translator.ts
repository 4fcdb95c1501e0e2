import { createFormatter, createTranslator } from "use-intl/core";
import type { Locale } from "./locale";
import type { Catalogue, Namespace } from "./messages";

export type Words<N extends Namespace> = ReturnType<typeof createTranslator<Catalogue[N]>>;
export type Format = ReturnType<typeof createFormatter>;

/** One namespace's translator over given messages; dates are read in UTC. Holds no catalogue, so the browser may load it. */
export function translator<N extends Namespace>(locale: Locale, words: Catalogue[N]): Words<N> {
  return createTranslator<Catalogue[N]>({ locale, messages: words, timeZone: "UTC" });
}

const formatters = new Map<Locale, Format>();

/** Numbers, dates and lists as the language writes them, in UTC. */
export function formatFor(locale: Locale): Format {
  const known = formatters.get(locale) ?? createFormatter({ locale, timeZone: "UTC" });
  formatters.set(locale, known);
  return known;
}
