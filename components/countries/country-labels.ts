import { useLocaleCode, useTranslations } from "#translations";
import { regionName } from "@/lib/records/country";
import type { CoverageState } from "@/lib/records/coverage";

/** The words of the table's filters. */
export function useCountryFilterLabels() {
  const t = useTranslations("country");
  const common = useTranslations("common");
  const locale = useLocaleCode();
  return {
    legend: (key: string) => t(key === "region" ? "filterRegion" : "filterCoverage"),
    formatValue: (key: string, value: string) =>
      key === "region" ? regionName(value, locale) : common(`coverage.${value as CoverageState}`),
  };
}
