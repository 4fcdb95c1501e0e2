import { useWords } from "#words";
import { TextField } from "@/components/ui/field";
import { Facet, type FacetOption, FilterForm } from "@/components/ui/filter-form";
import { STATION_FACETS, type StationFacet, type StationView, stationFilter } from "@/lib/station-filter";
import { type FacetCounts, useStationWords } from "./station-words";

type Props = { view: StationView; counts: FacetCounts };

/** The list's facets with their counts, and the same to leave out. */
export function StationFilters({ view, counts }: Props) {
  const t = useWords("station");
  const { say } = useStationWords(counts);
  const shown = STATION_FACETS.filter((facet) => counts[facet].length > 0 || isAsked(view, facet));
  const options = (facet: StationFacet, side: "any" | "without"): FacetOption[] => {
    const chosen = new Set<string>(view[facet][side]);
    const found = new Map(counts[facet].map(({ value, count }) => [value, count]));
    const values = [...new Set([...found.keys(), ...chosen])];
    return values.map((value) => ({
      value,
      label: say(facet, value),
      count: side === "any" ? (found.get(value) ?? 0) : undefined,
      checked: chosen.has(value),
    }));
  };
  const leftOut = shown.some((facet) => view[facet].without.length > 0);
  const keep = stationFilter.hidden(view, ["q", ...STATION_FACETS]);
  return (
    <FilterForm action="/stations" keep={Object.fromEntries(keep)} active={stationFilter.narrowings(view).length}>
      <TextField name="q" label={t("search")} defaultValue={view.q ?? ""} type="search" />
      {shown.map((facet) => (
        <Facet key={facet} name={facet} legend={t(`facet.${facet}`)} options={options(facet, "any")} />
      ))}
      <details open={leftOut}>
        <summary className="py-1 text-sm font-semibold">{t("leaveOut")}</summary>
        <p className="mb-2 text-xs text-muted">{t("leaveOutHint")}</p>
        <div className="flex flex-col gap-4">
          {shown.map((facet) => (
            <Facet
              key={facet}
              name={`not.${facet}`}
              legend={t(`facet.${facet}`)}
              options={options(facet, "without")}
              visible={4}
            />
          ))}
        </div>
      </details>
    </FilterForm>
  );
}

const isAsked = (view: StationView, facet: StationFacet) =>
  view[facet].any.length > 0 || view[facet].without.length > 0;
