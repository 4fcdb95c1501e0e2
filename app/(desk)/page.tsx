import type { Metadata } from "next";
import { useWords } from "#words";
import { readLocale } from "@/app/_server/locale";
import { readOverview } from "@/app/_server/overview";
import { requireActor } from "@/app/_server/session";
import { ChartPicture } from "@/components/charts/chart-picture";
import { Answers } from "@/components/overview/answers";
import { Changes } from "@/components/overview/changes";
import { Claimed } from "@/components/overview/claimed";
import { DueReplies } from "@/components/overview/due-replies";
import { Waiting } from "@/components/overview/waiting";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { wordsFor } from "@/lib/text/words";
import { may } from "@/lib/workflow/policy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsFor(await readLocale(), "shell")("nav.overview") };
}

export default async function OverviewPage() {
  const actor = await requireActor();
  const { summary, due, charts, annotations, counted } = await readOverview(actor);
  const t = useWords("overview");
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
          <Claimed summary={summary} counted={counted} />
          <ChartPicture picture={charts.stations} view={charts.view} />
          <Answers summary={summary} counted={counted} />
          <ChartPicture picture={charts.evidence} view={charts.view} />
        </div>
        <div className="flex flex-col gap-12">
          {summary.waiting && <Waiting waiting={summary.waiting} annotations={annotations} />}
          <Changes changes={summary.changes} mayReadHistory={may(actor, "read the history")} />
        </div>
      </div>
    </>
  );
}
