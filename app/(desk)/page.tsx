import type { Metadata } from "next";
import { useTranslations } from "#translations";
import { readLocale } from "@/app/_server/locale";
import { readOverview } from "@/app/_server/overview";
import { requireActor } from "@/app/_server/session";
import { ChartFigureView } from "@/components/charts/chart-figure";
import { OverviewAnswers } from "@/components/overview/answers";
import { OverviewChanges } from "@/components/overview/changes";
import { OverviewClaimed } from "@/components/overview/claimed";
import { DueReplies } from "@/components/overview/due-replies";
import { WaitingWork } from "@/components/overview/waiting";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { getTranslations } from "@/lib/text/translations";
import { may } from "@/lib/workflow/policy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "shell")("nav.overview") };
}

export default async function OverviewPage() {
  const actor = await requireActor();
  const { summary, due, charts, annotations, unassigned, counted } = await readOverview(actor);
  const t = useTranslations("overview");
  return (
    <>
      <PageHeading
        title={t("title")}
        lead={t(`sees.${summary.sees}`)}
        actions={
          <ButtonLink kind="quiet" href="/as-of">
            {t("asOf")}
          </ButtonLink>
        }
      />
      <DueReplies due={due} />
      <div className="grid gap-x-12 gap-y-12 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-12">
          <OverviewClaimed summary={summary} counted={counted} />
          <ChartFigureView figure={charts.stations} view={charts.view} />
          <OverviewAnswers summary={summary} counted={counted} />
          <ChartFigureView figure={charts.evidence} view={charts.view} />
        </div>
        <div className="flex flex-col gap-12">
          {summary.waiting && <WaitingWork waiting={summary.waiting} {...{ annotations, unassigned }} />}
          <OverviewChanges changes={summary.changes} mayReadHistory={may(actor, "read the history")} />
        </div>
      </div>
    </>
  );
}
