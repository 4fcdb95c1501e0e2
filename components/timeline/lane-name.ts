import { useLocaleCode, useWords } from "#words";
import { sayLane } from "@/lib/timeline/timeline-words";

/** What a lane is called, in the words of this page. */
export function useLaneName(): (lane: string) => string {
  const words = { timeline: useWords("timeline"), explorer: useWords("explorer") };
  const locale = useLocaleCode();
  return (lane) => sayLane(lane, words, locale);
}
