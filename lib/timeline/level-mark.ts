/** What is drawn of one lane at one level: an entry, or several. */
export type LevelMark = {
  /** Places in the list of entries. */
  readonly entries: readonly number[];
  readonly row: number;
  /** `spot`: within a stretch that the level can't tell apart; `bar`: as wide as its date; `rest`: what found no row. */
  readonly shape: "spot" | "bar" | "rest";
  /** Its entries are times that claims speak of. */
  readonly spoken: boolean;
  /** The first and last day of its entries, inclusive; infinite where one is open. */
  readonly from: number;
  readonly to: number;
  /** The stretch of its row that is its own: no other mark of the row reaches into it. Days; the end is exclusive. */
  readonly start: number;
  readonly end: number;
};

/** A mark of which nobody has said yet in which row. */
export type Stretch = Omit<LevelMark, "row">;
type Extent = { readonly start: number; readonly end: number };

/** At least as long as what falls together, so that a bar can be seen and met. An open side reaches to the end of all. */
export function stretchOf(from: number, to: number, days: number, extent: Extent) {
  const start = Number.isFinite(from) ? from : Math.min(extent.start, to) - OPEN;
  const end = Number.isFinite(to) ? to + 1 : Math.max(extent.end, start) + OPEN;
  return { start, end: Math.max(end, start + days) };
}
/** How far beyond all that is known an open side goes on: past the edge of the widest view. */
const OPEN = 400_000;

/** Bars that stand over one another as one mark, from the first's beginning to the last's end. */
export function mergeStretches(bars: readonly Stretch[]): Stretch[] {
  const merged: (Stretch & { entries: number[] })[] = [];
  for (const bar of [...bars].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (!last || bar.start >= last.end) {
      merged.push({ ...pick(bar), shape: "rest", entries: [...bar.entries] });
      continue;
    }
    for (const entry of bar.entries) last.entries.push(entry);
    Object.assign(last, {
      from: Math.min(last.from, bar.from),
      to: Math.max(last.to, bar.to),
      end: Math.max(last.end, bar.end),
    });
  }
  return merged;
}
const pick = ({ shape, spoken, from, to, start, end, entries }: Stretch): Stretch => ({
  shape,
  spoken,
  from,
  to,
  start,
  end,
  entries,
});
