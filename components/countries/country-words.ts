import { useLocaleCode, useWords } from "#words";
import { regionName } from "@/lib/records/country";
import type { Coverage } from "@/lib/records/coverage";

/** The words of the table's filters. */
export function useCountryFilterWords() {
  const t = useWords("country");
  const common = useWords("common");
  const locale = useLocaleCode();
  return {
    legend: (key: string) => t(key === "region" ? "filterRegion" : "filterCoverage"),
    say: (key: string, value: string) =>
      key === "region" ? regionName(value, locale) : common(`coverage.${value as Coverage}`),
  };
}
