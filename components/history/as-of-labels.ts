import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import type { AsOf } from "@/lib/filters/as-of";

/** The moment that was asked for in the reader's words: a day as a day, an instant to the second. */
export function useAsOfLabels() {
  const t = useTranslations("history");
  const format = useFormat();
  const locale = useLocaleCode();
  const moment = ({ text, isDay, until }: AsOf) =>
    isDay
      ? formatFuzzyDate({ edtf: text, from: text, to: text }, locale)
      : format.dateTime(new Date(until), { dateStyle: "long", timeStyle: "medium" });
  const banner = (asOf: AsOf) => t(asOf.isDay ? "asOfDay" : "asOfInstant", { date: moment(asOf) });
  return { moment, banner };
}
