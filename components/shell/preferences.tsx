import { useLocaleCode, useTranslations } from "#translations";
import { DENSITIES, type Density, LOCALES, THEMES, type Theme } from "@/lib/text/locale";
import { PreferenceChoices } from "./choices";

export type Appearance = { theme: Theme; density: Density };

export function LanguageChoices() {
  const t = useTranslations("shell");
  const options = LOCALES.map((value) => ({ value, label: t(`languageName.${value}`), lang: value }));
  return <PreferenceChoices legend={t("language")} name="locale" options={options} current={useLocaleCode()} />;
}

export function ThemeChoices({ theme }: { theme: Theme }) {
  const t = useTranslations("shell");
  const options = THEMES.map((value) => ({ value, label: t(`themeName.${value}`) }));
  return <PreferenceChoices legend={t("theme")} name="theme" options={options} current={theme} />;
}

export function DensityChoices({ density }: { density: Density }) {
  const t = useTranslations("shell");
  const options = DENSITIES.map((value) => ({ value, label: t(`densityName.${value}`) }));
  return <PreferenceChoices legend={t("density")} name="density" options={options} current={density} />;
}
