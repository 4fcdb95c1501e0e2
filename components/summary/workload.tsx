import { useClock, useFormat, useFormatInstant, useLocaleCode, useTranslations } from "#translations";
import { DataTable } from "@/components/ui/data-table";
import { QuietLink } from "@/components/ui/link";
import type { DeskFigures, ReviewTime } from "@/db/access/figures/desk-figures";
import { describeWorkload, formatDuration } from "@/lib/charts/format-summary";
import { onlyValues, recordsBehind } from "@/lib/charts/records-behind";
import { formatDay } from "@/lib/dates/format-date";
import { waitingByState } from "@/lib/figures/workload";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import type { SummaryView } from "@/lib/filters/summary-filter";
import { Weeks } from "./weeks";

type Props = { desk: DeskFigures; view: SummaryView; seesDrafts: boolean; now: Date };

/** How the desk is doing: numbers of what waits, never its names. Links are for who may follow them. */
export function Workload({ desk, view, seesDrafts, now }: Props) {
  const t = useTranslations("summary");
  const clock = useClock();
  return (
    <section aria-labelledby="work" className="flex flex-col gap-4 print:gap-2">
      <div>
        <h2 id="work">{t("workTitle")}</h2>
        <p className="measure text-sm text-muted">{describeWorkload(desk.head, view, now, clock)}</p>
      </div>
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2 print:grid-cols-2 print:gap-x-6 print:gap-y-2">
        <WaitingTable waiting={desk.waiting} seesDrafts={seesDrafts} />
        <div className="flex flex-col gap-4 print:gap-2">
          <Reviews reviews={desk.reviews} />
          <Replies replies={desk.replies} seesDrafts={seesDrafts} />
        </div>
      </div>
      <Weeks {...{ desk, view, seesDrafts, now }} />
    </section>
  );
}

function WaitingTable({ waiting, seesDrafts }: { waiting: DeskFigures["waiting"]; seesDrafts: boolean }) {
  const t = useTranslations("summary");
  const format = useFormat();
  const formatInstant = useFormatInstant();
  return (
    <div>
      <h3>{t("waits")}</h3>
      {!seesDrafts && <p className="text-sm text-muted">{t("waitsClosed")}</p>}
      <DataTable
        caption={t("waits")}
        rows={waitingByState(waiting)}
        rowKey={({ state }) => state}
        columns={[
          { key: "state", header: t("columnState"), heading: true, cell: ({ state }) => t(`state.${state}`) },
          {
            key: "count",
            header: t("columnCount"),
            numeric: true,
            cell: ({ state, count }) =>
              seesDrafts && count > 0 ? (
                <QuietLink href={recordsBehind("waiting", dashboardFilter.absent, { state: onlyValues(state) })}>
                  {format.number(count)}
                </QuietLink>
              ) : (
                format.number(count)
              ),
          },
          {
            key: "oldest",
            header: t("columnOldest"),
            cell: ({ oldest }) => (oldest ? formatInstant(oldest, "day") : t("nothingWaits")),
          },
        ]}
      />
    </div>
  );
}

function Reviews({ reviews: { current, previous } }: Pick<DeskFigures, "reviews">) {
  const t = useTranslations("summary");
  const locale = useLocaleCode();
  const reviewTimes = ({ median, p90, decided }: ReviewTime) =>
    median === null || p90 === null
      ? null
      : { median: formatDuration(median, locale), p90: formatDuration(p90, locale), decided };
  const [now, before] = [reviewTimes(current), reviewTimes(previous)];
  return (
    <div>
      <h3>{t("reviewTitle")}</h3>
      {now ? (
        <dl className="flex flex-wrap gap-x-8">
          <div>
            <dt className="text-sm text-muted">{t("reviewMedian")}</dt>
            <dd className="font-serif text-xl print:text-base">{now.median}</dd>
          </div>
          <div>
            <dt className="text-sm text-muted">{t("reviewP90")}</dt>
            <dd className="font-serif text-xl print:text-base">{now.p90}</dd>
          </div>
        </dl>
      ) : (
        <p>{t("reviewNone")}</p>
      )}
      <p className="text-sm text-muted">
        {t("reviewDecided", { count: current.decided })}; {before ? t("reviewBefore", before) : t("reviewNoneBefore")}
        .
      </p>
      <details className="text-sm text-muted print:text-xs">
        <summary className="text-accent print:hidden">{t("definition")}</summary>
        <p className="measure mt-1 print:mt-0">{t("reviewDefined")}</p>
      </details>
    </div>
  );
}

function Replies({ replies, seesDrafts }: { replies: DeskFigures["replies"]; seesDrafts: boolean }) {
  const t = useTranslations("summary");
  const locale = useLocaleCode();
  const { overdue, awaited, oldestDue } = replies;
  const oldest = oldestDue && formatDay(oldestDue, locale, "medium");
  const sentence = t("repliesOverdue", { count: overdue });
  return (
    <div>
      <h3>{t("repliesTitle")}</h3>
      <p>
        <strong>
          {seesDrafts && overdue > 0 ? (
            <QuietLink href={recordsBehind("asked", dashboardFilter.absent, { status: onlyValues("overdue") })}>
              {sentence}
            </QuietLink>
          ) : (
            sentence
          )}
        </strong>
        {oldest && `, ${t("repliesOldest", { day: oldest })}`}; {t("repliesAwaited", { count: awaited })}.
      </p>
      <p className="text-sm text-muted print:text-xs">{t("repliesCounted")}</p>
    </div>
  );
}
