import { addDays, FIRST_DAY, firstDayOfMonth, LAST_DAY, monthNumber } from "../dates/days";
import type { FuzzyDate } from "../dates/fuzzy-date";
import type { Period } from "./timeline-scale";

/** How much time a timeline shows. */
export const WINDOWS = ["whole", "year", "quarter", "month", "day"] as const;
export type Window = (typeof WINDOWS)[number];
type Part = Exclude<Window, "whole">;

const MONTHS: Record<Exclude<Part, "day">, number> = { year: 12, quarter: 3, month: 1 };
const [FIRST_MONTH, LAST_MONTH] = [monthNumber(FIRST_DAY), monthNumber(LAST_DAY)];

/** Years 1 to 9999; anything beyond stays at the edge. */
function firstDayWithin(month: number): string {
  if (month > LAST_MONTH) return LAST_DAY;
  return month < FIRST_MONTH ? FIRST_DAY : firstDayOfMonth(month);
}

function addDaysWithin(day: string, by: -1 | 1): string {
  return day === (by > 0 ? LAST_DAY : FIRST_DAY) ? day : addDays(day, by);
}

/** The calendar year, quarter, month or the day itself in which a day lies. */
export function windowAt(scale: Part, day: string): Period {
  if (scale === "day") return { from: day, to: day };
  const month = monthNumber(day);
  const first = month - (month % MONTHS[scale]);
  return { from: firstDayWithin(first), to: addDays(firstDayWithin(first + MONTHS[scale]), -1) };
}

/** Many dates fall on one day, and a calendar is slow. */
export function memoizeByDay<V>(work: (day: string) => V): (day: string) => V {
  const known = new Map<string, V>();
  return (day) => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const made = work(day);
    known.set(day, made);
    return made;
  };
}

/** The first day of the window before or after. */
export function stepWindow(scale: Part, day: string, by: -1 | 1): string {
  if (scale === "day") return addDaysWithin(day, by);
  return firstDayWithin(monthNumber(windowAt(scale, day).from) + by * MONTHS[scale]);
}

/** Records of one lane and one date. */
type Spanned = { readonly lane: string; readonly date: FuzzyDate; readonly count: number };
type SpanCluster<S extends Spanned> = {
  /** Unique among the clusters. */
  readonly id: string;
  readonly lane: string;
  readonly date: FuzzyDate;
  readonly count: number;
  /** The one span, when nothing else fell together with it. */
  readonly span: S | null;
};

/** What falls together in one mark, so that a dense month stays legible: the less of it is shown, the finer. */
function bucketOf(scale: Window, day: string): Period {
  if (scale === "whole") return windowAt("quarter", day);
  if (scale !== "year") return { from: day, to: day };
  const third = Math.min(2, Math.floor((Number(day.slice(8)) - 1) / 10));
  const month = day.slice(0, 8);
  const to = third === 2 ? windowAt("month", day).to : `${month}${third === 0 ? "10" : "20"}`;
  return { from: `${month}${["01", "11", "21"][third]}`, to };
}

/**
 * Puts together the spans of a lane that a figure of this scale could not tell apart. A date that is wider than such a
 * part, or has an open end, or is approximate, keeps its own mark.
 */
export function clusterSpans<S extends Spanned>(spans: readonly S[], scale: Window): SpanCluster<S>[] {
  const found = new Map<string, SpanCluster<S>>();
  const bucketAt = memoizeByDay((day) => bucketOf(scale, day));
  for (const span of spans) {
    const { lane, date, count } = span;
    const bucket = date.from && date.to && !/[?~%]/.test(date.edtf) ? bucketAt(date.from) : null;
    const fits = bucket !== null && date.to !== null && date.to <= bucket.to;
    const id = `${lane} ${fits ? bucket.from : date.edtf}`;
    const known = fits ? found.get(id) : undefined;
    if (!known) found.set(id, { id, lane, date, count, span });
    else if (bucket) {
      const edtf = bucket.from === bucket.to ? bucket.from : `${bucket.from}/${bucket.to}`;
      found.set(id, { id, lane, date: { edtf, ...bucket }, count: known.count + count, span: null });
    }
  }
  return [...found.values()];
}

/** The closest look that still holds a date: where a mark of several records leads. */
export function zoomToDate(date: FuzzyDate): { scale: Part; from: string } | null {
  const { from, to } = date;
  if (from === null || to === null) return null;
  const scale = (["day", "month", "quarter", "year"] as const).find((part) => windowAt(part, from).to >= to);
  return scale ? { scale, from: windowAt(scale, from).from } : null;
}
