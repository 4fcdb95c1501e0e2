import { cache } from "react";
import type { Locale } from "@/lib/locale";
import type { Namespace } from "@/lib/messages";
import { type Format, formatFor, type Words } from "@/lib/translator";
import { wordsFor } from "@/lib/words";

const reader = cache((): { locale: Locale } => ({ locale: "en" }));

/** Sets the language of this rendering; `readLocale()` and `requireActor()` do it for pages and layouts. */
export function setLocale(locale: Locale): void {
  reader().locale = locale;
}

export function useLocaleCode(): Locale {
  return reader().locale;
}

export function useWords<N extends Namespace>(namespace: N): Words<N> {
  return wordsFor(reader().locale, namespace);
}

export function useFormat(): Format {
  return formatFor(reader().locale);
}
