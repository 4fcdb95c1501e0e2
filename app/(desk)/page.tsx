import type { Metadata } from "next";
import { useTranslations } from "#translations";
import { readLocale } from "@/app/_server/locale";
import { readOverview } from "@/app/_server/overview";
import { requireActor } from "@/app/_server/session";
import { ClaimedList } from "@/components/overview/claimed-list";
import { Compared } from "@/components/overview/compared";
import { DeskTiles } from "@/components/overview/desk-tiles";
import { FirstSteps } from "@/components/overview/first-steps";
import { KnownTiles } from "@/components/overview/known-tiles";
import { LatestAnswers } from "@/components/overview/latest-answers";
import { NeedsYou } from "@/components/overview/needs-you";
import { OverviewHeading } from "@/components/overview/overview-heading";
import { OverviewMap } from "@/components/overview/overview-map";
import { WeekChanges } from "@/components/overview/week-changes";
import { isStateChanged } from "@/lib/charts/state-figures";
import { overviewFilter } from "@/lib/filters/overview-filter";
import { getTranslations } from "@/lib/text/translations";
import { markSeenAction } from "./summary/actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "shell")("nav.overview") };
}

export default async function OverviewPage({ searchParams }: PageProps<"/">) {
  const actor = await requireActor();
  const { value: view, problems } = overviewFilter.parse(await searchParams);
  const read = await readOverview(actor, view);
  const { figures, claimed, map, desk, answers, changes, unread, needs, countries, counted, today, isNew } = read;
  const t = useTranslations("overview");
  const { seesDrafts } = counted;
  const { period } = figures;
  const isNarrowed = view.country.any.length + view.country.without.length > 0;
  return (
    <>
      <OverviewHeading {...{ view, problems, period, countries }} />
      <section aria-label={t("keyTitle")}>
        <dl className="state-figures">
          <KnownTiles {...{ figures, view, seesDrafts }} />
          <DeskTiles {...{ desk, seesDrafts, today, isNarrowed }} />
        </dl>
        <Compared period={period} counted={counted} isChanged={isStateChanged(figures)} />
      </section>
      <div className={`overview-parts ${needs ? "of-desk" : ""}`}>
        {needs && <NeedsYou needs={needs} className="part-first" />}
        <ClaimedList figure={claimed} view={view} className={needs ? "part-top" : "part-first"} />
        <LatestAnswers answers={answers} total={figures.now.responses.total} view={view} />
        <WeekChanges week={desk.week} {...{ changes, unread, isNarrowed }} />
        <OverviewMap drawn={map} view={view} />
        {isNew && <FirstSteps role={actor.role} seq={counted.head?.seq ?? 0} markSeen={markSeenAction} />}
      </div>
    </>
  );
}
