import type { Locale } from "./locale";

const namers = new Map<Locale, Intl.DisplayNames>();

/** @param tag BCP 47; an ill-formed one is given back */
export function nameOfLanguage(locale: Locale, tag: string): string {
  const namer = namers.get(locale) ?? new Intl.DisplayNames(locale, { type: "language", fallback: "code" });
  namers.set(locale, namer);
  try {
    return namer.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
