import { assignRows } from "./timeline-rows";

/** A dated entry in days since 1970-01-01, both inclusive; infinite where that side is open or unknown. */
export type Dated = {
  readonly lane: string;
  readonly from: number;
  readonly to: number;
  /** "about", "possibly": never falls together with others, so that its doubt stays to be seen. */
  readonly soft?: boolean;
};

/** What is drawn of one lane at one level: an entry, or several. */
export type LevelMark = {
  /** Places in the list of entries. */
  readonly entries: readonly number[];
  readonly row: number;
  /** `spot`: within a stretch that the level can't tell apart; `bar`: as wide as its date; `rest`: what found no row. */
  readonly shape: "spot" | "bar" | "rest";
  /** The first and last day of its entries, inclusive; infinite where one is open. */
  readonly from: number;
  readonly to: number;
  /** The stretch of its row that is its own: no other mark of the row reaches into it. Days; the end is exclusive. */
  readonly start: number;
  readonly end: number;
};

export type LaneLevel = { readonly lane: string; readonly rows: number; readonly marks: readonly LevelMark[] };
export type Level = {
  /** Days that fall together. */
  readonly days: number;
  /** Entries of one day are told apart. */
  readonly tellsApart: boolean;
  readonly lanes: readonly LaneLevel[];
};
/** Everything that a zoom can show, computed once. */
export type Levels = {
  readonly levels: readonly Level[];
  readonly start: number;
  readonly end: number;
};

/** Pixels: what a stretch takes at the least, and from which width of a day on its entries stand for themselves. */
export const SPOT_WIDTH = 24;
const APART_WIDTH = 72;
/** Rows of a lane at the most; what finds none falls together in the last. */
export const MOST_ROWS = 6;
/** Pixels of the narrowest stage. */
const LEAST_WIDTH = 280;

/** @param lanes the lanes in their order; entries of others are not drawn */
export function buildLevels(entries: readonly Dated[], lanes: readonly string[], mostRows = MOST_ROWS): Levels {
  const known = entries.flatMap(({ from, to }) => [from, to + 1]).filter(Number.isFinite);
  const start = known.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
  const end = known.reduce((most, day) => Math.max(most, day), Number.NEGATIVE_INFINITY);
  const extent = known.length > 0 ? { start, end } : { start: 0, end: 1 };
  const byLane = new Map(lanes.map((lane) => [lane, [] as number[]]));
  for (const [index, { lane }] of entries.entries()) byLane.get(lane)?.push(index);
  for (const indexes of byLane.values()) indexes.sort((a, b) => compare(entries[a], entries[b]) || a - b);
  // The widest view that `keepIn` allows.
  const most = (Math.max((extent.end - extent.start) * 2, extent.end - extent.start + 30) * SPOT_WIDTH) / LEAST_WIDTH;
  const lengths = [1];
  while ((lengths.at(-1) ?? 1) < most) lengths.push((lengths.at(-1) ?? 1) * 2);
  const level = (days: number, tellsApart: boolean): Level => ({
    days,
    tellsApart,
    lanes: lanes.map((lane) =>
      layLane(lane, byLane.get(lane) ?? [], { entries, days, tellsApart, extent, mostRows }),
    ),
  });
  return { levels: [level(1, true), ...lengths.map((days) => level(days, false))], ...extent };
}

const compare = (a: Dated | undefined, b: Dated | undefined) =>
  a && b ? order(a.from, b.from) || order(a.to, b.to) : 0;
const order = (a: number, b: number) => (a < b ? -1 : Number(a > b));

/** The level for a view in which a day takes so many pixels. */
export function levelFor({ levels }: Levels, pixelsADay: number): Level {
  const fits = ({ days, tellsApart }: Level) =>
    tellsApart ? pixelsADay >= APART_WIDTH : days * pixelsADay >= SPOT_WIDTH;
  return levels.find(fits) ?? (levels.at(-1) as Level);
}

type Laying = {
  readonly entries: readonly Dated[];
  readonly days: number;
  readonly tellsApart: boolean;
  readonly extent: { readonly start: number; readonly end: number };
  readonly mostRows: number;
};

function layLane(lane: string, indexes: readonly number[], laying: Laying): LaneLevel {
  const { spots, bars } = groupMarks(indexes, laying);
  const offset = spots.length > 0 ? 1 : 0;
  const room = laying.mostRows - offset;
  const laid = assignRows(
    bars.map((bar, id) => ({
      ...bar,
      x: bar.start,
      width: bar.end - bar.start,
      entry: { id: String(id).padStart(8, "0") },
    })),
    0,
  );
  const isOver = laid.rows > room;
  const held = laid.bars.filter(({ row }) => !isOver || row < room - 1);
  const rest = isOver ? together(laid.bars.filter(({ row }) => row >= room - 1)) : [];
  const marks = [
    ...spots,
    ...held.map(({ x: _x, width: _w, entry: _e, row, ...bar }): LevelMark => ({ ...bar, row: row + offset })),
    ...rest.map((mark): LevelMark => ({ ...mark, row: laying.mostRows - 1 })),
  ].sort((a, b) => a.start - b.start || a.row - b.row);
  return { lane, rows: marks.reduce((most, { row }) => Math.max(most, row + 1), 1), marks };
}

type Stretch = Omit<LevelMark, "row">;
/** While it is laid: written in place, for there are ten thousand at a dozen levels. */
type Growing = Omit<LevelMark, "entries" | "from" | "to"> & { entries: number[]; from: number; to: number };

/** What falls together in a stretch of the level, and what is wider than that. Entries of exactly one date are one bar. */
function groupMarks(indexes: readonly number[], { entries, days, tellsApart, extent }: Laying) {
  const spots = new Map<number, Growing>();
  const bars = new Map<string, Stretch & { entries: number[] }>();
  for (const index of indexes) {
    const { from, to, soft } = entries[index] as Dated;
    const stretch = Math.floor(from / days);
    const isSpot = !tellsApart && !soft && to - from < days && to < (stretch + 1) * days;
    if (isSpot) {
      const known = spots.get(stretch);
      if (known) {
        known.entries.push(index);
        known.from = Math.min(known.from, from);
        known.to = Math.max(known.to, to);
      } else {
        const own = { start: stretch * days, end: (stretch + 1) * days };
        spots.set(stretch, { entries: [index], row: 0, shape: "spot", from, to, ...own });
      }
      continue;
    }
    const isAlone = tellsApart && from === to;
    const key = isAlone ? `${index}` : `${from}/${to}/${soft === true}`;
    const known = bars.get(key);
    if (known) known.entries.push(index);
    else bars.set(key, { entries: [index], shape: "bar", from, to, ...stretchOf(from, to, days, extent) });
  }
  return { spots: [...spots.values()], bars: [...bars.values()] };
}

/** At least as long as what falls together, so that a bar can be seen and met. An open side reaches to the end of all. */
function stretchOf(from: number, to: number, days: number, extent: Laying["extent"]) {
  const start = Number.isFinite(from) ? from : Math.min(extent.start, to) - OPEN;
  const end = Number.isFinite(to) ? to + 1 : Math.max(extent.end, start) + OPEN;
  return { start, end: Math.max(end, start + days) };
}
/** How far beyond all that is known an open side goes on: past the edge of the widest view. */
const OPEN = 400_000;

/** Bars that stand over one another as one mark, from the first's beginning to the last's end. */
function together(bars: readonly Stretch[]): Stretch[] {
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
const pick = ({ shape, from, to, start, end, entries }: Stretch): Stretch => ({
  shape,
  from,
  to,
  start,
  end,
  entries,
});
