import { useLocaleCode, useTranslations } from "#translations";
import { regionName } from "@/lib/records/country";
import type { CoverageState } from "@/lib/records/coverage";

/** The words of the table's filters. */
export function useCountryFilterLabels() {
  const t = useTranslations("country");
  const common = useTranslations("common");
  const locale = useLocaleCode();
  return {
    legend: (key: string) =>
      t(key === "region" ? "filterRegion" : key === "onFile" ? "filterOnFile" : "filterCoverage"),
    formatValue: (key: string, value: string) => {
      if (key === "onFile") return t("onFileSaid");
      return key === "region" ? regionName(value, locale) : common(`coverage.${value as CoverageState}`);
    },
  };
}
