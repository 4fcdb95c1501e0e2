import type { ClaimDates } from "@/lib/dates/claim-dates";
import type { FuzzyDate } from "@/lib/dates/fuzzy-date";
import { MARK_SIZE, type PlacedMark } from "@/lib/timeline/timeline-geometry";
import type { Lane } from "@/lib/timeline/timeline-lane";
import type { StageColours } from "./stage-colours";

type StageLane = Lane | "notes";

/** What a mark stands for: a record, or an annotation of editors. */
export type StageEntry = {
  readonly lane: StageLane;
  readonly title: string;
  /** Where its mark stands. */
  readonly date: FuzzyDate;
  /** When it was, and of which time it speaks. */
  readonly dates: ClaimDates;
  /** Its mark is the time that a claim speaks of. */
  readonly isSpoken: boolean;
  /** The record's page; null where it has none that this reader may see. */
  readonly href: string | null;
  /** "Response, denial" */
  readonly what: string;
  readonly language: string | null;
};

/** A shape for each kind of record, so that none is told by its colour alone. */
function tracePath(ctx: CanvasRenderingContext2D, lane: StageLane, x: number, y: number, size: number) {
  const [right, bottom, half] = [x + size, y + size, size / 2];
  ctx.beginPath();
  switch (lane) {
    case "events":
      ctx.arc(x + half, y + half, half, 0, Math.PI * 2);
      break;
    case "reports":
      ctx.moveTo(x + half, y - 1);
      ctx.lineTo(right + 1, y + half);
      ctx.lineTo(x + half, bottom + 1);
      ctx.lineTo(x - 1, y + half);
      break;
    case "claims":
      ctx.moveTo(x + half, y);
      ctx.lineTo(right, bottom);
      ctx.lineTo(x, bottom);
      break;
    case "responses":
      ctx.rect(x, y, size, size);
      break;
    case "evidence":
      ctx.rect(x + size * 0.15, y - 1, size * 0.7, size + 2);
      break;
    case "notes":
      ctx.moveTo(x, y - 2);
      ctx.lineTo(right, y + half - 2);
      ctx.lineTo(x, bottom - 2);
      break;
  }
  ctx.closePath();
}

type Drawing = {
  readonly ctx: CanvasRenderingContext2D;
  readonly entries: readonly StageEntry[];
  readonly colours: StageColours;
};

/** A title begins in a bar where some of it fits, else behind it. */
const NARROW = 40;
/** The time that a claim speaks of: a line below its title. */
const SPOKEN_HEIGHT = 4;
const UNCERTAIN = /[?%]/;
const APPROXIMATE = /[~%]/;

/** One record, or several with their number. @param room pixels to the next mark of the row, for a title */
export function drawMark(drawing: Drawing, { mark, box }: PlacedMark, room: number) {
  const { ctx, entries, colours } = drawing;
  const first = entries[mark.entries[0] ?? 0];
  if (!first) return;
  const isMany = mark.entries.length > 1;
  const isOneKind = mark.entries.every((index) => entries[index]?.lane === first.lane);
  const colour = isOneKind ? colours[first.lane] : colours.ink;
  if (mark.shape === "spot" && !isMany) {
    const size = box.width;
    tracePath(ctx, first.lane, box.x, box.y + (MARK_SIZE - size) / 2, size);
    ctx.fillStyle = colour;
    ctx.fill();
  } else if (mark.shape === "spot") {
    ctx.beginPath();
    ctx.roundRect(box.x + 1, box.y + 1, box.width - 2, box.height - 2, 4);
    ctx.fillStyle = colours.paper;
    ctx.fill();
    ctx.lineWidth = 2;
    ctx.strokeStyle = colour;
    ctx.stroke();
  } else drawBar(drawing, { mark, box, lane: "" }, first, colour);
  if (isMany) number(drawing, mark.entries.length, box.x + Math.min(box.width, 4000) / 2, box.y + MARK_SIZE / 2);
  else if (mark.shape === "spot") label(drawing, first, box.x + box.width + 5, box.y, room);
  else if (box.width < NARROW) label(drawing, first, box.x + box.width + 5, box.y, room - box.width);
  else label(drawing, first, box.x + 8, box.y, room);
}

function drawBar({ ctx, colours }: Drawing, { mark, box }: PlacedMark, { date, lane }: StageEntry, colour: string) {
  const isMany = mark.entries.length > 1;
  const [openStart, openEnd] = [!Number.isFinite(mark.from), !Number.isFinite(mark.to)];
  const about = !isMany && APPROXIMATE.test(date.edtf);
  const fade = Math.min(box.width / 2, about ? 28 : 120);
  ctx.beginPath();
  if (mark.spoken) ctx.roundRect(box.x, box.y + box.height - SPOKEN_HEIGHT, box.width, SPOKEN_HEIGHT, 2);
  else ctx.roundRect(box.x, box.y + 2, box.width, box.height - 4, 3);
  ctx.globalAlpha = lane === "notes" ? 0.16 : isMany ? 0.2 : 0.32;
  if (openStart || openEnd || about) {
    const gradient = ctx.createLinearGradient(box.x, 0, box.x + box.width, 0);
    const edge = fade / box.width;
    const clear = colour.replace(
      /^rgba?\(([^)]+)\)$/,
      (_all, parts: string) => `rgba(${parts.split(/[ ,]+/).slice(0, 3).join(",")},0)`,
    );
    gradient.addColorStop(0, openStart || about ? clear : colour);
    if (openStart || about) gradient.addColorStop(edge, colour);
    if (openEnd || about) gradient.addColorStop(1 - edge, colour);
    gradient.addColorStop(1, openEnd || about ? clear : colour);
    ctx.fillStyle = gradient;
    ctx.globalAlpha = 0.6;
    ctx.fill();
    ctx.globalAlpha = 1;
    return;
  }
  ctx.fillStyle = colour;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.lineWidth = mark.shape === "rest" ? 2 : 1;
  ctx.strokeStyle = colour;
  ctx.setLineDash(!isMany && UNCERTAIN.test(date.edtf) ? [1, 3] : mark.shape === "rest" ? [5, 3] : []);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.fillStyle = colours.ink;
}

const COMPACT = new Map<number, string>();
const short = (count: number) => {
  const known = COMPACT.get(count);
  if (known) return known;
  const label = count < 1000 ? String(count) : `${Math.floor(count / 1000)}k`;
  COMPACT.set(count, label);
  return label;
};

function number({ ctx, colours }: Drawing, count: number, x: number, y: number) {
  ctx.font = `600 12px ${colours.font}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineWidth = 3;
  ctx.strokeStyle = colours.paper;
  ctx.strokeText(short(count), x, y + 0.5);
  ctx.fillStyle = colours.ink;
  ctx.fillText(short(count), x, y + 0.5);
}

const SIGN = 6.4;
/** Signs of Chinese, Japanese and Korean: about twice as wide as others. */
export const WIDE_STAGE = /[\u2E80-\u9FFF\uAC00-\uD7AF\uFF00-\uFFEF]/;

function label({ ctx, colours }: Drawing, { title }: StageEntry, x: number, y: number, room: number) {
  const fits = Math.floor((room - 20) / (WIDE_STAGE.test(title) ? SIGN * 2.1 : SIGN));
  if (room <= 64 || fits < 6) return;
  const shortTitle = title.length > fits ? `${title.slice(0, fits - 1).trimEnd()}…` : title;
  ctx.font = `13px ${colours.font}`;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.lineWidth = 3;
  ctx.strokeStyle = colours.paper;
  ctx.strokeText(shortTitle, Math.max(x, 4), y + MARK_SIZE / 2);
  ctx.fillStyle = colours.ink;
  ctx.fillText(shortTitle, Math.max(x, 4), y + MARK_SIZE / 2);
}
