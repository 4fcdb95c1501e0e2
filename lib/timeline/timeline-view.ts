import { dayNumber, FIRST_DAY, isoDay, LAST_DAY } from "../dates/days";
import type { Period } from "./timeline-scale";

/** A stretch of time in days since 1970-01-01, fractions included: from the beginning of `start` to that of `end`. */
export type TimeView = { readonly start: number; readonly end: number };

const LEAST_DAYS = 1;
const FIRST = dayNumber(FIRST_DAY);
const LAST = dayNumber(LAST_DAY) + 1;

const daysOf = ({ start, end }: TimeView) => end - start;

export const viewOf = ({ from, to }: Period): TimeView => ({ start: dayNumber(from), end: dayNumber(to) + 1 });

/** The whole days that a view shows any part of; a sliver of less than a hundredth of the view does not count. */
export function periodIn({ start, end }: TimeView): Period {
  const slack = Math.min(0.5, (end - start) / 100);
  const first = Math.max(FIRST, Math.floor(start + slack));
  const last = Math.min(LAST, Math.ceil(end - slack)) - 1;
  return { from: isoDay(Math.min(first, LAST - 1)), to: isoDay(Math.max(first, last)) };
}

/** A view no narrower than a day, no wider than `whole` with a margin of half of it on each side, and inside that. */
export function keepViewIn(whole: TimeView, { start, end }: TimeView): TimeView {
  const margin = Math.max(daysOf(whole) / 2, 15);
  const [least, most] = [Math.max(FIRST, whole.start - margin), Math.min(LAST, whole.end + margin)];
  const days = Math.min(Math.max(end - start, LEAST_DAYS), most - least);
  const middle = (start + end) / 2;
  const from = Math.min(Math.max(middle - days / 2, least), most - days);
  return { start: from, end: from + days };
}

/** @param at where the time stays as it is, from 0 (left edge) to 1 (right); @param factor above 1 shows more detail */
export function zoomViewBy(view: TimeView, factor: number, at = 0.5): TimeView {
  const days = Math.max(LEAST_DAYS, daysOf(view) / factor);
  const fixed = view.start + daysOf(view) * at;
  return { start: fixed - days * at, end: fixed + days * (1 - at) };
}

/** @param share of the view; above 0 shows later days */
export function panViewBy({ start, end }: TimeView, share: number): TimeView {
  const by = (end - start) * share;
  return { start: start + by, end: end + by };
}

/** Two fingers hold two moments: those stay under them. Shares of the width before and after. */
export function pinchView(view: TimeView, held: readonly [number, number], now: readonly [number, number]): TimeView {
  const apart = now[1] - now[0];
  const heldApart = held[1] - held[0];
  if (Math.abs(apart) < 0.02 || Math.abs(heldApart) < 0.02) return view;
  const days = Math.max(LEAST_DAYS, Math.abs((daysOf(view) * heldApart) / apart));
  const fixed = view.start + (daysOf(view) * (held[0] + held[1])) / 2;
  const middle = (now[0] + now[1]) / 2;
  return { start: fixed - days * middle, end: fixed + days * (1 - middle) };
}

type BrushKey = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";
export const isBrushKey = (key: string): key is BrushKey => /^Arrow(?:Left|Right|Up|Down)$/.test(key);

/** With shift: left and right move the end, up and down the beginning, by a twelfth of the view and at least a day. */
export function brushViewBy({ start, end }: TimeView, key: BrushKey): TimeView {
  const step = Math.max(1, Math.round((end - start) / 12));
  switch (key) {
    case "ArrowRight":
      return { start, end: end + step };
    case "ArrowLeft":
      return { start, end: Math.max(start + LEAST_DAYS, end - step) };
    case "ArrowUp":
      return { start: start - step, end };
    case "ArrowDown":
      return { start: Math.min(end - LEAST_DAYS, start + step), end };
  }
}
