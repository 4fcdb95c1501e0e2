export type RangeAxis = { readonly max: number; readonly ticks: readonly number[] };

const STEPS = [1, 2, 5, 10];
const MOST_TICKS = 6;

/** An axis from zero to at least the highest of some counts, with round ticks, zero and the end included. */
export function rangeAxis(highest: number): RangeAxis {
  const least = Math.max(highest, 1);
  const size = 10 ** Math.max(0, Math.floor(Math.log10(least)) - 1);
  const step = (STEPS.find((candidate) => candidate * size * (MOST_TICKS - 1) >= least) ?? 20) * size;
  const count = Math.ceil(least / step);
  return { max: count * step, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) };
}

/** Where a count stands, in percent of the width; a margin is left at the end for marks that point beyond. */
export const percentOnAxis = (axis: RangeAxis, count: number) => Math.round((count / axis.max) * 9400) / 100;

/**
 * How long something drawn from one place to another is. On an axis without length a scale gives places that differ in
 * their last bit, in either direction, and SVG takes no length below zero.
 */
export const extentBetween = (from: number, to: number) => Math.max(0, to - from);
