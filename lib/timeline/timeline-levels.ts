import { type LevelMark, mergeStretches, type Stretch, stretchOf } from "./level-mark";
import { assignRows } from "./timeline-rows";

/** A dated entry in days since 1970-01-01, both inclusive; infinite where that side is open or unknown. */
export type Dated = {
  readonly lane: string;
  readonly from: number;
  readonly to: number;
  /** "about", "possibly": never falls together with others, so that its doubt stays to be seen. */
  readonly soft?: boolean;
  /** The time that a claim speaks of, which has its own mark where it was said: never falls together with those. */
  readonly spoken?: boolean;
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
/** Rows below them for the times that claims speak of: what is open to one side takes its row to the end. */
const MOST_SPOKEN_ROWS = 3;
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
  const isSpoken = (index: number) => laying.entries[index]?.spoken === true;
  const said = layMarks(
    indexes.filter((index) => !isSpoken(index)),
    laying,
  );
  const below = said.reduce((most, { row }) => Math.max(most, row + 1), 0);
  const spoken = layMarks(indexes.filter(isSpoken), { ...laying, mostRows: MOST_SPOKEN_ROWS });
  const marks = [...said, ...spoken.map((mark) => ({ ...mark, row: mark.row + below, spoken: true }))].sort(
    (a, b) => a.start - b.start || a.row - b.row,
  );
  return { lane, rows: marks.reduce((most, { row }) => Math.max(most, row + 1), 1), marks };
}

function layMarks(indexes: readonly number[], laying: Laying): LevelMark[] {
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
  const rest = isOver ? mergeStretches(laid.bars.filter(({ row }) => row >= room - 1)) : [];
  return [
    ...spots,
    ...held.map(({ x: _x, width: _w, entry: _e, row, ...bar }): LevelMark => ({ ...bar, row: row + offset })),
    ...rest.map((mark): LevelMark => ({ ...mark, row: laying.mostRows - 1 })),
  ];
}

/** While it is laid: written in place, for there are ten thousand at a dozen levels. */
type Growing = Omit<LevelMark, "entries" | "from" | "to"> & { entries: number[]; from: number; to: number };

/** What falls together in a stretch of the level, and what is wider than that. Entries of exactly one date are one bar. */
function groupMarks(indexes: readonly number[], { entries, days, tellsApart, extent }: Laying) {
  const spots = new Map<number, Growing>();
  const bars = new Map<string, Stretch & { entries: number[] }>();
  for (const index of indexes) {
    const { from, to, soft, spoken } = entries[index] as Dated;
    const stretch = Math.floor(from / days);
    const isSpot = !tellsApart && !soft && !spoken && to - from < days && to < (stretch + 1) * days;
    if (isSpot) {
      const known = spots.get(stretch);
      if (known) {
        known.entries.push(index);
        known.from = Math.min(known.from, from);
        known.to = Math.max(known.to, to);
      } else {
        const own = { start: stretch * days, end: (stretch + 1) * days };
        spots.set(stretch, { entries: [index], row: 0, shape: "spot", spoken: false, from, to, ...own });
      }
      continue;
    }
    const isAlone = tellsApart && from === to;
    const key = isAlone ? `${index}` : `${from}/${to}/${soft === true}`;
    const known = bars.get(key);
    if (known) known.entries.push(index);
    else
      bars.set(key, {
        entries: [index],
        shape: "bar",
        spoken: false,
        from,
        to,
        ...stretchOf(from, to, days, extent),
      });
  }
  return { spots: [...spots.values()], bars: [...bars.values()] };
}
