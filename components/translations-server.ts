import { cache } from "react";
import type { Namespace } from "@/lib/messages";
import type { Locale } from "@/lib/text/locale";
import { getTranslations } from "@/lib/text/translations";
import { type Formatter, getFormatter, type Translator } from "@/lib/text/translator";

const reader = cache((): { locale: Locale } => ({ locale: "en" }));

/** Sets the language of this rendering; `readLocale()` and `requireActor()` do it for pages and layouts. */
export function setLocale(locale: Locale): void {
  reader().locale = locale;
}

export function useLocaleCode(): Locale {
  return reader().locale;
}

export function useTranslations<N extends Namespace>(namespace: N): Translator<N> {
  return getTranslations(reader().locale, namespace);
}

export function useFormat(): Formatter {
  return getFormatter(reader().locale);
}
