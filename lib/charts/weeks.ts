import { formatDay } from "../dates/format-date";
import { DESK_ACTIVITIES, type DeskWeek } from "../figures/workload";
import type { Locale } from "../text/locale";
import { getTranslations } from "../text/translations";
import type { FigureTable } from "./figure";

/** What is drawn from: `weeks` with the oldest first. */
export type WeeksNumbers = { readonly weeks: readonly DeskWeek[] };
type Activity = (typeof DESK_ACTIVITIES)[number];

export type WeekBar = {
  readonly week: string;
  readonly count: number;
  readonly description: string;
  /** Its height as a share, on one scale for all activities. */
  readonly height: number;
};
export type WeeksLayout = {
  readonly activities: readonly {
    readonly name: Activity;
    readonly label: string;
    readonly total: number;
    readonly bars: readonly WeekBar[];
  }[];
  /** The first and the last week, as they stand under the bars. */
  readonly ends: readonly { readonly week: string; readonly name: string }[];
};

const totalOf = (weeks: readonly DeskWeek[], name: Activity) => weeks.reduce((sum, week) => sum + week[name], 0);

/** What went through the desk week by week: small bars of each activity on one scale. */
export function layoutWeeks({ weeks }: WeeksNumbers, locale: Locale): WeeksLayout {
  const t = getTranslations(locale, "summary");
  const most = Math.max(1, ...weeks.flatMap((week) => DESK_ACTIVITIES.map((name) => week[name])));
  const ends = [weeks[0], weeks.at(-1)].flatMap((week) => (week ? [week.week] : []));
  return {
    activities: DESK_ACTIVITIES.map((name) => ({
      name,
      label: t(name),
      total: totalOf(weeks, name),
      bars: weeks.map(({ week, [name]: count }) => ({
        week,
        count,
        description: t("weekSays", { day: formatDay(week, locale, "medium"), step: t(name).toLowerCase(), count }),
        height: count / most,
      })),
    })),
    ends: ends.map((week) => ({
      week,
      name: formatDay(week, locale, "dayAndMonth"),
    })),
  };
}

/** The headline of the figure as a sentence. */
export const weeksHeadline = ({ weeks }: WeeksNumbers, locale: Locale): string =>
  getTranslations(locale, "summary")("weeksFinding", {
    weeks: weeks.length,
    submitted: totalOf(weeks, "submitted"),
    decided: totalOf(weeks, "decided"),
    published: totalOf(weeks, "published"),
  });

/** The latest week first. */
export function weeksTable({ weeks }: WeeksNumbers, locale: Locale): FigureTable {
  const t = getTranslations(locale, "summary");
  const last = weeks.at(-1)?.week;
  return {
    columns: [
      { key: "week", header: t("week") },
      ...DESK_ACTIVITIES.map((name) => ({ key: name as string, header: t(name), numeric: true })),
    ],
    rows: [...weeks].reverse().map((week) => {
      const day = formatDay(week.week, locale, "medium");
      return {
        key: week.week,
        cells: [
          { value: week.week, text: week.week === last ? t("weekNow", { day }) : day },
          ...DESK_ACTIVITIES.map((name) => ({ value: week[name] })),
        ],
      };
    }),
  };
}
