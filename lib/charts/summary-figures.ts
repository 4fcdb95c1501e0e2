import { DESK_ACTIVITIES, DESK_WEEKS, type DeskWeek } from "../figures/workload";
import type { DashboardFilter } from "../filters/dashboard-filter";
import { describeDashboardFilter } from "../filters/describe-filter";
import { countryName } from "../records/country";
import { STATION_STATUSES, type StationStatus } from "../records/status";
import type { StatusChange } from "../records/status-changes";
import type { Locale } from "../text/locale";
import { getTranslations } from "../text/translations";
import { getFormatter } from "../text/translator";
import { type EvidenceNumbers, monthsHeadline } from "./evidence-months";
import { monthsTable } from "./evidence-months-table";
import type { FigureData, FigureRevision, FigureTable, Known } from "./figure";
import { onlyValues, recordsBehind, stationsBehind } from "./records-behind";
import {
  ANSWER_PARTS,
  type AnswerPart,
  type AnswerRow,
  drawAnswers,
  type Government,
  MOST_GOVERNMENTS,
} from "./summary-drawing";

/** Months that are drawn at most; the table has all. */
export const MOST_MONTHS = 36;

/** The figures of the summary in their order, each with what it is drawn from. */
export const SUMMARY_FIGURES = ["answers", "months", "steps", "weeks"] as const;
export type SummaryFigure =
  | { readonly name: "answers"; readonly countries: readonly Government[] }
  | ({ readonly name: "months" } & EvidenceNumbers)
  | { readonly name: "steps"; readonly steps: readonly StatusChange[]; readonly undated: number }
  /** Of the desk’s work, whatever the view. */
  | { readonly name: "weeks"; readonly weeks: readonly DeskWeek[] };

type Context = {
  readonly view: DashboardFilter;
  readonly seesDrafts: boolean;
  readonly locale: Locale;
  readonly now: Date;
  readonly head: FigureRevision | null | undefined;
};

/** A figure of the summary in words and figures. */
export function buildSummaryFigure(
  figure: SummaryFigure,
  { view, seesDrafts, locale, now, head }: Context,
): FigureData {
  const t = getTranslations(locale, "summary");
  return {
    ...describeFigure(figure, view, locale),
    filter:
      figure.name === "weeks"
        ? t("weeksFilter", { weeks: DESK_WEEKS })
        : describeDashboardFilter(view, seesDrafts, locale),
    sources: t("pictureSource"),
    credits: t("credits"),
    asOf: now.toISOString(),
    revision: head,
  };
}

type FigureText = Pick<FigureData, "title" | "finding" | "definition" | "table">;

function describeFigure(figure: SummaryFigure, view: DashboardFilter, locale: Locale): FigureText {
  const t = getTranslations(locale, "summary");
  const { POSITIVE_INFINITY: all } = Number;
  switch (figure.name) {
    case "answers": {
      const { rows, rest } = drawAnswers(figure.countries, MOST_GOVERNMENTS);
      return {
        title: t("governmentsTitle"),
        finding: governmentsHeadline(rows, rest, locale),
        definition: t("defined.responses"),
        table: answersTable(drawAnswers(figure.countries, all).rows, view, locale),
      };
    }
    case "months":
      return {
        title: t("monthsTitle"),
        finding: monthsHeadline(figure, MOST_MONTHS, locale),
        definition: t("defined.evidence"),
        table: monthsTable(figure, view, locale),
      };
    case "steps": {
      const statuses = new Set(figure.steps.flatMap(({ counts }) => counts.map(({ status }) => status)));
      return {
        title: t("stepsTitle"),
        finding: statusChangesHeadline(figure.steps, figure.undated, locale),
        definition: t("defined.documented"),
        table: statusChangesTable(
          figure.steps,
          STATION_STATUSES.filter((status) => statuses.has(status)),
          locale,
        ),
      };
    }
    case "weeks":
      return {
        title: t("weeksTitle"),
        finding: weeksHeadline(figure.weeks, locale),
        definition: t("weeksDefined"),
        table: weeksTable(figure.weeks, locale),
      };
  }
}

const PART_KEYS = { denied: "denial", noComment: "comment", acted: "action", other: "otherResponse" } as const;

export const formatAnswerPart = (part: AnswerPart, locale: Locale) =>
  getTranslations(locale, "summary")(PART_KEYS[part]);

/** Answers of one government, of some kinds or of all; undefined where no list shows exactly those. */
export const answersHref = (filter: DashboardFilter, country: string, part?: AnswerPart): string | undefined =>
  part === "other" ? undefined : recordsBehind(part ?? "responses", { ...filter, country: onlyValues(country) });

/** Stations as they stood on the last day that is drawn: those that bear no date stand in no step, and not in that list. */
export const statusHref = (filter: DashboardFilter, status: StationStatus, last: string): string =>
  stationsBehind({ ...filter, to: last }, { status: onlyValues(status) });

const formatDay = (day: string, locale: Locale) =>
  getFormatter(locale).dateTime(new Date(`${day}T12:00:00Z`), { day: "numeric", month: "short", year: "numeric" });

const linked = (value: number, href: string | undefined): Known => (href ? { value, href } : { value });

function answersTable(rows: readonly AnswerRow[], filter: DashboardFilter, locale: Locale): FigureTable {
  const t = getTranslations(locale, "summary");
  return {
    columns: [
      { key: "country", header: t("government") },
      { key: "responses", header: t("total"), numeric: true },
      ...ANSWER_PARTS.map((part) => ({ key: part as string, header: formatAnswerPart(part, locale), numeric: true })),
    ],
    rows: rows.map(({ country, total, parts }) => ({
      key: country,
      cells: [
        { value: countryName(country, locale), href: `/countries/${country.toLowerCase()}` },
        linked(total, answersHref(filter, country)),
        ...ANSWER_PARTS.map((part) => {
          const count = parts.find((own) => own.part === part)?.count ?? 0;
          return linked(count, count > 0 ? answersHref(filter, country, part) : undefined);
        }),
      ],
    })),
  };
}

function statusChangesTable(
  steps: readonly StatusChange[],
  statuses: readonly StationStatus[],
  locale: Locale,
): FigureTable {
  const t = getTranslations(locale, "summary");
  const tStatus = getTranslations(locale, "status");
  return {
    columns: [
      { key: "from_day", header: t("from") },
      ...statuses.map((status) => ({ key: status as string, header: tStatus(`label.${status}`), numeric: true })),
    ],
    rows: steps.map(({ day, counts }) => ({
      key: day,
      cells: [
        { value: day, text: formatDay(day, locale) },
        ...statuses.map((status) => ({ value: counts.find((own) => own.status === status)?.count ?? 0 })),
      ],
    })),
  };
}

/** The latest week first. */
function weeksTable(weeks: readonly DeskWeek[], locale: Locale): FigureTable {
  const t = getTranslations(locale, "summary");
  const last = weeks.at(-1)?.week;
  return {
    columns: [
      { key: "week", header: t("week") },
      ...DESK_ACTIVITIES.map((step) => ({ key: step as string, header: t(step), numeric: true })),
    ],
    rows: [...weeks].reverse().map((week) => {
      const day = formatDay(week.week, locale);
      return {
        key: week.week,
        cells: [
          { value: week.week, text: week.week === last ? t("weekNow", { day }) : day },
          ...DESK_ACTIVITIES.map((step) => ({ value: week[step] })),
        ],
      };
    }),
  };
}

export const describeWeek = (week: DeskWeek, step: (typeof DESK_ACTIVITIES)[number], locale: Locale) =>
  getTranslations(locale, "summary")("weekSays", {
    day: formatDay(week.week, locale),
    step: getTranslations(locale, "summary")(step).toLowerCase(),
    count: week[step],
  });

/** The result of each figure in a sentence. */
export function governmentsHeadline(rows: readonly AnswerRow[], rest: number, locale: Locale): string {
  const t = getTranslations(locale, "summary");
  const [most] = rows;
  if (!most) return t("governmentsNone");
  const country = countryName(most.country, locale);
  return t("governmentsFinding", { count: rows.length + rest, country, most: most.total });
}

export function weeksHeadline(weeks: readonly DeskWeek[], locale: Locale): string {
  const sum = (step: (typeof DESK_ACTIVITIES)[number]) => weeks.reduce((total, week) => total + week[step], 0);
  return getTranslations(locale, "summary")("weeksFinding", {
    weeks: weeks.length,
    submitted: sum("submitted"),
    decided: sum("decided"),
    published: sum("published"),
  });
}

export function statusChangesHeadline(steps: readonly StatusChange[], undated: number, locale: Locale): string {
  const t = getTranslations(locale, "summary");
  const tStatus = getTranslations(locale, "status");
  const last = steps.at(-1);
  if (!last) return t("stepsNone");
  const parts = [...last.counts]
    .sort((a, b) => b.count - a.count)
    .map(({ status, count }) => t("stepsPart", { status: tStatus(`label.${status}`), count }));
  const found = t("stepsFinding", { day: formatDay(last.day, locale), parts: getFormatter(locale).list(parts) });
  return undated > 0 ? `${found} ${t("stepsUndated", { count: undated })}` : found;
}
