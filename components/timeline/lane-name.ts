import { useLocaleCode, useTranslations } from "#translations";
import { formatLane } from "@/lib/timeline/timeline-labels";

/** What a lane is called, in the words of this page. */
export function useLaneName(): (lane: string) => string {
  const translators = { timeline: useTranslations("timeline"), explorer: useTranslations("explorer") };
  const locale = useLocaleCode();
  return (lane) => formatLane(lane, translators, locale);
}
