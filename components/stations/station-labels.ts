import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { useBoxFormatter } from "@/components/records/box-format";
import type { StationFacetCount } from "@/db/access/stations/station-list";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import type { Narrowing } from "@/lib/filters/filter";
import { STATION_FACETS, type StationFacet, type StationView, stationFilter } from "@/lib/filters/station-filter";
import { countryName } from "@/lib/records/country";
import type { RecordState } from "@/lib/records/editorial";
import type { StationKind } from "@/lib/records/station";
import type { StationStatus } from "@/lib/records/status";

const STATUS_LABELS = ["q", ...STATION_FACETS, "records", "to", "box"] as const;

/** What leaves stations out of the list, also that only what is public is asked for. */
export const stationNarrowings = (view: StationView): Narrowing[] => [
  ...stationFilter.narrowings(view),
  ...(view.records === "published" ? [{ key: "records", value: view.records, excluded: false }] : []),
];

export type FacetCounts = Record<StationFacet, readonly StationFacetCount[]>;

/** Says the values of the list's facets, and the view as a whole, in the reader's words. */
export function useStationLabels(counts: FacetCounts) {
  const t = useTranslations("station");
  const common = useTranslations("common");
  const status = useTranslations("status");
  const filter = useTranslations("filter");
  const formatBox = useBoxFormatter();
  const format = useFormat();
  const locale = useLocaleCode();

  const legend = (key: string): string => t(`facet.${key as (typeof STATUS_LABELS)[number]}`);
  const formatValue = (facet: string, value: string): string => {
    if (facet === "q") return t("text", { text: value });
    if (facet === "country") return countryName(value, locale);
    if (facet === "status") return status(`label.${value as StationStatus}`);
    if (facet === "kind") return t(`kind.${value as StationKind}`);
    if (facet === "state") return common(`state.${value as RecordState}`);
    if (facet === "records") return t("publishedOnly");
    if (facet === "to") return formatFuzzyDate({ edtf: value, from: value, to: value }, locale);
    if (facet === "box") return formatBox(value);
    return counts.operator.find((found) => found.value === value)?.label ?? value;
  };
  /** "3 stations: Country: Italy or Spain; Status: not Denied" */
  const sentence = (view: StationView, total: number) => {
    const clauses = STATUS_LABELS.flatMap((key) => {
      const own = stationNarrowings(view).filter((item) => item.key === key);
      return [false, true].flatMap((excluded) => {
        const values = own.filter((item) => item.excluded === excluded).map(({ value }) => value);
        if (values.length === 0) return [];
        const sentence = format.list(
          values.map((value) => formatValue(key, value)),
          { type: "disjunction" },
        );
        return [filter(`clause.${excluded ? "without" : "any"}`, { field: legend(key), values: sentence })];
      });
    });
    if (clauses.length === 0) return t("saysAll", { count: total });
    return t("says", { count: total, filters: t("saysFilters", { filters: clauses.join("; ") }) });
  };
  return { legend, formatValue, sentence };
}
