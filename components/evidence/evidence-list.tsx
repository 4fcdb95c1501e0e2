import type { ReactNode } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { useBoxFormatter } from "@/components/records/box-format";
import { ListFrame } from "@/components/records/list-frame";
import type { EvidenceFacets } from "@/db/access/evidence/evidence-facets";
import { EVIDENCE_FACETS, type EvidenceView, evidenceFilter } from "@/lib/filters/evidence-filter";
import type { FilterProblem, Narrowing } from "@/lib/filters/filter";
import type { FileSort } from "@/lib/records/file";
import { ownEntry } from "@/lib/text/own-entry";
import { EvidenceFilters } from "./evidence-filters";
import { formatFacetValue } from "./facet-labels";

type Props = {
  view: EvidenceView;
  problems: readonly FilterProblem[];
  facets: EvidenceFacets;
  stationNames: Readonly<Record<string, string>>;
  total: number;
  isLeast?: boolean;
  /** The steps of its head, and <ListTools> */
  menu: ReactNode;
  children: ReactNode;
};

/** The frame of the feed: what it is narrowed to, and the ways to narrow it. */
export function EvidenceList({
  view,
  problems,
  facets,
  stationNames,
  total,
  isLeast = false,
  menu,
  children,
}: Props) {
  const t = useTranslations("evidence");
  const formatNarrowing = useNarrowingLabels(facets, stationNames);
  const chips = evidenceFilter.narrowings(view).map((narrowing) => ({
    label: formatNarrowing(narrowing),
    href: evidenceFilter.without("/evidence", view, narrowing),
  }));
  if (view.records === "published")
    chips.push({ label: t("publishedOnly"), href: evidenceFilter.href("/evidence", view, { records: "all" }) });
  return (
    <ListFrame
      title={t("title")}
      lead={t("lead")}
      clearHref="/evidence"
      {...{ problems, chips, total, isLeast, menu }}
      filters={<EvidenceFilters view={view} facets={facets} />}
    >
      <div>{children}</div>
    </ListFrame>
  );
}

/** Says what the feed is narrowed to in the reader's words. */
function useNarrowingLabels(facets: EvidenceFacets, stationNames: Props["stationNames"]) {
  const t = useTranslations("evidence");
  const filter = useTranslations("filter");
  const reading = useTranslations("reading");
  const formatBox = useBoxFormatter();
  const locale = useLocaleCode();
  return ({ key, value, excluded }: Narrowing): string => {
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
}
