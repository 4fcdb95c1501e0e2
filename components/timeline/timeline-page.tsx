import { useFormat, useLocaleCode, useWords } from "#words";
import { ListFrame, useChips } from "@/components/records/list-frame";
import { EmptyState } from "@/components/ui/notice";
import { Pager } from "@/components/ui/pager";
import { Provenance } from "@/components/ui/provenance";
import type { listTimeline, listUndated } from "@/db/access/timeline";
import type { FilterProblem } from "@/lib/filter";
import { sayDate } from "@/lib/fuzzy-date";
import type { Timeline } from "@/lib/timeline";
import { type TimelineView, timelineFilter } from "@/lib/timeline-filter";
import type { Period } from "@/lib/timeline-scale";
import { ScaleLinks } from "./scale-links";
import type { Entry } from "./timeline-entry";
import { TimelineFilters } from "./timeline-filters";
import { TimelineList } from "./timeline-list";
import { TimelinePicture } from "./timeline-picture";
import { useTimelineWords } from "./timeline-words";

type Props = {
  view: TimelineView;
  problems: readonly FilterProblem[];
  period: Period | null;
  timeline: Timeline<Entry> | null;
  page: Awaited<ReturnType<typeof listTimeline>>;
  undated: Awaited<ReturnType<typeof listUndated>>;
  seesAll: boolean;
  now: Date;
};

/** Picture and list of the same records, and those that nobody can date. On a phone the list leads. */
export function TimelinePage({ view, problems, period, timeline, page, undated, seesAll, now }: Props) {
  const t = useWords("timeline");
  const words = useTimelineWords();
  const narrowings = timelineFilter.narrowings(view);
  return (
    <ListFrame
      title={t("title")}
      lead={t("lead")}
      problems={problems}
      chips={useChips(narrowings, words, (narrowing) => timelineFilter.without("/timeline", view, narrowing))}
      clearHref="/timeline"
      filters={<TimelineFilters view={view} />}
    >
      <ScaleLinks view={view} period={period} />
      {period && timeline && page.total > 0 ? (
        <div className="flex flex-col gap-8">
          <Drawn {...{ period, timeline, view, seesAll, now }} />
          <Listed page={page} view={view} />
        </div>
      ) : (
        <EmptyState title={t("emptyTitle")}>{t("emptyLead")}</EmptyState>
      )}
      <Undated undated={undated} />
    </ListFrame>
  );
}

type DrawnProps = { period: Period; timeline: Timeline<Entry>; view: TimelineView; seesAll: boolean; now: Date };

function Drawn({ period, timeline, view, seesAll, now }: DrawnProps) {
  const t = useWords("timeline");
  const locale = useLocaleCode();
  const format = useFormat();
  const say = (day: string) => sayDate({ edtf: day, from: day, to: day }, locale);
  const title =
    period.from === period.to ? say(period.from) : t("pictureTitle", { from: say(period.from), to: say(period.to) });
  return (
    <figure className="order-last flex flex-col gap-2 sm:order-first">
      <figcaption>
        <h2 className="text-lg">{title}</h2>
        <p className="measure text-sm text-muted">{t("pictureSummary")}</p>
      </figcaption>
      <TimelinePicture timeline={timeline} view={view} />
      <Provenance
        source={t(seesAll ? "provenance" : "provenancePublished")}
        asOf={format.dateTime(now, { day: "numeric", month: "long", year: "numeric" })}
      />
    </figure>
  );
}

function Listed({ page, view }: { page: Props["page"]; view: TimelineView }) {
  const t = useWords("timeline");
  return (
    <section aria-labelledby="list">
      <h2 id="list" className="text-lg">
        {t("listTitle")}
      </h2>
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
  const t = useWords("timeline");
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
