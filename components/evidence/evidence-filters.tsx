import { useLocaleCode, useWords } from "#words";
import { SelectField, TextField } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import type { EvidenceFacets, FacetCount } from "@/db/access/evidence-facets";
import { EVIDENCE_FACETS, EVIDENCE_SORTS, type EvidenceView, evidenceFilter } from "@/lib/evidence-filter";
import { FacetChoices } from "./facet-choices";
import { sayFacetValue } from "./facet-words";

const PATH = "/evidence";

/** The feed's question, order and facets, as one GET form. */
export function EvidenceFilters({ view, facets }: { view: EvidenceView; facets: EvidenceFacets }) {
  const t = useWords("evidence");
  const locale = useLocaleCode();
  return (
    <FilterForm
      action={PATH}
      keep={view.station ? { station: view.station } : {}}
      active={evidenceFilter.narrowings(view).length}
    >
      <TextField name="q" type="search" label={t("search")} hint={t("searchHint")} defaultValue={view.q ?? ""} />
      <SelectField
        name="sort"
        label={t("sort")}
        defaultValue={view.sort}
        options={EVIDENCE_SORTS.map((sort) => ({ value: sort, label: t(`sortBy.${sort}`) }))}
      />
      {EVIDENCE_FACETS.map((facet) => (
        <FacetChoices
          key={facet}
          name={facet}
          legend={t(`facet.${facet}`)}
          chosen={view[facet]}
          values={shownValues(facets[facet], facet === "period" ? view.period.any : null).map(
            ({ value, label, count }) => ({ value, count, label: sayFacetValue(locale, facet, value, label) }),
          )}
          hrefOf={(choices) => evidenceFilter.href(PATH, view, { [facet]: choices })}
        />
      ))}
    </FilterForm>
  );
}

/** Years first; a year's months once it, or one of them, is chosen. */
function shownValues(values: readonly FacetCount[], periods: readonly string[] | null): readonly FacetCount[] {
  if (periods === null) return values;
  const open = new Set(periods.map((period) => period.slice(0, 4)));
  const months = (year: string) => values.filter(({ value }) => value.length === 7 && value.startsWith(year));
  return values
    .filter(({ value }) => value.length !== 7)
    .flatMap((year) => [year, ...(open.has(year.value) ? months(year.value) : [])]);
}
