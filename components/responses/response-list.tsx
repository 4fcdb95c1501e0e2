import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { facetGroups, ListFilters } from "@/components/records/list-filters";
import { ListFrame, useChips } from "@/components/records/list-frame";
import { TextField } from "@/components/ui/field";
import type { ResponseFacets } from "@/db/access/responses/response-facets";
import type { FilterProblem } from "@/lib/filters/filter";
import { RESPONSE_FACETS, type ResponseView, responseFilter } from "@/lib/filters/response-filter";
import { KindSummary } from "./kind-summary";
import { useResponseListLabels } from "./response-list-labels";

type Props = {
  view: ResponseView;
  problems: readonly FilterProblem[];
  counts: ResponseFacets;
  mayRecord: boolean;
  total: number;
  /** <ListTools> */
  menu?: ReactNode;
  children: ReactNode;
};

/** The frame of the list of responses: how many of each kind, and the ways to narrow it. */
export function ResponseList({ view, problems, counts, mayRecord, total, menu, children }: Props) {
  const t = useTranslations("response");
  const labels = useResponseListLabels(counts);
  const narrowings = [
    ...responseFilter.narrowings(view),
    ...(view.records === "published" ? [{ key: "records", value: view.records, excluded: false }] : []),
  ];
  const day = { type: "date" } as const;
  return (
    <ListFrame
      title={t("title")}
      lead={t("lead")}
      term="official_answer"
      create={mayRecord && { label: t("new"), href: "/responses/new" }}
      problems={problems}
      chips={useChips(narrowings, labels, (narrowing) => responseFilter.without("/responses", view, narrowing))}
      clearHref={responseFilter.href("/responses", { ...responseFilter.absent, order: view.order })}
      total={total}
      menu={menu}
      filters={
        <ListFilters
          action="/responses"
          hiddenFields={responseFilter.hidden(view, ["q", "from", "to", ...RESPONSE_FACETS])}
          active={narrowings.length}
          q={view.q}
          searchLabel={t("search")}
          groups={facetGroups(RESPONSE_FACETS, view, counts, labels)}
        >
          <TextField name="from" label={t("filter.from")} defaultValue={view.from ?? ""} {...day} />
          <TextField name="to" label={t("filter.to")} defaultValue={view.to ?? ""} {...day} />
        </ListFilters>
      }
    >
      <KindSummary counts={counts.kind} view={view} />
      {children}
    </ListFrame>
  );
}
