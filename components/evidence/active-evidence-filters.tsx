import { useLocaleCode, useTranslations } from "#translations";
import { useBoxFormatter } from "@/components/records/box-format";
import { ActiveFilters } from "@/components/ui/filter-form";
import type { EvidenceFacets } from "@/db/access/evidence/evidence-facets";
import { EVIDENCE_FACETS, type EvidenceView, evidenceFilter } from "@/lib/filters/evidence-filter";
import type { FileSort } from "@/lib/records/file";
import { ownEntry } from "@/lib/text/own-entry";
import { formatFacetValue } from "./facet-labels";

type Props = {
  view: EvidenceView;
  facets: EvidenceFacets;
  stationNames: Readonly<Record<string, string>>;
  total: number;
  isLeast?: boolean;
};

/** What the feed is narrowed to, in words, each of which takes itself away. */
export function ActiveEvidenceFilters({ view, facets, stationNames, total, isLeast }: Props) {
  const t = useTranslations("evidence");
  const filter = useTranslations("filter");
  const reading = useTranslations("reading");
  const formatBox = useBoxFormatter();
  const locale = useLocaleCode();
  const formatValue = (key: string, value: string, excluded: boolean) => {
    const facet = EVIDENCE_FACETS.find((name) => name === key);
    if (key === "unread") return reading("filterValue");
    if (key === "q") return t("textValue", { text: value });
    if (key === "from" || key === "to") return t(`${key}Value`, { day: value });
    if (key === "box") return filter("clause.is", { field: filter("aboutBox"), values: formatBox(value) });
    const values = facet
      ? {
          facet: t(`facet.${facet}`),
          value: formatFacetValue(locale, facet, value, facets[facet].find((known) => known.value === value)?.label),
        }
      : key === "file"
        ? { facet: t("fileSort"), value: t(`fileSorts.${value as FileSort | "none"}`) }
        : { facet: t("aboutStation"), value: ownEntry(stationNames, value) ?? value };
    return t(excluded ? "notValue" : "keepValue", values);
  };
  const items = evidenceFilter.narrowings(view).map((narrowing) => ({
    label: formatValue(narrowing.key, narrowing.value, narrowing.excluded),
    href: evidenceFilter.without("/evidence", view, narrowing),
  }));
  if (view.records === "published")
    items.push({ label: t("publishedOnly"), href: evidenceFilter.href("/evidence", view, { records: "all" }) });
  return <ActiveFilters items={items} clearHref="/evidence" total={total} isLeast={isLeast} />;
}
