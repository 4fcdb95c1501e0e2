import { dayOf, startOfDay } from "../dates/days";
import { formatDay } from "../dates/format-date";
import type { DashboardFilter } from "../filters/dashboard-filter";
import { countryName } from "../records/country";
import { STATION_STATUSES, type StationStatus } from "../records/status";
import type { StatusChange } from "../records/status-changes";
import type { Locale } from "../text/locale";
import { rangeAxis } from "../text/range-axis";
import { getTranslations } from "../text/translations";
import { getFormatter } from "../text/translator";
import { onlyValues, recordsBehind } from "./records-behind";
import { lastOfEach, stretchFor } from "./status-stretches";

export type StatusNumbers = {
  readonly steps: readonly StatusChange[];
  /** Each of them apart, where they are told apart. */
  readonly countries?: readonly { readonly country: string; readonly steps: readonly StatusChange[] }[];
  /** Stations that no date places: in no step. */
  readonly undated: number;
};

/** The heights of the stack from a day on (epoch milliseconds, UTC) until the next point. */
type StatusPoint = { readonly at: number; readonly counts: Readonly<Partial<Record<StationStatus, number>>> };
/** A step of one status: where its share of the stack changed. */
type StatusMarker = {
  readonly at: number;
  readonly status: StationStatus;
  readonly count: number;
  /** Top of its share in the stack. */
  readonly height: number;
  readonly description: string;
  readonly href: string;
};
export type StatusLabel = {
  readonly status: StationStatus;
  readonly name: string;
  readonly count: number;
  readonly middle: number;
  readonly href: string;
};
export type StatusStackLayout = {
  readonly points: readonly StatusPoint[];
  readonly statuses: readonly StationStatus[];
  readonly marks: readonly StatusMarker[];
  readonly labels: readonly StatusLabel[];
};
export type StatusLayout = StatusStackLayout & {
  readonly from: number;
  readonly to: number;
  readonly most: number;
  readonly ticks: readonly number[];
  readonly years: readonly { readonly at: number; readonly name: string }[];
  /** Days on which it changed, of which only some are drawn; null: all are. */
  readonly cut: { readonly shown: number; readonly count: number } | null;
  /** The same for each of the countries with most stations, on one scale of their own. */
  readonly countries: readonly (Pick<StatusStackLayout, "points" | "statuses"> & {
    readonly country: string;
    readonly name: string;
    readonly total: number;
    readonly description: string;
    readonly href: string;
  })[];
  readonly mostInCountry: number;
};

/** Countries that are drawn apart at most; the table has all. */
const SMALL = 12;
const timeOf = (day: string) => startOfDay(day).getTime();
export const totalOf = ({ counts }: StatusChange) => counts.reduce((sum, { count }) => sum + count, 0);
export const countIn = (step: StatusChange | undefined, status: StationStatus) =>
  step?.counts.find((own) => own.status === status)?.count ?? 0;

/** The day of a step, written out. */
export const formatStep = (day: string, locale: Locale) => formatDay(day, locale, "long");

/** @param today ISO day: the last step holds until the last day of the view, or until today */
export function layoutStatus(
  figure: StatusNumbers,
  filter: DashboardFilter,
  today: string,
  locale: Locale,
): StatusLayout {
  const until = filter.to ?? today;
  const first = figure.steps[0]?.day ?? until;
  const last = figure.steps.at(-1)?.day ?? until;
  const to = timeOf(until > last ? until : last);
  const stretchOf = stretchFor(figure.steps);
  const steps = lastOfEach(figure.steps, stretchOf);
  const cut = steps.length < figure.steps.length ? { shown: steps.length, count: figure.steps.length } : null;
  const { max, ticks } = rangeAxis(Math.max(0, ...figure.steps.map(totalOf)));
  const biggest = [...(figure.countries ?? [])]
    .map((one) => ({ ...one, total: one.steps.at(-1) ? totalOf(one.steps.at(-1) as StatusChange) : 0 }))
    .sort((a, b) => b.total - a.total || countryName(a.country, locale).localeCompare(countryName(b.country, locale)))
    .slice(0, SMALL);
  return {
    ...statusStackLayout(steps, to, filter, locale, cut !== null),
    from: timeOf(first),
    to,
    cut,
    most: max,
    ticks,
    years: yearsBetween(first, dayOf(to)),
    countries: biggest.map(({ country, steps: own, total }) => ({
      ...stackPoints(lastOfEach(own, stretchOf), to),
      country,
      name: countryName(country, locale),
      total,
      description: describeCountryStatus(country, own, locale),
      href: `/countries/${country.toLowerCase()}`,
    })),
    mostInCountry: rangeAxis(Math.max(0, ...biggest.flatMap(({ steps }) => steps.map(totalOf)))).max,
  };
}

/** Heights, and the statuses that any of them has. */
function stackPoints(steps: readonly StatusChange[], to: number): Pick<StatusStackLayout, "points" | "statuses"> {
  const points = steps.map(({ day, counts }) => ({
    at: timeOf(day),
    counts: Object.fromEntries(counts.map(({ status, count }) => [status, count])),
  }));
  const end = points.at(-1);
  return {
    points: end && end.at < to ? [...points, { ...end, at: to }] : points,
    statuses: STATION_STATUSES.filter((status) => steps.some((step) => countIn(step, status) > 0)),
  };
}

/** @param isCut whether changes were left out between two steps */
function statusStackLayout(
  steps: readonly StatusChange[],
  to: number,
  filter: DashboardFilter,
  locale: Locale,
  isCut: boolean,
): StatusStackLayout {
  const t = getTranslations(locale, "charts");
  const tStatus = getTranslations(locale, "status");
  const { points, statuses } = stackPoints(steps, to);
  const marks = steps.flatMap((step, index) => {
    let height = 0;
    const earlier = steps[index - 1];
    return statuses.flatMap((status): StatusMarker[] => {
      const count = countIn(step, status);
      height += count;
      const before = countIn(earlier, status);
      if (count === before) return [];
      const words = {
        date: formatStep(step.day, locale),
        status: tStatus(`label.${status}`),
        before,
        count,
        total: totalOf(step),
      };
      return [
        {
          at: timeOf(step.day),
          status,
          count,
          height,
          description:
            isCut && earlier
              ? t("stepSaysSince", { ...words, since: formatStep(earlier.day, locale) })
              : t("stepSays", words),
          href: recordsBehind("onFile", { ...filter, to: step.day }, { status: onlyValues(status) }),
        },
      ];
    });
  });
  return { points, statuses, marks, labels: labelsOf(steps.at(-1), statuses, to, filter, locale) };
}

/** What stands at the end of the stack, from the bottom up. */
function labelsOf(
  step: StatusChange | undefined,
  statuses: readonly StationStatus[],
  to: number,
  filter: DashboardFilter,
  locale: Locale,
): StatusLabel[] {
  const tStatus = getTranslations(locale, "status");
  let below = 0;
  return statuses.flatMap((status): StatusLabel[] => {
    const count = countIn(step, status);
    below += count;
    if (count === 0) return [];
    return [
      {
        status,
        name: tStatus(`label.${status}`),
        count,
        middle: below - count / 2,
        // Of a day, so that the stations which bear no date are left out of the list as they are of the figure.
        href: recordsBehind("onFile", { ...filter, to: dayOf(to) }, { status: onlyValues(status) }),
      },
    ];
  });
}

function describeCountryStatus(country: string, steps: readonly StatusChange[], locale: Locale): string {
  const t = getTranslations(locale, "charts");
  const tStatus = getTranslations(locale, "status");
  const last = steps.at(-1);
  const parts = (last?.counts ?? []).map(({ status, count }) => `${tStatus(`label.${status}`)} ${count}`);
  return t("countrySays", {
    country: countryName(country, locale),
    count: last ? totalOf(last) : 0,
    statuses: getFormatter(locale).list(parts),
  });
}

function yearsBetween(first: string, last: string) {
  const [start, end] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const step = Math.max(1, Math.ceil((end - start) / 8));
  return Array.from({ length: Math.max(0, Math.floor((end - start) / step)) }, (_, index) => {
    const year = start + (index + 1) * step;
    return { at: timeOf(`${year}-01-01`), name: String(year) };
  });
}
