import { DESK_STEPS, DESK_WEEKS, type DeskWeek } from "../figures/workload";
import { sayScope } from "../filters/say-scope";
import type { Scope } from "../filters/scope-filter";
import { countryName } from "../records/country";
import { STATION_STATUSES, type StationStatus } from "../records/status";
import type { StatusStep } from "../records/status-steps";
import type { Locale } from "../text/locale";
import { formatFor } from "../text/translator";
import { wordsFor } from "../text/words";
import type { Known, PictureData, PictureRevision, PictureTable } from "./figure";
import { evidenceBehind, only, recordsBehind, stationsBehind } from "./records-behind";
import {
  ANSWER_PARTS,
  type AnswerPart,
  type AnswerRow,
  drawAnswers,
  drawMonths,
  type Government,
  MOST_GOVERNMENTS,
  MOST_MONTHS,
  type MonthBar,
} from "./summary-drawing";

/** The pictures of the summary in their order, each with what it is drawn from. */
export const SUMMARY_PICTURES = ["answers", "months", "steps", "weeks"] as const;
export type SummaryFigure =
  | { readonly name: "answers"; readonly countries: readonly Government[] }
  | {
      readonly name: "months";
      readonly months: readonly { readonly month: string; readonly count: number }[];
      readonly coarser: number;
      readonly undated: number;
    }
  | { readonly name: "steps"; readonly steps: readonly StatusStep[]; readonly undated: number }
  /** Of the desk’s work, whatever the view. */
  | { readonly name: "weeks"; readonly weeks: readonly DeskWeek[] };

type Context = {
  readonly view: Scope;
  readonly seesDrafts: boolean;
  readonly locale: Locale;
  readonly now: Date;
  readonly head: PictureRevision | null | undefined;
};

/** A picture of the summary in words and figures. */
export function summaryPicture(figure: SummaryFigure, { view, seesDrafts, locale, now, head }: Context): PictureData {
  const t = wordsFor(locale, "summary");
  return {
    ...tell(figure, view, locale),
    filter: figure.name === "weeks" ? t("weeksFilter", { weeks: DESK_WEEKS }) : sayScope(view, seesDrafts, locale),
    sources: t("pictureSource"),
    credits: t("credits"),
    asOf: now.toISOString(),
    revision: head,
  };
}

type Told = Pick<PictureData, "title" | "finding" | "definition" | "table">;

function tell(figure: SummaryFigure, view: Scope, locale: Locale): Told {
  const t = wordsFor(locale, "summary");
  const { POSITIVE_INFINITY: all } = Number;
  switch (figure.name) {
    case "answers": {
      const { rows, rest } = drawAnswers(figure.countries, MOST_GOVERNMENTS);
      return {
        title: t("governmentsTitle"),
        finding: findAnswers(rows, rest, locale),
        definition: t("defined.responses"),
        table: answersTable(drawAnswers(figure.countries, all).rows, view, locale),
      };
    }
    case "months":
      return {
        title: t("monthsTitle"),
        finding: findMonths(drawMonths(figure.months, MOST_MONTHS), figure, locale),
        definition: t("defined.evidence"),
        table: monthsTable(drawMonths(figure.months, all).bars, view, locale),
      };
    case "steps": {
      const told = new Set(figure.steps.flatMap(({ counts }) => counts.map(({ status }) => status)));
      return {
        title: t("stepsTitle"),
        finding: findSteps(figure.steps, figure.undated, locale),
        definition: t("defined.documented"),
        table: stepsTable(
          figure.steps,
          STATION_STATUSES.filter((status) => told.has(status)),
          locale,
        ),
      };
    }
    case "weeks":
      return {
        title: t("weeksTitle"),
        finding: findWeeks(figure.weeks, locale),
        definition: t("weeksDefined"),
        table: weeksTable(figure.weeks, locale),
      };
  }
}

const PART_WORDS = { denied: "denial", noComment: "comment", acted: "action", other: "otherResponse" } as const;

export const sayPart = (part: AnswerPart, locale: Locale) => wordsFor(locale, "summary")(PART_WORDS[part]);

/** Answers of one government, of some kinds or of all; undefined where no list shows exactly those. */
export const answersHref = (scope: Scope, country: string, part?: AnswerPart): string | undefined =>
  part === "other" ? undefined : recordsBehind(part ?? "responses", { ...scope, country: only(country) });

/** The items of a month; in a period that cuts it, those that also lie within the period. */
export const monthHref = (scope: Scope, month: string): string => evidenceBehind(scope, { period: only(month) });

/** Stations as they stood on the last day that is drawn: those that bear no date stand in no step, and not in that list. */
export const statusHref = (scope: Scope, status: StationStatus, last: string): string =>
  stationsBehind({ ...scope, to: last }, { status: only(status) });

export const sayMonth = (month: string, locale: Locale) =>
  formatFor(locale).dateTime(new Date(`${month}-15T00:00:00Z`), { month: "long", year: "numeric" });

const sayDay = (day: string, locale: Locale) =>
  formatFor(locale).dateTime(new Date(`${day}T12:00:00Z`), { day: "numeric", month: "short", year: "numeric" });

const linked = (value: number, href: string | undefined): Known => (href ? { value, href } : { value });

function answersTable(rows: readonly AnswerRow[], scope: Scope, locale: Locale): PictureTable {
  const t = wordsFor(locale, "summary");
  return {
    columns: [
      { key: "country", header: t("government") },
      { key: "responses", header: t("total"), numeric: true },
      ...ANSWER_PARTS.map((part) => ({ key: part as string, header: sayPart(part, locale), numeric: true })),
    ],
    rows: rows.map(({ country, total, parts }) => ({
      key: country,
      cells: [
        { value: countryName(country, locale), href: `/countries/${country.toLowerCase()}` },
        linked(total, answersHref(scope, country)),
        ...ANSWER_PARTS.map((part) => {
          const count = parts.find((own) => own.part === part)?.count ?? 0;
          return linked(count, count > 0 ? answersHref(scope, country, part) : undefined);
        }),
      ],
    })),
  };
}

function monthsTable(bars: readonly MonthBar[], scope: Scope, locale: Locale): PictureTable {
  const t = wordsFor(locale, "summary");
  return {
    columns: [
      { key: "month", header: t("monthsTitle") },
      { key: "items", header: t("figure.evidence"), numeric: true },
    ],
    rows: bars
      .filter(({ count }) => count > 0)
      .map(({ month, count }) => ({
        key: month,
        cells: [
          { value: month, text: sayMonth(month, locale) },
          { value: count, href: monthHref(scope, month) },
        ],
      })),
  };
}

function stepsTable(steps: readonly StatusStep[], statuses: readonly StationStatus[], locale: Locale): PictureTable {
  const t = wordsFor(locale, "summary");
  const words = wordsFor(locale, "status");
  return {
    columns: [
      { key: "from_day", header: t("from") },
      ...statuses.map((status) => ({ key: status as string, header: words(`label.${status}`), numeric: true })),
    ],
    rows: steps.map(({ day, counts }) => ({
      key: day,
      cells: [
        { value: day, text: sayDay(day, locale) },
        ...statuses.map((status) => ({ value: counts.find((own) => own.status === status)?.count ?? 0 })),
      ],
    })),
  };
}

/** The latest week first. */
function weeksTable(weeks: readonly DeskWeek[], locale: Locale): PictureTable {
  const t = wordsFor(locale, "summary");
  const last = weeks.at(-1)?.week;
  return {
    columns: [
      { key: "week", header: t("week") },
      ...DESK_STEPS.map((step) => ({ key: step as string, header: t(step), numeric: true })),
    ],
    rows: [...weeks].reverse().map((week) => {
      const day = sayDay(week.week, locale);
      return {
        key: week.week,
        cells: [
          { value: week.week, text: week.week === last ? t("weekNow", { day }) : day },
          ...DESK_STEPS.map((step) => ({ value: week[step] })),
        ],
      };
    }),
  };
}

export const sayWeek = (week: DeskWeek, step: (typeof DESK_STEPS)[number], locale: Locale) =>
  wordsFor(locale, "summary")("weekSays", {
    day: sayDay(week.week, locale),
    step: wordsFor(locale, "summary")(step).toLowerCase(),
    count: week[step],
  });

/** The result of each picture in a sentence. */
export function findAnswers(rows: readonly AnswerRow[], rest: number, locale: Locale): string {
  const t = wordsFor(locale, "summary");
  const [most] = rows;
  if (!most) return t("governmentsNone");
  const country = countryName(most.country, locale);
  return t("governmentsFinding", { count: rows.length + rest, country, most: most.total });
}

export function findMonths(
  { bars, earlier }: { readonly bars: readonly MonthBar[]; readonly earlier: number },
  { coarser, undated }: { readonly coarser: number; readonly undated: number },
  locale: Locale,
): string {
  const t = wordsFor(locale, "summary");
  const [most] = [...bars].sort((a, b) => b.count - a.count);
  const undrawn = coarser + undated;
  const isNone = !most || most.count === 0;
  return [
    isNone ? t("monthsNone") : t("monthsFinding", { month: sayMonth(most.month, locale), count: most.count }),
    isNone && undrawn === 0 ? "" : t("monthsRest", { count: undrawn }),
    t("monthsEarlier", { count: earlier }),
  ]
    .filter(Boolean)
    .join(" ");
}

export function findWeeks(weeks: readonly DeskWeek[], locale: Locale): string {
  const sum = (step: (typeof DESK_STEPS)[number]) => weeks.reduce((total, week) => total + week[step], 0);
  return wordsFor(locale, "summary")("weeksFinding", {
    weeks: weeks.length,
    submitted: sum("submitted"),
    decided: sum("decided"),
    published: sum("published"),
  });
}

export function findSteps(steps: readonly StatusStep[], undated: number, locale: Locale): string {
  const t = wordsFor(locale, "summary");
  const words = wordsFor(locale, "status");
  const last = steps.at(-1);
  if (!last) return t("stepsNone");
  const parts = [...last.counts]
    .sort((a, b) => b.count - a.count)
    .map(({ status, count }) => t("stepsPart", { status: words(`label.${status}`), count }));
  const found = t("stepsFinding", { day: sayDay(last.day, locale), parts: formatFor(locale).list(parts) });
  return undated > 0 ? `${found} ${t("stepsUndated", { count: undated })}` : found;
}
