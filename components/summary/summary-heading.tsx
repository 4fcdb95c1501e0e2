import { useLocaleCode, useTranslations } from "#translations";
import { AddressProblems } from "@/components/records/address-problems";
import { buttonClass } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { describeDashboardFilter } from "@/lib/filters/describe-filter";
import type { FilterProblem } from "@/lib/filters/filter";
import { type SummaryView, summaryFilter } from "@/lib/filters/summary-filter";

type Props = { view: SummaryView; problems: readonly FilterProblem[]; seesDrafts: boolean };

export function SummaryHeading({ view, problems, seesDrafts }: Props) {
  const t = useTranslations("summary");
  const locale = useLocaleCode();
  return (
    <div>
      <PageHeading
        title={t("title")}
        lead={describeDashboardFilter(view, seesDrafts, locale)}
        actions={
          <a className={buttonClass("secondary")} href={summaryFilter.href("/summary.pdf", view)}>
            {t("pdf")}
          </a>
        }
      />
      <AddressProblems problems={problems} />
    </div>
  );
}
