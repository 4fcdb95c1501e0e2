import { useReading, useTranslations } from "#translations";

/** Names the newsroom's zone once, where days and times stand that somebody answers for. */
export function TimesIn() {
  const t = useTranslations("common");
  return <p className="text-xs text-muted">{t("timesIn", { zone: useReading().zone.label })}</p>;
}
