import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { facetGroups, ListFilters } from "@/components/records/list-filters";
import { ListFrame, useChips } from "@/components/records/list-frame";
import type { FilterProblem } from "@/lib/filters/filter";
import { STATION_FACETS, type StationView, stationFilter } from "@/lib/filters/station-filter";
import { type FacetCounts, stationNarrowings, useStationLabels } from "./station-labels";

type Props = {
  view: StationView;
  problems: readonly FilterProblem[];
  total: number;
  counts: FacetCounts;
  mayRecord: boolean;
  /** <ListTools> */
  menu?: ReactNode;
  children: ReactNode;
};

/** The frame of the list of stations: what it shows, in words, and the ways to narrow it. */
export function StationList({ view, problems, total, counts, mayRecord, menu, children }: Props) {
  const t = useTranslations("station");
  const { sentence, ...labels } = useStationLabels(counts);
  const narrowings = stationNarrowings(view);
  return (
    <ListFrame
      title={t("title")}
      lead={t("lead")}
      term="station"
      create={mayRecord && { label: t("new"), href: "/stations/new" }}
      problems={problems}
      chips={useChips(narrowings, labels, (narrowing) => stationFilter.without("/stations", view, narrowing))}
      clearHref={stationFilter.href("/stations", { ...stationFilter.absent, sort: view.sort })}
      sentence={narrowings.length > 0 ? sentence(view, total) : undefined}
      total={total}
      menu={menu}
      filters={
        <ListFilters
          action="/stations"
          hiddenFields={stationFilter.hidden(view, ["q", ...STATION_FACETS])}
          active={narrowings.length}
          q={view.q}
          searchLabel={t("search")}
          leaveOutHint={t("leaveOutHint")}
          groups={facetGroups(STATION_FACETS, view, counts, labels, Number.POSITIVE_INFINITY)}
        />
      }
    >
      {children}
    </ListFrame>
  );
}
