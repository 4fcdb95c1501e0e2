import { useTranslations } from "#translations";
import { facetGroups } from "@/components/records/list-filters";
import { type FacetCounts, useStationLabels } from "@/components/stations/station-labels";
import { SelectField, TextField } from "@/components/ui/field";
import { Facet, FilterForm } from "@/components/ui/filter-form";
import { RECORDS_SEEN } from "@/lib/filters/dashboard-filter";
import { MAP_FACETS, type MapView, mapFilter } from "@/lib/filters/map-filter";

type Props = { view: MapView; counts: FacetCounts; seesDrafts: boolean };

/** Which stations the map draws, and as of which day; the box is moved on the map. */
export function MapFilters({ view, counts, seesDrafts }: Props) {
  const t = useTranslations("map");
  const labels = useStationLabels(counts);
  const shown = ["to", ...MAP_FACETS, ...(seesDrafts ? (["records"] as const) : [])] as const;
  const hiddenFields: Record<string, string[]> = {};
  const hidden = mapFilter.hidden(view, shown);
  const without = mapFilter.hidden(view, []).filter(([key]) => key.startsWith("not."));
  for (const [key, value] of [...hidden, ...without]) hiddenFields[key] = [...(hiddenFields[key] ?? []), value];
  return (
    <FilterForm action="/map" hiddenFields={hiddenFields} active={mapFilter.narrowings(view).length}>
      <TextField type="date" name="to" label={t("to")} defaultValue={view.to ?? ""} />
      {facetGroups(MAP_FACETS, view, counts, labels).map(({ name, legend, options }) => (
        <Facet key={name} name={name} legend={legend} options={options} />
      ))}
      {seesDrafts && (
        <SelectField
          name="records"
          label={t("records")}
          defaultValue={view.records}
          options={RECORDS_SEEN.map((value) => ({ value, label: t(`recordsSeen.${value}`) }))}
        />
      )}
    </FilterForm>
  );
}
