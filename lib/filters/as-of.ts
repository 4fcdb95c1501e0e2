import { z } from "zod";
import { endOfDayIn, instantOf, isWallTime } from "../dates/time-zone";
import { defineFilter, type SearchParams } from "./filter";
import { cursorField, textField } from "./filter-field";

/** A moment that a reader looks back to. */
export type AsOf = {
  /** As it was asked for, for the address: "2022-11-03", an ISO instant, or a time by the newsroom's clock. */
  readonly text: string;
  readonly isDay: boolean;
  /** The last millisecond that counts, ISO in UTC: of a day its end. */
  readonly until: string;
};
/** No moment, or one that the newsroom's clock was put forward past. */
export type AsOfProblem = "unreadable" | "skipped";

const day = z.iso.date();
const moment = z.iso.datetime({ offset: true });

/**
 * `?at=2022-11-03` is the end of that day in the newsroom, `?at=2022-11-03T09:30:00Z` that moment, inclusive; without an
 * offset it is read on the newsroom's clock, of a doubled hour the first.
 * @returns null when nothing was asked for
 */
export function readAsOf(params: SearchParams, timeZone: string): AsOf | AsOfProblem | null {
  const raw = params instanceof URLSearchParams ? params.get("at") : [params.at ?? []].flat()[0];
  const text = raw?.trim();
  if (!text) return null;
  if (day.safeParse(text).success) return { text, isDay: true, until: endOfDayIn(text, timeZone).toISOString() };
  if (isWallTime(text)) {
    const instant = instantOf(text, timeZone);
    return instant ? asOfInstant(text, instant) : "skipped";
  }
  return moment.safeParse(text).success ? asOfInstant(text, new Date(text)) : "unreadable";
}

function asOfInstant(text: string, instant: Date): AsOf | "unreadable" {
  const isFar = Number.isNaN(instant.getTime()) || Math.abs(instant.getUTCFullYear() - 5000) > 4999;
  return isFar ? "unreadable" : { text, isDay: false, until: instant.toISOString() };
}

/** A page of the stations of the whole dossier at a moment, by their slugs. */
export const dossierAsOfFilter = defineFilter({
  at: textField(),
  after: cursorField(z.strictObject({ slug: z.string() })),
});

/** What is put behind an address so that it looks back to the same moment. */
export const asOfSuffix = ({ text }: AsOf) => `?at=${encodeURIComponent(text)}`;
