import { type Placeholder, type SQLWrapper, sql } from "drizzle-orm";
import { dayIn, isTimeZone, offsetAt } from "@/lib/dates/time-zone";

const systemZones = new Map<string | undefined, string>();

/** The time zone that the machine's own clock shows. Asked of it once: it is slow to say, and each query may ask. */
export function systemZone(): string {
  const known = systemZones.get(process.env.TZ) ?? readSystemZone();
  systemZones.set(process.env.TZ, known);
  return known;
}

function readSystemZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return isTimeZone(timeZone) ? timeZone : "UTC";
}

/** The newsroom's time zone. `db/environment` has held it against its rule at the start. */
export const newsroomZone = (): string => process.env.TIME_ZONE || systemZone();

/** The day that it is in the newsroom. */
export const newsroomDay = (now: Date): string => dayIn(now, newsroomZone());

/**
 * The same for a query, by the database's clock, so that all app servers agree on when a day ends. The zone's own rules stay
 * with `lib`: the database's list of zones may be another one. Read anew for each query, since a part of one may be kept.
 */
export const today: SQLWrapper = { getSQL: () => dayAhead(newsroomOffset()) };

/** @param seconds `newsroomOffset()`, or the placeholder of a query that is made once */
export const dayAhead = (seconds: number | Placeholder) =>
  sql`((now() at time zone 'UTC') + make_interval(secs => ${seconds}))::date`;

/** Seconds that the newsroom's clock is ahead of UTC. */
export const newsroomOffset = (): number => offsetAt(Date.now(), newsroomZone()) / 1000;
