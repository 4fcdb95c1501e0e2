import { addDays, mondayOf } from "../dates/days";
import { WAITING_STATES, type WaitingState } from "../workflow/waiting-states";

/** How far back the desk's own figures look, and how long the time before it is that they are compared with. */
export const DESK_DAYS = 84;
export const DESK_WEEKS = DESK_DAYS / 7;

/** What went through the desk, in the order of the work. */
export const DESK_ACTIVITIES = ["submitted", "decided", "published"] as const;

/** Steps of the desk in a calendar week. */
export type DeskWeek = {
  /** Its Monday, ISO. */
  readonly week: string;
} & Readonly<Record<(typeof DESK_ACTIVITIES)[number], number>>;

/** Every week up to today's, the oldest first: one in which nothing was done is a true 0. */
export function fillWeeks(rows: readonly DeskWeek[], today: string): DeskWeek[] {
  const monday = mondayOf(today);
  const known = new Map(rows.map((row) => [row.week, row]));
  return Array.from({ length: DESK_WEEKS }, (_, index) => {
    const week = addDays(monday, (index + 1 - DESK_WEEKS) * 7);
    const { submitted = 0, decided = 0, published = 0 } = known.get(week) ?? {};
    return { week, submitted, decided, published };
  });
}

type Duration = { readonly unit: "minute" | "hour" | "day"; readonly count: number };

/** A length of time as a person would say it: minutes up to an hour, hours up to two days, then days, to one decimal. */
export function durationOf(seconds: number): Duration {
  if (seconds < 3600) return { unit: "minute", count: Math.max(1, Math.round(seconds / 60)) };
  if (seconds < 2 * 86_400) return { unit: "hour", count: Math.round(seconds / 360) / 10 };
  return { unit: "day", count: Math.round(seconds / 8640) / 10 };
}

type WaitingCount = { readonly state: WaitingState; readonly count: number; readonly oldest: string | null };

/** All states in the order of the work, also those in which nothing waits (a true 0). `oldest` is an ISO instant. */
export function waitingByState(rows: readonly WaitingCount[]): WaitingCount[] {
  return WAITING_STATES.map((state) => {
    const own = rows.filter((row) => row.state === state);
    const [oldest = null] = own.flatMap((row) => row.oldest ?? []).sort();
    return { state, count: own.reduce((sum, { count }) => sum + count, 0), oldest };
  });
}
