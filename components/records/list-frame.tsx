import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import type { Term } from "@/components/help/terms";
import { ButtonLink } from "@/components/ui/button";
import { ActiveFilters } from "@/components/ui/filter-form";
import { PageHeading } from "@/components/ui/page-heading";
import type { FilterProblem, Narrowing } from "@/lib/filters/filter";
import { AddressProblems } from "./address-problems";

type Chip = { readonly label: string; readonly href: string };

type Props = {
  title: string;
  lead: string;
  /** What the word of the title means here. */
  term?: Term;
  /** Where a new record is made, for whom may. */
  create?: { readonly label: string; readonly href: string } | false;
  problems: readonly FilterProblem[];
  chips: readonly Chip[];
  clearHref: string;
  /** What the list is narrowed to, and how many it shows, in a sentence. */
  sentence?: string | undefined;
  /** How many are found, beside the title and the chips. */
  total?: number;
  /** There are more: not all were counted. */
  isLeast?: boolean;
  /** What can be done with the list as a whole. */
  menu?: ReactNode;
  /** <ListFilters> */
  filters: ReactNode;
  children: ReactNode;
};

/** A list's page: heading, what it is narrowed to, filters beside the list. */
export function ListFrame({ title, lead, term, create, problems, chips, clearHref, sentence, ...props }: Props) {
  const { total, isLeast, menu, filters, children } = props;
  return (
    <>
      <PageHeading
        title={title}
        lead={sentence ?? lead}
        counted={total === undefined || sentence ? undefined : { total, ...(isLeast && { isLeast }) }}
        term={term}
        actions={
          <>
            {create && (
              <ButtonLink kind="primary" href={create.href}>
                {create.label}
              </ButtonLink>
            )}
            {menu}
          </>
        }
      />
      <div className="mb-2 flex flex-col gap-3 empty:hidden">
        <AddressProblems problems={problems} />
      </div>
      <ActiveFilters items={chips} clearHref={clearHref} total={total} isLeast={isLeast} />
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[15rem_minmax(0,1fr)]">
        {filters}
        <div className="flex min-w-0 flex-col gap-8">{children}</div>
      </div>
    </>
  );
}

/** A chip's words for each narrowing: "Country: not Italy". */
export function useChips(
  narrowings: readonly Narrowing[],
  labels: { legend: (key: string) => string; formatValue: (key: string, value: string) => string },
  hrefWithout: (narrowing: Narrowing) => string,
): Chip[] {
  const filter = useTranslations("filter");
  return narrowings.map((narrowing) => ({
    label: filter(`clause.${narrowing.excluded ? "without" : "any"}`, {
      field: labels.legend(narrowing.key),
      values: labels.formatValue(narrowing.key, narrowing.value),
    }),
    href: hrefWithout(narrowing),
  }));
}
