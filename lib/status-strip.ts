import type { FuzzyDate } from "./fuzzy-date";

export type Stretch<T> = { readonly item: T; readonly from: number; readonly to: number };
export type Strip<T> = {
  /** Where each dated report lies on the line, as a share of its length from 0 to 1. */
  readonly stretches: readonly Stretch<T>[];
  /** The first days of years that fall on the line. */
  readonly years: readonly { readonly year: number; readonly at: number }[];
};

const DAY = 86_400_000;
const MARGIN = 30 * DAY;
const dayOf = (iso: string) => Date.parse(`${iso}T00:00:00Z`);

/**
 * Dated reports on one line of time, each over the days that its date allows; an open end runs to `today`, an open
 * beginning starts with its only known day, and a report of unknown date has no place.
 * @param today ISO day
 */
export function statusStrip<T extends { readonly asOf: FuzzyDate | null }>(
  items: readonly T[],
  today: string,
): Strip<T> {
  const spans = items.flatMap((item) => {
    const first = item.asOf?.from ?? item.asOf?.to;
    if (!first) return [];
    return [{ item, from: dayOf(first), to: dayOf(item.asOf?.to ?? today) + DAY }];
  });
  if (spans.length === 0) return { stretches: [], years: [] };
  const start = Math.min(...spans.map(({ from }) => from)) - MARGIN;
  const end = Math.max(...spans.map(({ to }) => to)) + MARGIN;
  const share = (time: number) => Math.round(((time - start) / (end - start)) * 10_000) / 10_000;
  const [first, last] = [new Date(start).getUTCFullYear() + 1, new Date(end).getUTCFullYear()];
  const step = Math.ceil((last - first + 1) / 8);
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place)
    .filter((year) => (year - first) % step === 0)
    .map((year) => ({ year, at: share(Date.UTC(year, 0, 1)) }));
  return { stretches: spans.map(({ item, from, to }) => ({ item, from: share(from), to: share(to) })), years };
}
