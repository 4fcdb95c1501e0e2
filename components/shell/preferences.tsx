import { useLocaleCode, useTranslations } from "#translations";
import { DENSITIES, type Density, LOCALES, THEMES, type Theme } from "@/lib/text/locale";
import { PreferenceChoices } from "./choices";

type Choose = (form: FormData) => Promise<void>;

/** The server actions of the shell, given by the layout. */
export type PreferenceActions = { chooseLocale: Choose; chooseTheme: Choose; chooseDensity: Choose };
export type Appearance = { theme: Theme; density: Density };

export function LanguageSwitch({ action }: { action: Choose }) {
  const t = useTranslations("shell");
  const options = LOCALES.map((value) => ({ value, label: t(`languageName.${value}`), lang: value }));
  return (
    <PreferenceChoices
      legend={t("language")}
      name="locale"
      options={options}
      current={useLocaleCode()}
      action={action}
    />
  );
}

export function ThemeSwitch({ theme, action }: { theme: Theme; action: Choose }) {
  const t = useTranslations("shell");
  const options = THEMES.map((value) => ({ value, label: t(`themeName.${value}`) }));
  return <PreferenceChoices legend={t("theme")} name="theme" options={options} current={theme} action={action} />;
}

export function DensitySwitch({ density, action }: { density: Density; action: Choose }) {
  const t = useTranslations("shell");
  const options = DENSITIES.map((value) => ({ value, label: t(`densityName.${value}`) }));
  return (
    <PreferenceChoices legend={t("density")} name="density" options={options} current={density} action={action} />
  );
}
