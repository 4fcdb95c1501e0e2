import { AXIS_HEIGHT, type PlacedMark, pixelsADay, type StageFrame } from "@/lib/timeline/timeline-geometry";
import type { TickUnit } from "@/lib/timeline/timeline-scale";
import { ticksIn } from "@/lib/timeline/timeline-ticks";
import type { StageColours } from "./stage-colours";
import { drawMark, type StageEntry } from "./stage-marks";

export type Scene = {
  readonly frame: StageFrame;
  readonly placed: readonly PlacedMark[];
  readonly entries: readonly StageEntry[];
  readonly laneNames: readonly string[];
  readonly colours: StageColours;
  readonly formatTick: (day: string, unit: TickUnit, isMajor: boolean) => string;
  /** The mark that the keyboard or a finger is on. */
  readonly pointed: PlacedMark | null;
  /** The day up to which the page shows the state of affairs: what comes after is faint. */
  readonly until: number | null;
  /** A stretch that is being chosen, in pixels. */
  readonly chosen: readonly [number, number] | null;
};

/** Everything of one frame. Reads and writes nothing but the canvas. */
export function drawStage(ctx: CanvasRenderingContext2D, scene: Scene) {
  const { frame, placed, colours, pointed } = scene;
  ctx.clearRect(0, 0, frame.width, frame.height);
  drawAxis(ctx, scene);
  drawLanes(ctx, scene);
  const next = roomBehind(placed, frame.width);
  for (const [index, one] of placed.entries()) {
    if (one.lane === "notes") drawThread(ctx, one, scene);
    drawMark({ ctx, ...scene }, one, next[index] ?? 0);
  }
  if (pointed) {
    const { box } = pointed;
    ctx.lineWidth = 2;
    ctx.strokeStyle = colours.accent;
    ctx.strokeRect(box.x - 2, box.y - 2, box.width + 4, box.height + 4);
  }
  drawVeil(ctx, scene);
}

/** Pixels from the beginning of each mark to the next of its row: where its title may stand. */
function roomBehind(placed: readonly PlacedMark[], width: number): number[] {
  const next = new Map<number, number>();
  const room: number[] = [];
  for (let index = placed.length - 1; index >= 0; index -= 1) {
    const { box } = placed[index] as PlacedMark;
    room[index] = (next.get(box.y) ?? width) - Math.max(box.x, 0);
    next.set(box.y, box.x);
  }
  return room;
}

function drawAxis(ctx: CanvasRenderingContext2D, { frame, colours, formatTick }: Scene) {
  const { unit, ticks } = ticksIn(frame.view, frame.width);
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.lineWidth = 1;
  for (const { x, day, isMajor } of ticks) {
    const at = Math.round(x) + 0.5;
    ctx.strokeStyle = isMajor ? colours["rule-strong"] : colours.rule;
    ctx.beginPath();
    ctx.moveTo(at, 0);
    ctx.lineTo(at, frame.height);
    ctx.stroke();
    ctx.font = `${isMajor ? 600 : 400} 12px ${colours.font}`;
    ctx.fillStyle = isMajor ? colours.ink : colours.muted;
    if (x < frame.width - 24) ctx.fillText(formatTick(day, unit, isMajor), x + 4, AXIS_HEIGHT / 2);
  }
}

function drawLanes(ctx: CanvasRenderingContext2D, { frame, colours, laneNames }: Scene) {
  ctx.font = `600 13px ${colours.font}`;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  for (const [index, top] of frame.tops.entries()) {
    ctx.strokeStyle = colours.rule;
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(0, top + 0.5);
    ctx.lineTo(frame.width, top + 0.5);
    ctx.stroke();
    const name = laneNames[index] ?? "";
    ctx.lineWidth = 4;
    ctx.strokeStyle = colours.paper;
    ctx.strokeText(name, 2, top + 12);
    ctx.fillStyle = colours.ink;
    ctx.fillText(name, 2, top + 12);
  }
}

/** From an annotation down through the lanes, so that records can be read by it. */
function drawThread(ctx: CanvasRenderingContext2D, { mark, box }: PlacedMark, { frame, colours }: Scene) {
  if (mark.entries.length > 1 || !Number.isFinite(mark.from)) return;
  const x = Math.round((mark.from - frame.view.start) * pixelsADay(frame)) + 0.5;
  if (x < 0) return;
  ctx.setLineDash([2, 4]);
  ctx.strokeStyle = colours.muted;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(x, box.y + box.height);
  ctx.lineTo(x, frame.height);
  ctx.stroke();
  ctx.setLineDash([]);
}

function drawVeil(ctx: CanvasRenderingContext2D, { frame, colours, until, chosen }: Scene) {
  const veil = (from: number, to: number) => {
    if (to <= from) return;
    ctx.globalAlpha = 0.72;
    ctx.fillStyle = colours.paper;
    ctx.fillRect(from, 0, to - from, frame.height);
    ctx.globalAlpha = 1;
  };
  if (until !== null) {
    const x = (until - frame.view.start) * pixelsADay(frame);
    veil(Math.max(x, 0), frame.width);
    ctx.fillStyle = colours.accent;
    if (x >= 0 && x <= frame.width) ctx.fillRect(x - 1, 0, 2, frame.height);
  }
  if (chosen) {
    const [left, right] = [Math.min(...chosen), Math.max(...chosen)];
    veil(0, left);
    veil(right, frame.width);
    ctx.strokeStyle = colours.accent;
    ctx.lineWidth = 2;
    ctx.strokeRect(left, 1, right - left, frame.height - 2);
  }
}
