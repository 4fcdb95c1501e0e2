import { useTranslations } from "#translations";
import { AddressProblems } from "@/components/records/address-problems";
import { ButtonLink, buttonClass } from "@/components/ui/button";
import type { FilterProblem } from "@/lib/filters/filter";
import { type OverviewView, scopeOfOverview } from "@/lib/filters/overview-filter";
import { type ClosedDayRange, summaryFilter } from "@/lib/filters/summary-filter";
import { ScopeForm } from "./scope-form";

type Props = {
  view: OverviewView;
  problems: readonly FilterProblem[];
  /** The view's days. */
  period: ClosedDayRange;
  /** Countries of which anything is on file. */
  countries: readonly string[];
};

/** What the page is of, and the ways to the same at greater depth. */
export function OverviewHeading({ view, problems, period, countries }: Props) {
  const t = useTranslations("overview");
  const report = { ...scopeOfOverview(view), ...period };
  return (
    <header className="mb-3 flex flex-wrap items-center gap-x-6 gap-y-2">
      <h1 className="text-xl">{t("title")}</h1>
      <ScopeForm view={view} countries={countries} />
      <div className="flex flex-wrap gap-x-1 md:ml-auto print:hidden">
        <ButtonLink kind="quiet" href="/as-of">
          {t("asOf")}
        </ButtonLink>
        <a className={buttonClass("quiet")} href={summaryFilter.href("/summary.pdf", report)}>
          {t("pdf")}
        </a>
        <ButtonLink kind="secondary" href={summaryFilter.href("/summary", report)}>
          {t("report")}
        </ButtonLink>
      </div>
      <AddressProblems problems={problems} />
    </header>
  );
}
