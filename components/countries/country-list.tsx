import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { ListFrame, useChips } from "@/components/records/list-frame";
import { SelectField } from "@/components/ui/field";
import { Facet, FilterForm } from "@/components/ui/filter-form";
import { CoverageMark } from "@/components/ui/marks";
import { COUNTRY_SORTS, type CountryView, countryFilter, REGION_CODES } from "@/lib/filters/country-filter";
import type { FilterProblem } from "@/lib/filters/filter";
import { COVERAGES } from "@/lib/records/coverage";
import { useCountryFilterLabels } from "./country-labels";

type Props = {
  view: CountryView;
  problems: readonly FilterProblem[];
  /** Countries that records are about. */
  total: number;
  /** <ListTools> */
  menu: ReactNode;
  children: ReactNode;
};

/** The frame of the table of countries: its filters, and what holds now. */
export function CountryList({ view, problems, total, menu, children }: Props) {
  const t = useTranslations("country");
  const labels = useCountryFilterLabels();
  const narrowings = countryFilter.narrowings(view);
  const hiddenFields = unshown(countryFilter.hidden(view, ["sort", "page"]));
  return (
    <ListFrame
      title={t("title")}
      lead={t("lead")}
      problems={problems}
      chips={useChips(narrowings, labels, (narrowing) =>
        countryFilter.without("/countries", { ...view, page: 1 }, narrowing),
      )}
      clearHref="/countries"
      total={total}
      menu={menu}
      filters={
        <FilterForm action="/countries" hiddenFields={hiddenFields} active={narrowings.length}>
          <Facet
            name="coverage"
            legend={t("filterCoverage")}
            options={COVERAGES.map((coverage) => ({
              value: coverage,
              label: <CoverageMark coverage={coverage} />,
              checked: view.coverage.any.includes(coverage),
            }))}
          />
          <Facet
            name="region"
            legend={t("filterRegion")}
            options={REGION_CODES.map((code) => ({
              value: code,
              label: labels.formatValue("region", code),
              checked: view.region.any.includes(code),
            })).sort((a, b) => a.label.localeCompare(b.label))}
          />
          <SelectField
            name="sort"
            label={t("sortLabel")}
            defaultValue={view.sort}
            options={COUNTRY_SORTS.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
          />
        </FilterForm>
      }
    >
      {children}
    </ListFrame>
  );
}

/** What the form has no field for stays as it is; what was chosen is in the form itself. */
function unshown(pairs: readonly [string, string][]): Record<string, string[]> {
  const hiddenFields: Record<string, string[]> = {};
  for (const [key, value] of pairs) {
    if (key !== "coverage" && key !== "region") hiddenFields[key] = [...(hiddenFields[key] ?? []), value];
  }
  return hiddenFields;
}
