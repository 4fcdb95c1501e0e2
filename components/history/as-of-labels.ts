import { useFormatInstant, useReading, useTranslations } from "#translations";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import type { AsOf } from "@/lib/filters/as-of";

/** The moment that was asked for in the reader's words: a day as a day, an instant to the second. */
export function useAsOfLabels() {
  const t = useTranslations("history");
  const formatInstant = useFormatInstant();
  const { locale, zone } = useReading();
  const moment = ({ text, isDay, until }: AsOf) =>
    isDay ? formatFuzzyDate({ edtf: text, from: text, to: text }, locale) : formatInstant(until, "second");
  const banner = (asOf: AsOf) => t(asOf.isDay ? "asOfDay" : "asOfInstant", { date: moment(asOf), zone: zone.name });
  return { moment, banner };
}
