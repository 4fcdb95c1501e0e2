import type { Metadata } from "next";
import { readLocale } from "@/app/_server/locale";
import { requireActor } from "@/app/_server/session";
import { AllAnswers } from "@/components/summary/all-answers";
import { SummaryClaimed } from "@/components/summary/claimed";
import { KeyFigures } from "@/components/summary/key-figures";
import { People } from "@/components/summary/people";
import { PeriodForm } from "@/components/summary/period-form";
import { PrintPage } from "@/components/summary/print-page";
import { ChangesSinceVisit } from "@/components/summary/since";
import { SummaryFigures } from "@/components/summary/summary-figures";
import { SummaryHeading } from "@/components/summary/summary-heading";
import { Workload } from "@/components/summary/workload";
import { readSummary } from "@/db/access/figures/summary";
import { readSummaryPage } from "@/db/access/figures/summary-page";
import { summaryFilter } from "@/lib/filters/summary-filter";
import { getTranslations } from "@/lib/text/translations";
import { may } from "@/lib/workflow/policy";
import { markSeenAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "summary")("title") };
}

export default async function SummaryPage({ searchParams }: PageProps<"/summary">) {
  const actor = await requireActor();
  const { value: view, problems } = summaryFilter.parse(await searchParams);
  const summary = await readSummaryPage(actor, view, new Date());
  const { numbers, figures, previous, head, desk, people, visit, since, seesDrafts } = summary;
  // A manager asks for the desk's work first.
  const shown = { view, seesDrafts, now: summary.now };
  const claims = <SummaryClaimed numbers={numbers} {...shown} />;
  const work = <Workload desk={desk} {...shown} />;
  const foot = { head, now: summary.now };
  const countries = summary.countries.map(({ country }) => country);
  return (
    <div className="flex flex-col gap-10 print:gap-0">
      <PrintPage page={1} {...foot}>
        <SummaryHeading view={view} problems={problems} seesDrafts={seesDrafts} />
        <PeriodForm {...{ view, seesDrafts, countries }} today={summary.today} />
        <KeyFigures figures={figures} numbers={numbers} previous={previous} />
        {seesDrafts ? claims : work}
        <ChangesSinceVisit
          {...{ visit, since }}
          readsHistory={may(actor, "read the history")}
          seq={head?.seq ?? 0}
          here={summaryFilter.href("/summary", view)}
          markSeen={markSeenAction}
        />
      </PrintPage>
      <PrintPage page={2} {...foot}>
        {!seesDrafts && claims}
        <SummaryFigures summary={summary} />
        {seesDrafts && work}
        {people && <People people={people} />}
      </PrintPage>
      <AllAnswers summary={await readSummary(actor)} counted={{ seesDrafts, now: summary.now, head }} />
    </div>
  );
}
