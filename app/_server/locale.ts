import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { setLocale } from "@/components/words-server";
import { isTheme, LOCALE_COOKIE, type Locale, preferredLocale, THEME_COOKIE, type Theme } from "@/lib/locale";

/** The reader's language. Called by every layout and page (`requireActor()` does it), it also sets `#words`. */
export const readLocale = cache(async (): Promise<Locale> => {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const locale = preferredLocale(jar.get(LOCALE_COOKIE)?.value, sent.get("accept-language"));
  setLocale(locale);
  return locale;
});

export async function readTheme(): Promise<Theme> {
  const theme = (await cookies()).get(THEME_COOKIE)?.value;
  return isTheme(theme) ? theme : "system";
}
