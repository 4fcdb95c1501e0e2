import type { LevelMark } from "./level-mark";
import { type LaneLevel, type Level, SPOT_WIDTH } from "./timeline-levels";
import type { TimeView } from "./timeline-view";

/** Pixels. */
export const AXIS_HEIGHT = 30;
const LANE_HEAD_HEIGHT = 22;
const ROW_HEIGHT = 22;
export const MARK_SIZE = 18;
const LANE_GAP = 10;
const FOLDED_GAP = 2;
/** The lane of annotations, which are no records. */
const NOTES = "notes";
/** The least that is drawn of a date. */
const LEAST = 10;

/** What is drawn where: shared by the drawing and by the finger that points at it. */
export type StageFrame = {
  readonly view: TimeView;
  readonly width: number;
  readonly level: Level;
  readonly tops: readonly number[];
  readonly height: number;
};
type PixelBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type PlacedMark = { readonly mark: LevelMark; readonly lane: string; readonly box: PixelBox };

/** Where each lane begins, and how high all are. @param rows of each lane; a lane of none is its name */
export function heightsOf(rows: readonly number[]): Pick<StageFrame, "tops" | "height"> {
  let y = AXIS_HEIGHT;
  const tops = rows.map((count) => {
    const top = y;
    y += LANE_HEAD_HEIGHT + (count > 0 ? count * ROW_HEIGHT + LANE_GAP : FOLDED_GAP);
    return top;
  });
  return { tops, height: y };
}

/**
 * The rows that each lane needs at the zoom of the view: the same wherever one pans, so that nothing jumps. A view without
 * any record needs none.
 */
export function rowsIn(own: Pick<StageFrame, "view" | "width" | "level">): number[] {
  const { lanes } = own.level;
  const isEmpty = !lanes.some((lane) => lane.lane !== NOTES && showsAny(lane, own));
  return lanes.map(({ lane, rows }) => (isEmpty && lane !== NOTES ? 0 : rows));
}

function showsAny(lane: LaneLevel, own: Pick<StageFrame, "view" | "width">): boolean {
  for (const mark of marksIn(lane, own)) if (markBox(mark, 0, own)) return true;
  return false;
}

export const pixelsADay = ({ view, width }: Pick<StageFrame, "view" | "width">) => width / (view.end - view.start);

/** Where a mark is drawn, cut at the edges of the view; null when no part of it can be seen. */
export function markBox(mark: LevelMark, top: number, frame: Pick<StageFrame, "view" | "width">): PixelBox | null {
  const scale = pixelsADay(frame);
  const at = (day: number) => (day - frame.view.start) * scale;
  const y = top + LANE_HEAD_HEIGHT + mark.row * ROW_HEIGHT;
  if (mark.shape === "spot") {
    // A mark of its own size at its days' middle, kept within the stretch that no other mark reaches into.
    const size = mark.entries.length > 1 ? SPOT_WIDTH - 2 : LEAST;
    const [left, right] = [at(mark.start), at(mark.end)];
    const x = Math.min(Math.max(at((mark.from + mark.to + 1) / 2) - size / 2, left), right - size);
    return x >= frame.width || x + size <= 0 ? null : { x, y, width: size, height: MARK_SIZE };
  }
  // As wide as its date, and wide enough to be met within the stretch that is its own; two pixels of paper after it.
  const dated = Number.isFinite(mark.to) ? at(mark.to + 1) : at(mark.end);
  const [left, right] = [at(mark.start), Math.min(at(mark.end), Math.max(dated, at(mark.start) + LEAST + 2))];
  const x = Math.max(left, -2);
  const width = Math.min(right, frame.width + 4) - x - 2;
  return width <= 0 || x >= frame.width || right <= 0 ? null : { x, y, width, height: MARK_SIZE };
}

/** The marks of a lane that the view may show. Sorted by where they begin: those of wide ones are looked through. */
function* marksIn({ marks }: LaneLevel, { view }: Pick<StageFrame, "view">): Generator<LevelMark> {
  for (const mark of marks) {
    if (mark.start >= view.end) return;
    if (mark.end > view.start) yield mark;
  }
}

/** Every mark in the view with its box, lane by lane and from left to right. */
export function placedMarks(frame: StageFrame): PlacedMark[] {
  return frame.level.lanes.flatMap((lane, index) =>
    [...marksIn(lane, frame)].flatMap((mark) => {
      const box = markBox(mark, frame.tops[index] ?? 0, frame);
      return box ? { mark, lane: lane.lane, box } : [];
    }),
  );
}

/** @param slack pixels around a mark that still meet it: a finger is wider than a pointer */
export function markAt(placed: readonly PlacedMark[], x: number, y: number, slack = 0): PlacedMark | null {
  let [best, least]: [PlacedMark | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const one of placed) {
    const { box } = one;
    const dx = Math.max(box.x - x, 0, x - box.x - box.width);
    const dy = Math.max(box.y - y, 0, y - box.y - box.height);
    const away = Math.hypot(dx, dy);
    if (away <= slack && away < least) [best, least] = [one, away];
  }
  return best;
}
