"use server";

import { rememberLocale } from "@/db/access/accounts/people";
import { columnsCookie, isColumnList, writeHidden } from "@/lib/text/hidden-columns";
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

/** Which columns of a list are shown from now on: those that were ticked of all that were offered. */
export async function chooseColumns(form: FormData): Promise<void> {
  const list = form.get("list");
  if (!isColumnList(list)) return;
  const shown = form.getAll("shown").map(String);
  const hidden = form
    .getAll("all")
    .map(String)
    .filter((key) => !shown.includes(key));
  await rememberChoice(columnsCookie(list), writeHidden(hidden));
}
