import { useClock, useFormat, useLocaleCode, useTranslations } from "#translations";
import type { DeskFigures } from "@/db/access/figures/desk-figures";
import { onlyValues, recordsBehind } from "@/lib/charts/records-behind";
import { daysBetween } from "@/lib/dates/days";
import { formatDay } from "@/lib/dates/format-date";
import { dayIn } from "@/lib/dates/time-zone";
import { waitingByState } from "@/lib/figures/workload";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import { Tile } from "./tile";

type Props = {
  desk: Pick<DeskFigures, "waiting" | "replies">;
  seesDrafts: boolean;
  /** The newsroom's day. */
  today: string;
  /** Whether the page is of some countries alone, and these figures are not. */
  isNarrowed: boolean;
};

/** Whom the desk waits for and what waits for it, whatever the countries chosen. */
export function DeskTiles({ desk: { waiting, replies }, seesDrafts, today, isNarrowed }: Props) {
  const t = useTranslations("overview");
  const locale = useLocaleCode();
  const format = useFormat();
  const { timeZone } = useClock();
  const inReview = waitingByState(waiting).find(({ state }) => state === "in_review");
  const { overdue, awaited, oldestDue } = replies;
  const whole = isNarrowed && ` · ${t("wholeDesk")}`;
  const behind = {
    overdue: recordsBehind("asked", dashboardFilter.absent, { status: onlyValues("overdue") }),
    inReview: recordsBehind("waiting", dashboardFilter.absent, { state: onlyValues("in_review") }),
  };
  return (
    <>
      <Tile
        name="overdue"
        label={t("overdue", { count: overdue })}
        value={format.number(overdue)}
        href={overdue > 0 ? behind.overdue : undefined}
        isUrgent={overdue > 0}
      >
        {oldestDue
          ? t("overdueSince", { day: formatDay(oldestDue, locale, "medium") })
          : t("awaited", { count: awaited })}
        {whole}
      </Tile>
      <Tile
        name="inReview"
        label={t("inReview")}
        value={format.number(inReview?.count ?? 0)}
        href={seesDrafts && inReview?.count ? behind.inReview : undefined}
      >
        {inReview?.oldest
          ? t("oldest", { count: daysBetween(dayIn(inReview.oldest, timeZone), today) })
          : t("nothingInReview")}
        {whole}
      </Tile>
    </>
  );
}
