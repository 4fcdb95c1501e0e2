import { dayNumber, isoDay } from "../dates/days";
import { scaleOf, type TickUnit, ticksOf } from "./timeline-scale";
import type { TimeView } from "./timeline-view";

/** `x` in pixels, fractions included, so that an axis glides; `day` is ISO. */
type ViewTick = { readonly x: number; readonly day: string; readonly isMajor: boolean };

/** The ticks of a view that need not begin with a day. */
export function ticksIn(
  { start, end }: TimeView,
  width: number,
  leastGap = 64,
): { unit: TickUnit; ticks: ViewTick[] } {
  const [from, to] = [Math.floor(start), Math.ceil(end) - 1];
  const whole = scaleOf({ from: isoDay(from), to: isoDay(Math.max(from, to)) }, width);
  const { unit, ticks } = ticksOf(whole, leastGap);
  const scale = width / (end - start);
  return {
    unit,
    ticks: ticks.map(({ day, isMajor }) => ({ day, isMajor, x: (dayNumber(day) - start) * scale })),
  };
}
