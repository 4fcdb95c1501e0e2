import { isoMonth, monthNumber } from "./days";

/** How many items bear a date that runs from one day to another; null where that side is open or unknown. */
export type DatedCount = { readonly from: string | null; readonly to: string | null; readonly count: number };

export type Months = {
  /** Every month from the first to the last that has an item, "2022-10"; in between a month without one is a true 0. */
  readonly months: readonly { readonly month: string; readonly count: number }[];
  /** Items older than the first month shown. */
  readonly earlier: number;
  /** Items whose date is known, but not to the month: they stand in no month. */
  readonly coarser: number;
  readonly undated: number;
};

const addMonths = (month: string, by: number) => isoMonth(monthNumber(month) + by);

/** Items by month, without guessing a month for those that have none. @param most how many months at most, the latest */
export function byMonth(rows: readonly DatedCount[], most: number): Months {
  const counts = new Map<string, number>();
  let coarser = 0;
  let undated = 0;
  for (const { from, to, count } of rows) {
    const month = from?.slice(0, 7);
    if (from === null && to === null) undated += count;
    else if (month && month === to?.slice(0, 7)) counts.set(month, (counts.get(month) ?? 0) + count);
    else coarser += count;
  }
  const known = [...counts.keys()].sort();
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return { months: [], earlier: 0, coarser, undated };
  const edge = addMonths(last, 1 - most);
  const start = first > edge ? first : edge;
  const months: { month: string; count: number }[] = [];
  for (let month = start; month <= last; month = addMonths(month, 1))
    months.push({ month, count: counts.get(month) ?? 0 });
  const earlier = known.filter((month) => month < start).reduce((sum, month) => sum + (counts.get(month) ?? 0), 0);
  return { months, earlier, coarser, undated };
}
