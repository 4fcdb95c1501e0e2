import { useLocaleCode, useTranslations } from "#translations";
import { useBoxFormatter } from "@/components/records/box-format";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { countryName } from "@/lib/records/country";
import type { Lane } from "@/lib/timeline/timeline-lane";
import { useLaneKindName } from "./lane-kind-name";

const LEGENDS = {
  q: "filterText",
  lane: "filterLane",
  country: "filterCountry",
  kind: "filterKind",
  from: "filterFrom",
  to: "filterTo",
  periodFrom: "filterPeriodFrom",
  periodTo: "filterPeriodTo",
  records: "filterRecords",
  box: "filterBox",
} as const;

const DAYS: readonly string[] = ["from", "to", "periodFrom", "periodTo"];

/** The words of the timeline's filters. */
export function useTimelineLabels() {
  const t = useTranslations("timeline");
  const locale = useLocaleCode();
  const kindOf = useLaneKindName();
  const formatBox = useBoxFormatter();
  const formatKind = (value: string) => {
    const [lane = "events", kind = ""] = value.split(".") as [Lane, string];
    return t("kindIn", { lane: t(`laneOne.${lane}`), kind: kindOf(lane, kind) });
  };
  return {
    legend: (key: string) => t(LEGENDS[key as keyof typeof LEGENDS]),
    formatValue: (key: string, value: string) => {
      if (key === "lane") return t(`lane.${value as Lane}`);
      if (key === "country") return countryName(value, locale);
      if (key === "kind") return formatKind(value);
      if (key === "records") return t("publishedOnly");
      if (key === "box") return formatBox(value);
      return DAYS.includes(key) ? formatFuzzyDate({ edtf: value, from: value, to: value }, locale) : value;
    },
  };
}
