export const LOCALES = ["en", "nl"] as const;
export type Locale = (typeof LOCALES)[number];
export const LOCALE_COOKIE = "wederhoor-locale";

/** What records are written in, whatever the reader's language is: names, propositions, summaries, notes. */
export const RECORDS_LANGUAGE = "en" satisfies Locale;

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
export const THEME_COOKIE = "wederhoor-theme";

export const DENSITIES = ["comfortable", "compact"] as const;
export type Density = (typeof DENSITIES)[number];
export const DENSITY_COOKIE = "wederhoor-density";

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value);
}

export function isDensity(value: unknown): value is Density {
  return DENSITIES.some((density) => density === value);
}

/** The reader's language: the cookie's choice, else the first of Accept-Language (RFC 9110) that we speak, else English. */
export function preferredLocale(cookie: string | undefined, acceptLanguage: string | null | undefined): Locale {
  if (isLocale(cookie)) return cookie;
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.map(({ language }) => language).find(isLocale) ?? "en";
}
