import { useLocaleCode, useTranslations } from "#translations";
import { FacetChoices, type FacetValue } from "@/components/records/facet-choices";
import { SelectField, TextField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import type { EvidenceFacetCount, EvidenceFacets } from "@/db/access/evidence/evidence-facets";
import {
  EVIDENCE_FACETS,
  EVIDENCE_SORTS,
  type EvidenceView,
  evidenceFilter,
  MOST_COUNTED_ITEMS,
} from "@/lib/filters/evidence-filter";
import { formatFacetValue } from "./facet-labels";

const PATH = "/evidence";

/** The feed's question, order and facets, as one GET form. */
export function EvidenceFilters({ view, facets }: { view: EvidenceView; facets: EvidenceFacets }) {
  const t = useTranslations("evidence");
  const locale = useLocaleCode();
  return (
    <FilterForm
      action={PATH}
      hiddenFields={Object.fromEntries(evidenceFilter.hidden(view, ["q", "sort", "from", "to", ...EVIDENCE_FACETS]))}
      active={evidenceFilter.narrowings(view).length}
    >
      <TextField name="q" type="search" label={t("search")} hint={t("searchHint")} defaultValue={view.q ?? ""} />
      <SelectField
        name="sort"
        label={t("sort")}
        defaultValue={view.sort}
        options={EVIDENCE_SORTS.map((sort) => ({ value: sort, label: t(`sortBy.${sort}`) }))}
      />
      <TextField name="from" type="date" label={t("from")} defaultValue={view.from ?? ""} />
      <TextField name="to" type="date" label={t("to")} defaultValue={view.to ?? ""} />
      {EVIDENCE_FACETS.some((facet) => facets[facet].some(({ isLeast }) => isLeast)) && (
        <p className="text-sm text-muted">{t("countedAtLeast", { most: MOST_COUNTED_ITEMS })}</p>
      )}
      {EVIDENCE_FACETS.map((facet) => (
        <FacetChoices
          key={facet}
          name={facet}
          legend={t(`facet.${facet}`)}
          chosen={view[facet]}
          values={facet === "period" ? shownPeriods(facets.period, view.period.any) : facets[facet]}
          formatValue={(value) => formatFacetValue(locale, facet, value, labelOf(facets[facet], value))}
          visible={facet === "period" && view.period.any.length > 0 ? 24 : 5}
          allHref={view.all === facet ? null : evidenceFilter.href(PATH, view, { all: facet })}
          hrefOf={(choices) => evidenceFilter.href(PATH, view, { [facet]: choices })}
        />
      ))}
    </FilterForm>
  );
}

const labelOf = (values: readonly EvidenceFacetCount[], value: string) =>
  values.find((known) => known.value === value)?.label;

/** Years; a year's months once it, or one of them, is chosen. */
function shownPeriods(values: readonly EvidenceFacetCount[], chosen: readonly string[]): FacetValue[] {
  const open = new Set(chosen.map((period) => period.slice(0, 4)));
  return values
    .filter(({ value }) => value.length !== 7)
    .flatMap((year) => {
      const months = open.has(year.value) ? values.filter(({ value }) => value.startsWith(`${year.value}-`)) : [];
      return [year, ...months.map((month) => ({ ...month, isPart: true }))];
    });
}
