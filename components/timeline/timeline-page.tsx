import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { Figure } from "@/components/charts/figure";
import { Messages } from "@/components/messages";
import { ListFrame, useChips } from "@/components/records/list-frame";
import { Link } from "@/components/ui/link";
import { EmptyState } from "@/components/ui/notice";
import { Pager } from "@/components/ui/pager";
import type { Annotation } from "@/db/access/timeline/annotations";
import type { listTimeline, listUndated } from "@/db/access/timeline/timeline";
import type { FigureData } from "@/lib/charts/figure";
import { recordsBehind } from "@/lib/charts/records-behind";
import type { FilterProblem } from "@/lib/filters/filter";
import type { Timeline } from "@/lib/timeline/timeline";
import { type TimelineView, timelineFilter } from "@/lib/timeline/timeline-filter";
import type { Period } from "@/lib/timeline/timeline-scale";
import { type AnnotationActions, Annotations } from "./annotations";
import { Elsewhere } from "./elsewhere";
import { LanesLinks } from "./lanes-links";
import { Play } from "./play";
import { ScaleLinks } from "./scale-links";
import type { DrawnEntry } from "./timeline-entry";
import { TimelineExplorer } from "./timeline-explorer";
import { TimelineFigure } from "./timeline-figure";
import { TimelineFilters } from "./timeline-filters";
import { useTimelineLabels } from "./timeline-labels";
import { TimelineList } from "./timeline-list";

type Props = {
  view: TimelineView;
  problems: readonly FilterProblem[];
  /** All the days that the records of the view have, and those that are shown; null: nothing is dated. */
  whole: Period | null;
  period: Period | null;
  lanes: readonly string[];
  timeline: Timeline<DrawnEntry> | null;
  /** The same in words and figures. */
  figure: FigureData;
  /** Claims that speak of a day in the period, whenever they were said. */
  speaking: number;
  page: Awaited<ReturnType<typeof listTimeline>>;
  undated: Awaited<ReturnType<typeof listUndated>>;
  annotations: readonly Annotation[];
  /** Null: this reader may not annotate. */
  actions: AnnotationActions | null;
};

/** Figure and list of the same records, and those that nobody can date. On a phone the list leads. */
export function TimelinePage(props: Props) {
  const { view, problems, whole, period, timeline, page, undated, annotations, actions } = props;
  const t = useTranslations("timeline");
  const labels = useTimelineLabels();
  const narrowings = timelineFilter.narrowings(view);
  const inPeriod = period ? annotations.filter((note) => overlaps(note, period)) : annotations;
  return (
    <ListFrame
      title={t("title")}
      lead={t("lead")}
      problems={problems}
      chips={useChips(narrowings, labels, (narrowing) => timelineFilter.without("/timeline", view, narrowing))}
      clearHref="/timeline"
      filters={<TimelineFilters view={view} />}
    >
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        <ScaleLinks view={view} period={period} />
        <LanesLinks view={view} />
      </div>
      {whole && period && (
        <Messages of={["explorer"]}>
          <Play
            path="/timeline"
            query={timelineFilter.toQuery({ ...view, scale: "whole", to: undefined, after: undefined })}
            bounds={{ from: view.from && view.from < whole.to ? view.from : whole.from, to: whole.to }}
            value={view.scale === "whole" ? view.to : period.to}
          />
        </Messages>
      )}
      {whole && period && timeline ? (
        <div className="flex flex-col gap-8">
          <Drawn
            {...props}
            {...{ whole, period, timeline }}
            annotations={approved(annotations)}
            notes={approved(inPeriod)}
          />
          <Listed page={page} view={view}>
            <Speaking view={view} period={period} count={props.speaking} />
          </Listed>
        </div>
      ) : (
        <EmptyState title={t("emptyTitle")}>{t("emptyLead")}</EmptyState>
      )}
      <Annotations
        annotations={inPeriod}
        back={timelineFilter.toQuery({ ...view, after: undefined })}
        actions={actions}
      />
      <Undated undated={undated} />
    </ListFrame>
  );
}

const overlaps = ({ date }: Annotation, { from, to }: Period) =>
  (date.from ?? "") <= to && (date.to ?? "9999-12-31") >= from;

/** What waits is in no figure: figures leave the desk. */
const approved = (all: readonly Annotation[]) => all.filter(({ isWaiting }) => !isWaiting);

type DrawnProps = Props & {
  whole: Period;
  period: Period;
  timeline: Timeline<DrawnEntry>;
  notes: readonly Annotation[];
};

function Drawn(props: DrawnProps) {
  const { view, period, whole, timeline, lanes, figure, annotations, notes } = props;
  return (
    <div className="flex flex-col gap-3">
      <Figure
        id="timeline"
        data={figure}
        href={timelineFilter.href("/timeline", view)}
        route={timelineFilter.href("/api/v1/figures/timeline", view)}
        isTold
      >
        <TimelineExplorer {...{ view, period, whole, lanes, annotations }}>
          <TimelineFigure timeline={timeline} view={view} notes={notes} />
        </TimelineExplorer>
      </Figure>
      <Elsewhere view={view} period={period} />
    </div>
  );
}

/** The list has claims where they were said: the way to those that speak of its time. */
function Speaking({ view, period, count }: { view: TimelineView; period: Period; count: number }) {
  const t = useTranslations("timeline");
  if (count === 0 || view.periodFrom || view.periodTo) return null;
  const { from, to } = period;
  return (
    <p className="text-sm">
      <Link href={recordsBehind("speaking", view, { ...view, periodFrom: from, periodTo: to })}>
        {t("speaking", { count })}
      </Link>
    </p>
  );
}

function Listed({ page, view, children }: { page: Props["page"]; view: TimelineView; children: ReactNode }) {
  const t = useTranslations("timeline");
  return (
    <section aria-labelledby="list">
      <h2 id="list" className="text-lg">
        {t("listTitle")}
      </h2>
      {page.total === 0 && <p className="text-sm">{t("emptyLead")}</p>}
      {children}
      <TimelineList items={page.items} />
      <Pager
        total={page.total}
        shown={page.items.length}
        nextHref={page.next && timelineFilter.href("/timeline", view, { after: page.next })}
        firstHref={view.after && timelineFilter.href("/timeline", view)}
      />
    </section>
  );
}

function Undated({ undated }: { undated: Props["undated"] }) {
  const t = useTranslations("timeline");
  return (
    <section aria-labelledby="undated">
      <h2 id="undated" className="text-lg">
        {t("undatedTitle")}
      </h2>
      <p className="text-sm text-muted">{undated.total > 0 ? t("undatedLead") : t("undatedNone")}</p>
      {undated.items.length > 0 && (
        <details className="mt-2">
          <summary className="text-accent">{t("undatedOpen", { count: undated.total })}</summary>
          {undated.total > undated.items.length && (
            <p className="text-sm text-muted">
              {t("undatedMore", { shown: undated.items.length, count: undated.total })}
            </p>
          )}
          <TimelineList items={undated.items} />
        </details>
      )}
    </section>
  );
}
