import { useLocaleCode, useWords } from "#words";
import { useBoxWords } from "@/components/records/box-words";
import type { ResponseFacets } from "@/db/access/responses/response-facets";
import { countryName } from "@/lib/records/country";
import type { RecordState } from "@/lib/records/editorial";
import type { ResponseKind } from "@/lib/records/response";

/** Says the list's filters and their values in the reader's words. */
export function useResponseListWords(counts: ResponseFacets) {
  const t = useWords("response");
  const common = useWords("common");
  const locale = useLocaleCode();
  const filter = useWords("filter");
  const sayBox = useBoxWords();
  const legend = (key: string): string =>
    key === "box" ? filter("aboutBox") : t(`filter.${key as keyof ResponseFacets | "q" | "from" | "to" | "records"}`);
  const say = (key: string, value: string): string => {
    if (key === "kind") return t(`kind.${value as ResponseKind}`);
    if (key === "government" || key === "about") return countryName(value, locale);
    if (key === "state") return common(`state.${value as RecordState}`);
    if (key === "records") return t("publishedSaid");
    if (key === "box") return sayBox(value);
    if (key === "authority") return counts.authority.find((found) => found.value === value)?.label ?? value;
    return value;
  };
  return { legend, say };
}
