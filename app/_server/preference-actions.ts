"use server";

import { rememberLocale } from "@/db/access/accounts/people";
import { DENSITY_COOKIE, isDensity, isLocale, isTheme, LOCALE_COOKIE, THEME_COOKIE } from "@/lib/text/locale";
import { rememberChoice } from "./preferences";
import { getActor } from "./session";

export async function chooseLocale(form: FormData): Promise<void> {
  const locale = form.get("locale");
  if (!isLocale(locale)) return;
  await rememberChoice(LOCALE_COOKIE, locale);
  const actor = await getActor();
  if (actor) await rememberLocale(actor, locale);
}

export async function chooseTheme(form: FormData): Promise<void> {
  const theme = form.get("theme");
  if (isTheme(theme)) await rememberChoice(THEME_COOKIE, theme);
}

export async function chooseDensity(form: FormData): Promise<void> {
  const density = form.get("density");
  if (isDensity(density)) await rememberChoice(DENSITY_COOKIE, density);
}
