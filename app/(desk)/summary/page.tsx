import type { Metadata } from "next";
import { readLocale } from "@/app/_server/locale";
import { requireActor } from "@/app/_server/session";
import { Claimed } from "@/components/summary/claimed";
import { KeyFigures } from "@/components/summary/key-figures";
import { People } from "@/components/summary/people";
import { PeriodForm } from "@/components/summary/period-form";
import { Pictures } from "@/components/summary/pictures";
import { Sheet } from "@/components/summary/sheet";
import { Since } from "@/components/summary/since";
import { SummaryHeading } from "@/components/summary/summary-heading";
import { Workload } from "@/components/summary/workload";
import { readSummaryPage } from "@/db/access/figures/summary-page";
import { summaryFilter } from "@/lib/filters/summary-filter";
import { wordsFor } from "@/lib/text/words";
import { may } from "@/lib/workflow/policy";
import { markSeenAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsFor(await readLocale(), "summary")("title") };
}

export default async function SummaryPage({ searchParams }: PageProps<"/summary">) {
  const actor = await requireActor();
  const { value: view, problems } = summaryFilter.parse(await searchParams);
  const summary = await readSummaryPage(actor, view, new Date());
  const { numbers, figures, previous, head, desk, people, visit, since, seesDrafts } = summary;
  const foot = { head, now: summary.now };
  return (
    <div className="flex flex-col gap-10 print:gap-0">
      <Sheet page={1} {...foot}>
        <SummaryHeading view={view} problems={problems} seesDrafts={seesDrafts} />
        <PeriodForm
          view={view}
          today={summary.today}
          seesDrafts={seesDrafts}
          countries={summary.countries.map(({ country }) => country)}
        />
        <KeyFigures figures={figures} numbers={numbers} previous={previous} />
        <Claimed numbers={numbers} view={view} seesDrafts={seesDrafts} now={summary.now} />
        <Since
          {...{ visit, since }}
          readsHistory={may(actor, "read the history")}
          seq={head?.seq ?? 0}
          here={summaryFilter.href("/summary", view)}
          markSeen={markSeenAction}
        />
      </Sheet>
      <Sheet page={2} {...foot}>
        <Pictures summary={summary} />
        <Workload desk={desk} view={view} seesDrafts={seesDrafts} now={summary.now} />
        {people && <People people={people} />}
      </Sheet>
    </div>
  );
}
