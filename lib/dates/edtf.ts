import edtfOf, { parse } from "edtf";
import { z } from "zod";
import { isBlank } from "../text/blank";
import { readDateText } from "./date-text";
import { dayOf, isCalendarDay } from "./days";
import type { FuzzyDate } from "./fuzzy-date";

export type { FuzzyDate } from "./fuzzy-date";
export { formatFuzzyDate as sayDate } from "./fuzzy-date";

/** Text that is no EDTF level 1 date of the years 1 to 9999. */
export class NotEdtf extends Error {
  override readonly name = "NotEdtf";
}

const LONGEST = 60;
const LEVEL_1 = { level: 1, types: ["Date", "Season", "Interval"] };
const utc = (year: number, month: number, day: number) => {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month, day);
  return moment.getTime();
};

type Span = { readonly from: string | null; readonly to: string | null };

function spanOf(lowest: number | null, highest: number | null): Span {
  return {
    from: lowest === null || !Number.isFinite(lowest) ? null : dayOf(lowest),
    to: highest === null || !Number.isFinite(highest) ? null : dayOf(highest),
  };
}

/** Meteorological seasons of the northern hemisphere; winter (24) begins in its year and ends with the next February. */
function seasonSpan(year: number, season: number): Span {
  const firstMonth = 2 + (season - 21) * 3;
  return spanOf(utc(year, firstMonth, 1), utc(year, firstMonth + 3, 0));
}

/**
 * Reads EDTF level 1 (ISO 8601-2): "2022-10-26", "2022-10~", "2022?", "2016/..", "201X", "2022-22" (summer).
 * `from` and `to` are the first and last day that the text allows, inclusive, in no time zone; null where it is open or
 * unknown. "about" and "possibly" widen nothing. A span runs from the earlier to the later date.
 * @throws NotEdtf also for times of day, negative and five-digit years, and "../..": an unknown date is null, not text.
 */
export function parseEdtf(text: string): FuzzyDate {
  const edtf = text.trim().toUpperCase();
  if (edtf.length > LONGEST || /[T:]/.test(edtf)) throw new NotEdtf(text);
  const span = readSpan(edtf);
  if (span.from === null && span.to === null) throw new NotEdtf(text);
  for (const day of [span.from, span.to]) if (day !== null && !/^(?!0000)\d{4}-/.test(day)) throw new NotEdtf(text);
  return { edtf, ...span };
}

/** A year, a month or a day, with nothing more. Seasons are months beyond December, and not among them. */
const PLAIN = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$/;

const lastDay = (year: number, month: number) =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

/** Most dates are plain ones, and the grammar takes a hundred times as long over them. Null: not such a date. */
function readPlain(edtf: string): Span | null {
  const [, year, month, day] = PLAIN.exec(edtf) ?? [];
  if (year === undefined) return null;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const last = lastDay(Number(year), Number(month));
  if (day === undefined) return { from: `${year}-${month}-01`, to: `${year}-${month}-${last}` };
  return Number(day) >= 1 && Number(day) <= last ? { from: edtf, to: edtf } : null;
}

function readSpan(edtf: string): Span {
  const plain = readPlain(edtf);
  if (plain) return plain;
  // The parser takes the 29th of February for a day of every year.
  for (const day of edtf.match(/\d{4}-\d{2}-\d{2}/g) ?? []) if (!isCalendarDay(day)) throw new NotEdtf(edtf);
  try {
    const node = parse(edtf, LEVEL_1);
    if (node.type === "Season") return seasonSpan(Number(node.values[0]), Number(node.values[1]));
    const { min, max } = edtfOf(node);
    return spanOf(min, max);
  } catch (reason) {
    throw new NotEdtf(edtf, { cause: reason });
  }
}

const NOT_EDTF = "validation.edtf";

/** EDTF, or a date as people write them; what may be either of two days is none. @throws NotEdtf */
export function readDate(text: string): FuzzyDate | "ambiguous" {
  try {
    return parseEdtf(text);
  } catch (reason) {
    const read = readDateText(text);
    if (read === null) throw reason;
    return read === "ambiguous" ? read : parseEdtf(read.edtf);
  }
}

/** What a person types, required: EDTF text, or a date as people write them → FuzzyDate. */
export const edtfInput = z.string({ error: NOT_EDTF }).transform((text, context): FuzzyDate => {
  try {
    const date = readDate(text);
    if (date !== "ambiguous") return date;
    context.addIssue({ code: "custom", message: "validation.ambiguousDate", input: text });
  } catch (reason) {
    if (!(reason instanceof NotEdtf)) throw reason;
    context.addIssue({ code: "custom", message: NOT_EDTF, input: text });
  }
  return z.NEVER;
});

const blankToNull = (value: unknown) => (typeof value === "string" && isBlank(value) ? null : value);

/** As `edtfInput`; empty, null and absent are the unknown date: null. */
export const optionalEdtf = z.preprocess(blankToNull, edtfInput.nullable().default(null));
