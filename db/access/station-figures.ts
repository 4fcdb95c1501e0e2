import { and, count, eq, inArray, isNotNull, lte, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/actor";
import { PUBLIC_STATES } from "@/lib/editorial";
import { groupBy } from "@/lib/group-by";
import { may } from "@/lib/policy";
import type { Scope } from "@/lib/scope-filter";
import { type StatusChange, stepsOf } from "@/lib/status-steps";
import { db } from "../client";
import { stations, statusReports } from "../schema";
import { atHead } from "./kept";
import { publishedOf } from "./published";
import { stationsOf } from "./scope-conditions";
import { TAKEN_BACK } from "./station-status";
import { statusColumn } from "./stations";

/** The reports that a status is derived from for this reader: those that the desk stands by, or the published ones. */
const reportsCounted = (reader: Actor): SQL =>
  may(reader, "read drafts")
    ? notInArray(statusReports.state, [...TAKEN_BACK])
    : inArray(statusReports.state, [...PUBLIC_STATES]);

/** The last report first: `compareReports` of lib/status in SQL, for reports that bear a date. */
const LAST_FIRST = sql`${statusReports.asOfSort} desc, coalesce(${statusReports.asOfTo}, 'infinity'::date), ${statusReports.status} = 'unknown', ${statusReports.responseId} is null, ${statusReports.createdAt} desc, ${statusReports.id} desc`;

/** The status as the reports dated up to a day tell it; null where none does. */
const statusBy = (reader: Actor, to: string) =>
  sql`(select ${statusReports.status} from ${statusReports} where ${and(eq(statusReports.stationId, stations.id), reportsCounted(reader), isNotNull(statusReports.asOfEdtf), lte(statusReports.asOfSort, to))} order by ${LAST_FIRST} limit 1)`;

/**
 * Stations by country and status, as they stood on the last day of the period: of those that had been reported by then,
 * each with the status that its latest report up to then gives it. Without such a day, as they stand.
 */
export async function countStatuses(reader: Actor, scope: Scope) {
  const where = stationsOf(reader, scope);
  const { to } = scope;
  if (!to) {
    const status = statusColumn(reader);
    return db
      .select({ country: stations.country, status, count: count(), published: publishedOf(stations.state) })
      .from(stations)
      .where(where)
      .groupBy(stations.country, status)
      .orderBy(stations.country, status);
  }
  const then = db
    .select({
      country: stations.country,
      state: stations.state,
      status: sql<(typeof stations.$inferSelect)["status"] | null>`${statusBy(reader, to)}`.as("then"),
      isThere: sql<boolean>`${and(isNotNull(stations.firstReportedEdtf), lte(stations.firstReportedSort, to))}`.as(
        "there",
      ),
    })
    .from(stations)
    .where(where)
    .as("stations_then");
  const status = sql<(typeof stations.$inferSelect)["status"]>`coalesce(${then.status}, 'unknown')`;
  return db
    .select({ country: then.country, status, count: count(), published: publishedOf(then.state) })
    .from(then)
    .where(or(then.isThere, isNotNull(then.status)))
    .groupBy(then.country, sql`2`)
    .orderBy(then.country, sql`2`);
}

/** Every change of the number of stations of a country that have a status, by the day of the report. */
function listChanges(reader: Actor, scope: Scope): Promise<(StatusChange & { country: string })[]> {
  const last = db
    .selectDistinctOn([statusReports.stationId, statusReports.asOfSort], {
      stationId: statusReports.stationId,
      day: statusReports.asOfSort,
      status: statusReports.status,
    })
    .from(statusReports)
    .where(and(reportsCounted(reader), isNotNull(statusReports.asOfEdtf)))
    .orderBy(sql`${statusReports.stationId}, ${LAST_FIRST}`);
  return db.execute<StatusChange & { country: string }>(sql`
    with own as (select ${stations.id} as id, ${stations.country} as country,
        case when ${stations.firstReportedEdtf} is not null then ${stations.firstReportedSort} end as reported
      from ${stations} where ${stationsOf(reader, scope)}),
    told as (select own.id, own.country, last.day, last.status
      from (${last}) as last (station_id, day, status) join own on own.id = last.station_id),
    placed as (select id, country, day, status from told
      union all select id, country, reported, 'unknown' from own
        where reported < coalesce((select min(day) from told where told.id = own.id), 'infinity'::date)),
    stepped as (select country, day, status, lag(status) over (partition by id order by day) as before from placed),
    changed as (select country, day, status, 1 as change from stepped where status is distinct from before
      union all select country, day, before, -1 from stepped where before is not null and status <> before)
    select country, day::text, status, sum(change)::int as change from changed
    group by country, day, status having sum(change) <> 0 order by day, country, status`) as unknown as Promise<
    (StatusChange & { country: string })[]
  >;
}

/** Stations that no date places: in no step of theirs. */
async function countUndated(reader: Actor, scope: Scope): Promise<number> {
  return db.$count(
    stations,
    and(
      stationsOf(reader, scope),
      sql`${stations.firstReportedEdtf} is null`,
      sql`not exists (select 1 from ${statusReports} where ${and(eq(statusReports.stationId, stations.id), reportsCounted(reader), isNotNull(statusReports.asOfEdtf))})`,
    ),
  );
}

export type StatusSteps = Awaited<ReturnType<typeof readStatusSteps>>;

/**
 * How many stations had which status from each day on which that changed, all together and in each country: from the day
 * a station was first reported (until its first report of a status it counts as `unknown`), by its latest report up to
 * each day. With a period, the first step is the state of its first day. `undated` stations stand in no step.
 */
export function readStatusSteps(actor: Actor, scope: Scope) {
  return atHead(actor, "status-steps", scope, async (reader) => {
    const [changes, undated] = await Promise.all([listChanges(reader, scope), countUndated(reader, scope)]);
    return {
      steps: stepsOf(changes, scope),
      countries: [...groupBy(changes, ({ country }) => country)]
        .map(([country, own]) => ({ country, steps: stepsOf(own, scope) }))
        .sort((a, b) => (a.country < b.country ? -1 : 1)),
      undated,
    };
  });
}
