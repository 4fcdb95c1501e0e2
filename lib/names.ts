import type { Locale } from "./locale";

const named = new Map<string, Intl.DisplayNames>();

function names(locale: Locale, type: "region" | "language"): Intl.DisplayNames {
  const key = `${locale}:${type}`;
  const known = named.get(key) ?? new Intl.DisplayNames(locale, { type, fallback: "code" });
  named.set(key, known);
  return known;
}

/** @param code ISO 3166-1 alpha-2, in either case; an ill-formed one is given back */
export function nameOfCountry(locale: Locale, code: string): string {
  return /^[a-z]{2}$/i.test(code) ? (names(locale, "region").of(code.toUpperCase()) ?? code) : code;
}

/** @param tag BCP 47; an ill-formed one is given back */
export function nameOfLanguage(locale: Locale, tag: string): string {
  try {
    return names(locale, "language").of(tag) ?? tag;
  } catch {
    return tag;
  }
}
