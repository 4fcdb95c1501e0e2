"use server";

import { rememberLocale } from "@/db/access/accounts/people";
import { DENSITY_COOKIE, isDensity, isLocale, isTheme, LOCALE_COOKIE, THEME_COOKIE } from "@/lib/text/locale";
import { rememberChoice } from "./preferences";
import { getActor } from "./session";

/** Whichever of language, theme and density was pressed. */
export async function choosePreference(form: FormData): Promise<void> {
  const [locale, theme, density] = [form.get("locale"), form.get("theme"), form.get("density")];
  if (isTheme(theme)) await rememberChoice(THEME_COOKIE, theme);
  if (isDensity(density)) await rememberChoice(DENSITY_COOKIE, density);
  if (!isLocale(locale)) return;
  await rememberChoice(LOCALE_COOKIE, locale);
  const actor = await getActor();
  if (actor) await rememberLocale(actor, locale);
}
