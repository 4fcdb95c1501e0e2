import { createFormatter, createTranslator } from "use-intl/core";
import type { Catalogue, Namespace } from "../messages";
import type { Locale } from "./locale";

export type Translator<N extends Namespace> = ReturnType<typeof createTranslator<Catalogue[N]>>;
/** Days and instants are written by `lib/dates/format-date.ts`, which asks for their zone. */
export type Formatter = Pick<ReturnType<typeof createFormatter>, "number" | "list" | "relativeTime">;

/** "12 Sep 2022", as newsrooms on this side of the ocean write it. */
export const LANGUAGE_TAGS: Record<Locale, string> = { en: "en-GB", nl: "nl-NL" };

/** What stands before the key of a message that is not there. */
export const MISSING = "missing.";

/** One namespace's translator over given messages. Holds no catalogue, so the browser may load it. */
export function createNamespaceTranslator<N extends Namespace>(
  locale: Locale,
  catalogue: Catalogue[N],
): Translator<N> {
  return createTranslator<Catalogue[N]>({
    locale: LANGUAGE_TAGS[locale],
    messages: catalogue,
    timeZone: "UTC",
    // A walk over every page looks for it.
    getMessageFallback: ({ key }) => MISSING + key,
  });
}

const formatters = new Map<Locale, Formatter>();

/** Numbers, lists and lengths of time as the language writes them. */
export function getFormatter(locale: Locale): Formatter {
  const known = formatters.get(locale) ?? createFormatter({ locale: LANGUAGE_TAGS[locale], timeZone: "UTC" });
  formatters.set(locale, known);
  return known;
}
