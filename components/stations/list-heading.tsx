import { useFormat, useWords } from "#words";
import { ButtonLink } from "@/components/ui/button";
import { ActiveFilters } from "@/components/ui/filter-form";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import type { FilterProblem } from "@/lib/filter";
import { type StationView, stationFilter } from "@/lib/station-filter";
import { type FacetCounts, useStationWords } from "./station-words";

type Props = {
  view: StationView;
  problems: readonly FilterProblem[];
  total: number;
  counts: FacetCounts;
  mayRecord: boolean;
};

/** What the list shows, in words, with a chip for each narrowing. */
export function ListHeading({ view, problems, total, counts, mayRecord }: Props) {
  const t = useWords("station");
  const filter = useWords("filter");
  const format = useFormat();
  const { chip, sentence } = useStationWords(counts);
  const wrong = problems.map(({ key, value, reason }) => filter(`problem.${reason}`, { key, value }));
  const chips = stationFilter
    .narrowings(view)
    .map((item) => ({ label: chip(item), href: stationFilter.without("/stations", view, item) }));
  return (
    <>
      <PageHeading
        title={t("title")}
        lead={t("lead")}
        actions={
          mayRecord && (
            <ButtonLink kind="primary" href="/stations/new">
              {t("new")}
            </ButtonLink>
          )
        }
      />
      <div className="mb-4 flex flex-col gap-3">
        {wrong.length > 0 && (
          <Notice kind="caution" title={t("wrongTitle")}>
            <p>{format.list(wrong)}</p>
          </Notice>
        )}
        <p className="font-serif text-lg">{sentence(view, total)}</p>
        <ActiveFilters
          items={chips}
          clearHref={stationFilter.href("/stations", { ...stationFilter.absent, sort: view.sort })}
        />
      </div>
    </>
  );
}
