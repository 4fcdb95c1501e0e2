import { useFormatInstant, useLocaleCode, useTranslations } from "#translations";
import type { CountedStation } from "@/components/claims/range";
import { addDays } from "@/lib/dates/days";
import { formatDay } from "@/lib/dates/format-date";
import type { ClosedDayRange } from "@/lib/filters/summary-filter";

type Props = {
  period: ClosedDayRange;
  counted: CountedStation;
  /** Whether anything changed between the two days. */
  isChanged: boolean;
};

/** Under the key figures: which two days were compared, of which records, and when they were counted. */
export function Compared({ period: { from, to }, counted: { now, head, seesDrafts }, isChanged }: Props) {
  const t = useTranslations("overview");
  const locale = useLocaleCode();
  const at = useFormatInstant()(now, "minute");
  const days = { from: formatDay(addDays(from, -1), locale, "medium"), to: formatDay(to, locale, "medium") };
  return (
    <p className="mt-1 text-xs text-muted">
      {t(isChanged ? "compared" : "comparedSame", days)} {t(seesDrafts ? "sees.all" : "sees.published")}{" "}
      {head ? t("countedAt", { at, seq: head.seq }) : t("countedNone", { at })}
    </p>
  );
}
