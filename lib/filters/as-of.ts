import { z } from "zod";
import type { SearchParams } from "./filter";

/** A moment that a reader looks back to. */
export type AsOf = {
  /** As it was asked for, for the address: "2022-11-03" or an ISO instant. */
  readonly text: string;
  readonly isDay: boolean;
  /** The last millisecond that counts, ISO in UTC: of a day its end. */
  readonly until: string;
};

const day = z.iso.date();
const moment = z.iso.datetime({ offset: true });

/**
 * `?at=2022-11-03` is the end of that day in UTC, `?at=2022-11-03T09:30:00Z` that moment, inclusive.
 * @returns null when nothing was asked for; "unreadable" for anything else
 */
export function readAsOf(params: SearchParams): AsOf | "unreadable" | null {
  const raw = params instanceof URLSearchParams ? params.get("at") : [params.at ?? []].flat()[0];
  const text = raw?.trim();
  if (!text) return null;
  if (day.safeParse(text).success) return { text, isDay: true, until: `${text}T23:59:59.999Z` };
  if (!moment.safeParse(text).success) return "unreadable";
  const time = Date.parse(text);
  if (Number.isNaN(time) || Math.abs(new Date(time).getUTCFullYear() - 5000) > 4999) return "unreadable";
  return { text, isDay: false, until: new Date(time).toISOString() };
}

/** What is put behind an address so that it looks back to the same moment. */
export const asOfSuffix = ({ text }: AsOf) => `?at=${encodeURIComponent(text)}`;
