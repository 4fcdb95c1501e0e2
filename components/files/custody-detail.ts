import type { Locale } from "@/lib/text/locale";
import { getTranslations } from "@/lib/text/translations";

/** What a detail of a custody event is called; of one that has no words, its key. For the server: it has the whole catalogue. */
export function nameDetail(key: string, locale: Locale): string {
  const t = getTranslations(locale, "file");
  const path = `report.details.${key}` as "report.details.name";
  return t.has(path) ? t(path) : key;
}
