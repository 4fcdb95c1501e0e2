import type { ReactNode } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { facetGroups, ListFilters } from "@/components/records/list-filters";
import { ListFrame, useChips } from "@/components/records/list-frame";
import type { FilterProblem } from "@/lib/filters/filter";
import {
  NOT_GRADED,
  ORGANIZATION_FACETS,
  type OrganizationFacet,
  type OrganizationView,
  organizationFilter,
} from "@/lib/filters/organization-filter";
import { countryName } from "@/lib/records/country";
import type { RecordState } from "@/lib/records/editorial";
import type { OrganizationKind, Reliability } from "@/lib/records/organization";

type Counts = Readonly<
  Record<
    OrganizationFacet,
    readonly { readonly value: string; readonly label: string | null; readonly count: number }[]
  >
>;
type Props = {
  view: OrganizationView;
  problems: readonly FilterProblem[];
  counts: Counts;
  mayRecord: boolean;
  total: number;
  /** <ListTools> */
  menu?: ReactNode;
  children: ReactNode;
};

/** A to E, then apart F, which nobody can judge, and what is not graded: neither is the worst. */
const GRADES = ["A", "B", "C", "D", "E", "F", NOT_GRADED];
const inGradeOrder = (counts: Counts): Counts => ({
  ...counts,
  reliability: [...counts.reliability].sort((a, b) => GRADES.indexOf(a.value) - GRADES.indexOf(b.value)),
});

/** The frame of the list of organizations and the ways to narrow it. */
export function OrganizationList({ view, problems, counts, mayRecord, total, menu, children }: Props) {
  const t = useTranslations("organization");
  const common = useTranslations("common");
  const locale = useLocaleCode();
  const legend = (key: string): string => t(`filter.${key as OrganizationFacet | "q"}`);
  const formatValue = (key: string, value: string): string => {
    if (key === "kind") return t(`kind.${value as OrganizationKind}`);
    if (key === "country") return countryName(value, locale);
    if (key === "reliability") return t(`reliability.${value as Reliability | typeof NOT_GRADED}`);
    return key === "state" ? common(`state.${value as RecordState}`) : value;
  };
  const narrowings = organizationFilter.narrowings(view);
  const hrefWithout = (narrowing: (typeof narrowings)[number]) =>
    organizationFilter.without("/organizations", view, narrowing);
  return (
    <ListFrame
      title={t("title")}
      lead={t("lead")}
      create={mayRecord && { label: t("new"), href: "/organizations/new" }}
      problems={problems}
      chips={useChips(narrowings, { legend, formatValue }, hrefWithout)}
      clearHref="/organizations"
      total={total}
      menu={menu}
      filters={
        <ListFilters
          action="/organizations"
          hiddenFields={organizationFilter.hidden(view, ["q", ...ORGANIZATION_FACETS])}
          active={narrowings.length}
          q={view.q}
          searchLabel={t("search")}
          groups={facetGroups(ORGANIZATION_FACETS, view, inGradeOrder(counts), { legend, formatValue })}
        />
      }
    >
      {children}
    </ListFrame>
  );
}
