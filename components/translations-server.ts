import { cache } from "react";
import { type Clock, formatInstant, type InstantStyle } from "@/lib/dates/format-date";
import type { Namespace } from "@/lib/messages";
import type { Locale } from "@/lib/text/locale";
import { getTranslations } from "@/lib/text/translations";
import { type Formatter, getFormatter, type Translator } from "@/lib/text/translator";
import { type Reading, UTC } from "./reading";

const reader = cache((): { reading: Reading } => ({ reading: { locale: "en", zone: UTC } }));

/** Sets the language and the zone of this rendering; `readLocale()` and `requireActor()` do it for pages and layouts. */
export function setReading(reading: Reading): void {
  reader().reading = reading;
}

export function useReading(): Reading {
  return reader().reading;
}

export function useLocaleCode(): Locale {
  return useReading().locale;
}

export function useTranslations<N extends Namespace>(namespace: N): Translator<N> {
  return getTranslations(useReading().locale, namespace);
}

export function useFormat(): Formatter {
  return getFormatter(useReading().locale);
}

/** The clock of the newsroom in the reader's language. */
export function useClock(): Clock {
  const { locale, zone } = useReading();
  return { locale, timeZone: zone.name };
}

export function useFormatInstant(): (at: string | Date, style: InstantStyle) => string {
  const clock = useClock();
  return (at, style) => formatInstant(at, clock, style);
}
