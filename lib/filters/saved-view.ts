import { z } from "zod";
import { addDays, daysBetween, isCalendarDay } from "../dates/days";
import { requiredText } from "../records/input";
import { LIST_NAMES, type ListName } from "../records/list-file";
import { claimFilter } from "./claim-filter";
import { countryFilter } from "./country-filter";
import { eventFilter } from "./event-filter";
import { evidenceFilter } from "./evidence-filter";
import type { FilterProblem } from "./filter";
import { organizationFilter } from "./organization-filter";
import { replyFilter } from "./reply-filter";
import { responseFilter } from "./response-filter";
import { stationFilter } from "./station-filter";

type ListFilter<V> = {
  parse(params: URLSearchParams): { value: V; problems: readonly FilterProblem[] };
  href(path: string, value: V): string;
};
const read =
  <V>(filter: ListFilter<V>, first: Partial<V> = {}) =>
  (query: string) => {
    const { value, problems } = filter.parse(new URLSearchParams(query));
    return { canonical: filter.href("", { ...value, ...first }).replace(/^\?/, ""), problems };
  };

const READERS = {
  stations: read(stationFilter),
  evidence: read(evidenceFilter),
  claims: read(claimFilter),
  responses: read(responseFilter),
  organizations: read(organizationFilter),
  events: read(eventFilter),
  replies: read(replyFilter),
  countries: read(countryFilter, { page: 1 }),
} satisfies Record<ListName, (query: string) => unknown>;

/** A list's view as its filter writes it: without a place in the list, and without what the filter does not know. */
export const canonicalQuery = (list: ListName, query: string): string => READERS[list](query).canonical;

/** What of a query the list's filter does not take. */
export const problemsOfQuery = (list: ListName, query: string): readonly FilterProblem[] =>
  READERS[list](query).problems;

const LONGEST_QUERY = 4000;
const LONGEST_NAME = 80;
export const ticked = z.preprocess((value) => value === true || value === "on" || value === "true", z.boolean());

export const savedViewInput = z.object({
  list: z.enum(LIST_NAMES, { error: "validation.choice" }),
  name: requiredText(LONGEST_NAME),
  query: z.string().max(LONGEST_QUERY),
  /** Everybody of the desk finds it; else its owner alone. */
  isShared: ticked,
  /** Its days move along with today. */
  isRelative: ticked,
});
export type SavedViewInput = z.output<typeof savedViewInput>;

const DAYS = ["from", "to", "periodFrom", "periodTo", "sentFrom", "sentTo", "dueFrom", "dueTo"];

/** Whether a query names days, which can stay or move along. */
export const namesDays = (query: string): boolean =>
  [...new URLSearchParams(query)].some(([key, value]) => DAYS.includes(key) && isCalendarDay(value));

type Saved = { readonly query: string; readonly isRelative: boolean; readonly savedOn: string };

/** The query of a saved view on a day: days that move along have moved by as many as passed since it was saved. */
export function queryOn({ query, isRelative, savedOn }: Saved, today: string): string {
  if (!isRelative) return query;
  const passed = daysBetween(savedOn, today);
  const moved = [...new URLSearchParams(query)].map(([key, value]): [string, string] =>
    DAYS.includes(key) && isCalendarDay(value) ? [key, addDays(value, passed)] : [key, value],
  );
  return new URLSearchParams(moved).toString();
}
