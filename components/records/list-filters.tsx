import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { TextField } from "@/components/ui/field";
import { Facet, type FacetOption, FilterForm } from "@/components/ui/filter-form";
import type { FilterChoices } from "@/lib/filters/filter-field";

type Count = { readonly value: string; readonly label: string | null; readonly count: number };

type FacetGroup = {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly FacetOption[];
  readonly leftOut: readonly FacetOption[];
};

/** Of a facet the most frequent values are offered to leave out; an address may leave out any. */
const LEFT_OUT_SHOWN = 6;

type FilterLabels<F extends string> = {
  legend: (facet: F) => string;
  formatValue: (facet: F, value: string) => string;
};

/** The facets of a list with what is chosen in them; those that have nothing to choose are left away. */
export function facetGroups<F extends string>(
  facets: readonly F[],
  view: Readonly<Record<F, FilterChoices>>,
  counts: Readonly<Record<F, readonly Count[]>>,
  { legend, formatValue }: FilterLabels<F>,
  leftOutShown = LEFT_OUT_SHOWN,
): FacetGroup[] {
  return facets.flatMap((facet) => {
    const found = new Map(counts[facet].map(({ value, count }) => [value, count]));
    const { any, without } = view[facet];
    const values = [...new Set([...found.keys(), ...any, ...without])];
    if (values.length === 0) return [];
    const option = (value: string, chosen: readonly string[], count?: number): FacetOption => ({
      value,
      label: formatValue(facet, value),
      ...(count !== undefined && { count }),
      ...(chosen.includes(value) && { checked: true }),
    });
    return {
      name: facet,
      legend: legend(facet),
      options: values.map((value) => option(value, any, found.get(value) ?? 0)),
      leftOut: [...new Set([...values.slice(0, leftOutShown), ...without])].map((value) => option(value, without)),
    };
  });
}

type Props = {
  action: string;
  /** What of the view the form does not show. */
  hiddenFields: readonly [string, string][];
  active: number;
  q: string | undefined;
  searchLabel: string;
  leaveOutHint?: string;
  groups: readonly FacetGroup[];
  children?: ReactNode;
};

/** The filters of a list: text, facets with counts, and the same to leave out. */
export function ListFilters({ action, hiddenFields, active, q, searchLabel, leaveOutHint, groups, children }: Props) {
  const t = useTranslations("record");
  const isLeftOut = groups.some(({ leftOut }) => leftOut.some(({ checked }) => checked));
  return (
    <FilterForm action={action} hiddenFields={Object.fromEntries(hiddenFields)} active={active}>
      <TextField type="search" name="q" label={searchLabel} defaultValue={q ?? ""} />
      {children}
      {groups.map(({ name, legend, options }) => (
        <Facet key={name} name={name} legend={legend} options={options} />
      ))}
      <details open={isLeftOut} hidden={groups.length === 0}>
        <summary className="py-1 text-sm font-semibold">{t("leaveOut")}</summary>
        {leaveOutHint && <p className="mb-2 text-xs text-muted">{leaveOutHint}</p>}
        <div className={`flex flex-col gap-4 ${leaveOutHint ? "" : "mt-2"}`}>
          {groups.map(({ name, legend, leftOut }) => (
            <Facet key={name} name={`not.${name}`} legend={legend} options={leftOut} visible={4} />
          ))}
        </div>
      </details>
    </FilterForm>
  );
}
