import { type Clock, formatDay, formatDays, formatInstant, formatTimeZone } from "../dates/format-date";
import { DESK_WEEKS, durationOf } from "../figures/workload";
import type { DashboardFilter } from "../filters/dashboard-filter";
import type { ClosedDayRange, PeriodChoice } from "../filters/summary-filter";
import { countryName } from "../records/country";
import type { Locale } from "../text/locale";
import { getTranslations } from "../text/translations";
import { getFormatter } from "../text/translator";
import type { FigureRevision } from "./figure";
import { compareKeyFigure, type KeyFigure, type KeyNumbers } from "./key-figure";

/** "1 Jul – 30 Sep 2022". */
export const formatPeriod = ({ from, to }: ClosedDayRange, locale: Locale): string =>
  from === to ? formatDay(from, locale, "medium") : formatDays(from, to, locale);

export function formatPeriodChoice(choice: PeriodChoice, locale: Locale): string {
  return choice.key === "year" ? String(choice.year) : getTranslations(locale, "summary")(`choice.${choice.key}`);
}

/** A key figure's value as it stands on the page: "17", "3 days", "none to measure". */
export function formatKeyFigure({ name, value }: KeyFigure, locale: Locale): string {
  const t = getTranslations(locale, "summary");
  if (value === null) return t("noValue");
  return name === "median" ? t("days", { count: value }) : getFormatter(locale).number(value);
}

/** Whose responses and requests a view of some countries counts: those of their own authorities, and of no embassy in them. */
const OF_AUTHORITIES = {
  responses: "byAuthorities",
  denied: "byAuthorities",
  acted: "byAuthorities",
  asked: "toAuthorities",
} as const;

/** What stands behind the value: of how many it is a part, in how many countries, of whose authorities; or nothing. */
export function describeKeyFigureContext(
  { name, countries }: KeyFigure,
  { stations, replies }: KeyNumbers,
  locale: Locale,
): string | null {
  const t = getTranslations(locale, "summary");
  if (name in OF_AUTHORITIES && countries.length > 0) {
    const names = getFormatter(locale).list(countries.map((code) => countryName(code, locale)));
    return t(OF_AUTHORITIES[name as keyof typeof OF_AUTHORITIES], { countries: names });
  }
  if (name === "answered") return t("ofAsked", { asked: replies.asked });
  const isOfAll = name === "onFile" || stations.total === stations.published;
  return (name === "documented" || name === "onFile") && isOfAll && stations.total > 0
    ? t("inCountries", { count: stations.countries })
    : null;
}

/** "+3 against 1 Jul – 30 Sep 2022"; null where nothing is compared. */
export function describeComparison(
  figure: KeyFigure,
  previous: ClosedDayRange | null,
  locale: Locale,
): string | null {
  const comparison = compareKeyFigure(figure, previous);
  if (!comparison || !previous) return null;
  const t = getTranslations(locale, "summary");
  const period = formatPeriod(previous, locale);
  if (comparison.kind === "nothingBefore") return t("nothingBefore", { period });
  if (comparison.kind === "same") return t(figure.name === "median" ? "sameDays" : "same", { period });
  const change = getFormatter(locale).number(comparison.difference, { signDisplay: "always" }).replace("-", "−");
  return t("change", { change, period });
}

/** A length of time of so many seconds. */
export function formatDuration(seconds: number, locale: Locale): string {
  const { unit, count } = durationOf(seconds);
  return getTranslations(locale, "summary")(`span.${unit}`, { count });
}

/** Of when the work of the desk is, and that the revision in the foot is not its own where it is of what is published. */
export function describeWorkload(
  head: FigureRevision | null | undefined,
  { records }: Pick<DashboardFilter, "records">,
  at: Date,
  clock: Clock,
): string {
  const t = getTranslations(clock.locale, "summary");
  const lead = t("workLead", { weeks: DESK_WEEKS });
  const isOther = head === undefined || records === "published";
  return isOther ? `${lead} ${t("workMoment", { at: formatInstant(at, clock, "moment") })}` : lead;
}

/** When and at which revision the figures were counted, and by which clock times are given. */
export function describeFooter(head: FigureRevision | null, at: Date, clock: Clock): string {
  const t = getTranslations(clock.locale, "summary");
  const hash = head?.hash.replace("sha256:", "").slice(0, 14) ?? "";
  return t("foot", {
    at: formatInstant(at, clock, "moment"),
    zone: formatTimeZone(clock, at),
    revision: head ? t("footRevision", { seq: head.seq, hash }) : t("footNone"),
  });
}
