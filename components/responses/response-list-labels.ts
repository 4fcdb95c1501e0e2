import { useLocaleCode, useTranslations } from "#translations";
import { useBoxFormatter } from "@/components/records/box-format";
import type { ResponseFacets } from "@/db/access/responses/response-facets";
import { countryName } from "@/lib/records/country";
import type { RecordState } from "@/lib/records/editorial";
import type { ResponseKind } from "@/lib/records/response";

/** Says the list's filters and their values in the reader's words. */
export function useResponseListLabels(counts: ResponseFacets) {
  const t = useTranslations("response");
  const common = useTranslations("common");
  const locale = useLocaleCode();
  const filter = useTranslations("filter");
  const formatBox = useBoxFormatter();
  const legend = (key: string): string =>
    key === "box" ? filter("aboutBox") : t(`filter.${key as keyof ResponseFacets | "q" | "from" | "to" | "records"}`);
  const formatValue = (key: string, value: string): string => {
    if (key === "kind") return t(`kind.${value as ResponseKind}`);
    if (key === "government" || key === "about") return countryName(value, locale);
    if (key === "state") return common(`state.${value as RecordState}`);
    if (key === "records") return t("publishedSaid");
    if (key === "box") return formatBox(value);
    if (key === "authority") return counts.authority.find((found) => found.value === value)?.label ?? value;
    return value;
  };
  return { legend, formatValue };
}
