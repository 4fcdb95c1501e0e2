import { BOX_FIELDS } from "./redaction";
import { rowCount, rowField } from "./rows";

type BoxField = (typeof BOX_FIELDS)[number];
/** A box as its fields stand in the form. */
export type BoxRow = Readonly<Record<BoxField, string>>;

type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;
const textOf = (value: Fields[string]) => (typeof value === "string" ? value : (value?.[0] ?? "")).slice(0, 20);

/** The boxes that a form or an address holds; rows without any place are left out. */
export function boxRowsOf(fields: Fields): BoxRow[] {
  const rows = Array.from({ length: Math.min(rowCount(fields, "boxes"), 200) }, (_, index) => rowOf(fields, index));
  return rows.filter((row) => BOX_FIELDS.some((field) => field !== "page" && row[field] !== ""));
}

function rowOf(fields: Fields, index: number): BoxRow {
  const read = (field: BoxField) => textOf(fields[rowField("boxes", index, field)]);
  return { page: read("page"), left: read("left"), top: read("top"), width: read("width"), height: read("height") };
}

/** A box as it is drawn on its page; null while its fields say no place. */
export function placeOfRow(row: BoxRow): { left: number; top: number; width: number; height: number } | null {
  const [left, top, width, height] = (["left", "top", "width", "height"] as const).map((field) =>
    row[field] === "" ? Number.NaN : Number(row[field].replace(",", ".")),
  ) as [number, number, number, number];
  return [left, top, width, height].every(Number.isFinite) && width > 0 && height > 0
    ? { left, top, width, height }
    : null;
}

type Point = { readonly x: number; readonly y: number };
const percent = (value: number) => String(Math.round(Math.min(100, Math.max(0, value)) * 100) / 100);

/** The box between two points of a page, in per cent of it; null when that is too small to be meant. */
export function rowBetween(page: number, from: Point, to: Point): BoxRow | null {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)].map((x) => Math.min(100, Math.max(0, x)));
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)].map((y) => Math.min(100, Math.max(0, y)));
  const [width, height] = [(right ?? 0) - (left ?? 0), (bottom ?? 0) - (top ?? 0)];
  if (width < 0.3 || height < 0.3) return null;
  return {
    page: String(page),
    left: percent(left ?? 0),
    top: percent(top ?? 0),
    width: percent(width),
    height: percent(height),
  };
}

const STEP = 0.5;
const MOVES: Readonly<Record<string, readonly ["left" | "top", "width" | "height", number]>> = {
  ArrowLeft: ["left", "width", -STEP],
  ArrowRight: ["left", "width", STEP],
  ArrowUp: ["top", "height", -STEP],
  ArrowDown: ["top", "height", STEP],
};

/** The row after an arrow key: moved, or with Shift made larger or smaller; null for any other key. */
export function rowAfterKey(row: BoxRow, key: string, isSizing: boolean): BoxRow | null {
  const [place, size, step] = MOVES[key] ?? [];
  const shown = placeOfRow(row);
  if (!place || !size || step === undefined || !shown) return null;
  if (isSizing) return { ...row, [size]: percent(Math.max(STEP, Math.min(100 - shown[place], shown[size] + step))) };
  return { ...row, [place]: percent(Math.min(100 - shown[size], shown[place] + step)) };
}
