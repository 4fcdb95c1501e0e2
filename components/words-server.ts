import { cache } from "react";
import type { Namespace } from "@/lib/messages";
import type { Locale } from "@/lib/text/locale";
import { type Format, formatFor, type Words } from "@/lib/text/translator";
import { wordsFor } from "@/lib/text/words";

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
