import type { FuzzyDate } from "../dates/fuzzy-date";
import { roundTo } from "../text/round-to";
import { assignRows } from "./timeline-rows";
import { type Period, type Scale, scaleOf, type Ticks, ticksOf } from "./timeline-scale";

export type TimelineEntry = { readonly id: string; readonly lane: string; readonly date: FuzzyDate | null };

/** A dated entry as a bar in its lane; `x` and `width` in pixels within the timeline's width. */
export type TimelineBarLayout<E extends TimelineEntry = TimelineEntry> = {
  readonly entry: E;
  /** From 0; bars of one row never touch. */
  readonly row: number;
  readonly x: number;
  readonly width: number;
  /** The beginning or end is open or unknown: to be drawn fading out. */
  readonly openStart: boolean;
  readonly openEnd: boolean;
  /** It goes on outside the period: to be drawn cut. */
  readonly beginsBefore: boolean;
  readonly endsAfter: boolean;
  /** "about" and "possibly": to be drawn with soft or dashed edges. */
  readonly approximate: boolean;
  readonly uncertain: boolean;
};

type LaneLayout<E extends TimelineEntry = TimelineEntry> = {
  readonly lane: string;
  readonly rows: number;
  readonly bars: readonly TimelineBarLayout<E>[];
};

export type Timeline<E extends TimelineEntry = TimelineEntry> = Ticks & {
  readonly period: Period;
  readonly lanes: readonly LaneLayout<E>[];
  /** Entries whose date nobody knows, in the order given: they are listed beside, never placed. */
  readonly undated: readonly E[];
  /** How many dated entries lie wholly before and after the period. */
  readonly before: number;
  readonly after: number;
};

type TimelineOptions = {
  readonly period: Period;
  /** Pixels. */
  readonly width: number;
  /** Lanes to show, in this order, also when they are empty; others follow in alphabetical order. */
  readonly lanes?: readonly string[];
  /** Pixels: the least width of a bar, and the room kept after it. */
  readonly leastWidth?: number;
  readonly gap?: number;
};

/** Where everything goes, as numbers. The same entries give the same figure in whatever order they come. */
export function layoutTimeline<E extends TimelineEntry>(
  entries: readonly E[],
  options: TimelineOptions,
): Timeline<E> {
  const { period, width, lanes: wanted = [], leastWidth = 6, gap = 2 } = options;
  const scale = scaleOf(period, width);
  const byLane = new Map<string, Omit<TimelineBarLayout<E>, "row">[]>(wanted.map((lane) => [lane, []]));
  const undated: E[] = [];
  let [before, after] = [0, 0];
  for (const entry of entries) {
    if (entry.date === null) undated.push(entry);
    else if (entry.date.to !== null && entry.date.to < period.from) before += 1;
    else if (entry.date.from !== null && entry.date.from > period.to) after += 1;
    else {
      const bars = byLane.get(entry.lane) ?? [];
      bars.push(barOf(entry, entry.date, scale, leastWidth));
      byLane.set(entry.lane, bars);
    }
  }
  const others = [...byLane.keys()].filter((lane) => !wanted.includes(lane)).sort();
  const lanes = [...new Set(wanted), ...others].map((lane) => ({ lane, ...assignRows(byLane.get(lane) ?? [], gap) }));
  return { ...ticksOf(scale), period, lanes, undated, before, after };
}

function barOf<E extends TimelineEntry>(
  entry: E,
  date: FuzzyDate,
  scale: Scale,
  leastWidth: number,
): Omit<TimelineBarLayout<E>, "row"> {
  const { period, width: whole } = scale;
  const beginsBefore = date.from !== null && date.from < period.from;
  const endsAfter = date.to !== null && date.to > period.to;
  const start = date.from === null || beginsBefore ? 0 : scale.startOf(date.from);
  const end = date.to === null || endsAfter ? whole : scale.endOf(date.to);
  const width = Math.min(whole, Math.max(leastWidth, end - start));
  return {
    entry,
    x: roundTo(Math.min(start, whole - width), 1),
    width: roundTo(width, 1),
    openStart: date.from === null,
    openEnd: date.to === null,
    beginsBefore,
    endsAfter,
    approximate: /[~%]/.test(date.edtf),
    uncertain: /[?%]/.test(date.edtf),
  };
}

/** The period that holds every known day of the entries; null when no day is known. */
export function periodOf(entries: readonly TimelineEntry[]): Period | null {
  let period: Period | null = null;
  for (const { date } of entries) {
    for (const day of [date?.from, date?.to]) {
      if (!day) continue;
      const from: string = period === null || day < period.from ? day : period.from;
      const to: string = period === null || day > period.to ? day : period.to;
      period = { from, to };
    }
  }
  return period;
}
