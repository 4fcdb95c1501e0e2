import { useLocaleCode, useWords } from "#words";
import { useBoxWords } from "@/components/records/box-words";
import { sayDate } from "@/lib/dates/fuzzy-date";
import { countryName } from "@/lib/records/country";
import type { Lane } from "@/lib/timeline/timeline-lane";
import { useKindWords } from "./kind-words";

const LEGENDS = {
  q: "filterText",
  lane: "filterLane",
  country: "filterCountry",
  kind: "filterKind",
  from: "filterFrom",
  to: "filterTo",
  records: "filterRecords",
  box: "filterBox",
} as const;

/** The words of the timeline's filters. */
export function useTimelineWords() {
  const t = useWords("timeline");
  const locale = useLocaleCode();
  const kindOf = useKindWords();
  const sayBox = useBoxWords();
  const sayKind = (value: string) => {
    const [lane = "events", kind = ""] = value.split(".") as [Lane, string];
    return t("kindIn", { lane: t(`laneOne.${lane}`), kind: kindOf(lane, kind) });
  };
  return {
    legend: (key: string) => t(LEGENDS[key as keyof typeof LEGENDS]),
    say: (key: string, value: string) => {
      if (key === "lane") return t(`lane.${value as Lane}`);
      if (key === "country") return countryName(value, locale);
      if (key === "kind") return sayKind(value);
      if (key === "records") return t("publishedOnly");
      if (key === "box") return sayBox(value);
      return key === "from" || key === "to" ? sayDate({ edtf: value, from: value, to: value }, locale) : value;
    },
  };
}
