import { addDays, isoDay } from "@/lib/dates/days";
import { type FuzzyDate, parseEdtf } from "@/lib/dates/edtf";
import type { Random } from "./random";

/** When everybody began to write about it. */
const PEAK = "2022-09-13";
const FIRST = "2004-01-01";
const LAST = "2025-06-30";

/** A day with a long tail on both sides of the peak. */
export function pickDay(random: Random): string {
  const days = random.chance(0.75) ? random.wait(260) : -random.wait(500);
  const day = addDays(PEAK, Math.floor(days));
  return day < FIRST || day > LAST ? isoDay(19_248 + random.below(800)) : day;
}

/** A date as a newsroom knows it: most are days, some months, years, approximate, spans or unknown. */
export function pickDate(random: Random): FuzzyDate | null {
  const day = pickDay(random);
  const kind = random.next();
  if (kind < 0.84) return { edtf: day, from: day, to: day };
  if (kind < 0.92) return parseEdtf(day.slice(0, 7));
  if (kind < 0.95) return parseEdtf(day.slice(0, 4));
  if (kind < 0.97) return parseEdtf(`${day.slice(0, 7)}~`);
  return kind < 0.98 ? parseEdtf(`${day}/..`) : null;
}
