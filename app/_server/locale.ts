import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { setReading } from "@/components/translations-server";
import { newsroomZone } from "@/db/newsroom";
import { formatTimeZone } from "@/lib/dates/format-date";
import {
  DENSITY_COOKIE,
  type Density,
  isDensity,
  isTheme,
  LOCALE_COOKIE,
  type Locale,
  preferredLocale,
  THEME_COOKIE,
  type Theme,
} from "@/lib/text/locale";

/** The reader's language, for whom times are the newsroom's. Called by every layout and page (`requireActor()` does it), it also sets `#translations`. */
export const readLocale = cache(async (): Promise<Locale> => {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const locale = preferredLocale(jar.get(LOCALE_COOKIE)?.value, sent.get("accept-language"));
  const timeZone = newsroomZone();
  setReading({ locale, zone: { name: timeZone, label: formatTimeZone({ locale, timeZone }, new Date()) } });
  return locale;
});

/** How this browser's reader wants pages drawn. */
export async function readAppearance(): Promise<{ theme: Theme; density: Density }> {
  const jar = await cookies();
  const [theme, density] = [jar.get(THEME_COOKIE)?.value, jar.get(DENSITY_COOKIE)?.value];
  return { theme: isTheme(theme) ? theme : "system", density: isDensity(density) ? density : "comfortable" };
}
