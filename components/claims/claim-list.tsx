import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { facetGroups, ListFilters } from "@/components/records/list-filters";
import { ListFrame, useChips } from "@/components/records/list-frame";
import { TextField } from "@/components/ui/field";
import type { ClaimFacets } from "@/db/access/claims/claim-facets";
import { CLAIM_DAYS, CLAIM_FACETS, type ClaimView, claimFilter } from "@/lib/filters/claim-filter";
import type { FilterProblem } from "@/lib/filters/filter";
import { useClaimListLabels } from "./claim-list-labels";

type Props = {
  view: ClaimView;
  problems: readonly FilterProblem[];
  counts: ClaimFacets;
  mayRecord: boolean;
  total: number;
  isLeast?: boolean;
  /** <ListTools> */
  menu?: ReactNode;
  children: ReactNode;
};

/** The frame of the ledger: what it shows and the ways to narrow it. */
export function ClaimList({ view, problems, counts, mayRecord, total, isLeast, menu, children }: Props) {
  const t = useTranslations("claim");
  const labels = useClaimListLabels(counts);
  const narrowings = [
    ...claimFilter.narrowings(view),
    ...(view.records === "published" ? [{ key: "records", value: view.records, excluded: false }] : []),
  ];
  return (
    <ListFrame
      title={t("title")}
      lead={t("lead")}
      term="claim"
      create={mayRecord && { label: t("new"), href: "/claims/new" }}
      problems={problems}
      chips={useChips(narrowings, labels, (narrowing) => claimFilter.without("/claims", view, narrowing))}
      clearHref="/claims"
      total={total}
      isLeast={isLeast}
      menu={menu}
      filters={
        <ListFilters
          action="/claims"
          hiddenFields={claimFilter.hidden(view, ["q", ...CLAIM_DAYS, ...CLAIM_FACETS])}
          active={narrowings.length}
          q={view.q}
          searchLabel={t("search")}
          groups={facetGroups(CLAIM_FACETS, view, counts, labels)}
        >
          {CLAIM_DAYS.map((day) => (
            <TextField key={day} name={day} label={t(`filter.${day}`)} defaultValue={view[day] ?? ""} type="date" />
          ))}
        </ListFilters>
      }
    >
      {children}
    </ListFrame>
  );
}
