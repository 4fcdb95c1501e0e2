import { and, count, isNull, lte, sql } from "drizzle-orm";
import type { DashboardFilter } from "@/lib/filters/dashboard-filter";
import { type StatusDelta, statusChangesOf } from "@/lib/records/status-changes";
import { groupBy } from "@/lib/text/group-by";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { stations, statusReports } from "../../schema";
import { stationsInFilter } from "../filters/filter-conditions";
import { effectiveReports, reportCountsFrom, statusAt, statusOnDay } from "../stations/station-status-at";
import { publishedOf } from "./published";
import { cachedAtRevision } from "./result-cache";

/**
 * Stations by country and status, as they stood on the last day of the period: those that had been reported by then, each
 * with the status that its latest report up to then gives it. Without such a day, as they stand.
 */
export async function countStatuses(reader: Actor, { to, ...filter }: DashboardFilter) {
  const then = db
    .select({
      country: stations.country,
      state: stations.state,
      status: sql<typeof stations.$inferSelect.status>`${statusAt(reader, { to })}`.as("status_then"),
    })
    .from(stations)
    .where(and(stationsInFilter(reader, { ...filter, to }), to ? lte(stations.firstReportedFrom, to) : undefined))
    .as("stations_then");
  return db
    .select({ country: then.country, status: then.status, count: count(), published: publishedOf(then.state) })
    .from(then)
    .groupBy(then.country, then.status)
    .orderBy(then.country, then.status);
}

type StatusDeltaRow = StatusDelta & { readonly country: string };

/** By how much the stations of a country that have a status change on a day: that of a report, or of the first mention. */
async function listStatusChanges(reader: Actor, filter: DashboardFilter): Promise<StatusDeltaRow[]> {
  const rows = await db.execute<StatusDeltaRow>(sql`
    with days as (
      select distinct ${stations.id} as id, ${stations.country} as country, greatest(${reportCountsFrom}, ${stations.firstReportedFrom}) as day
      from ${stations} join ${statusReports} on ${statusReports.stationId} = ${stations.id} and ${effectiveReports(reader)}
      where ${stationsInFilter(reader, filter)} and ${stations.firstReportedFrom} is not null),
    told as (select id, country, day, ${statusOnDay(reader, sql`days.id`, sql`days.day`, false)} as status from days),
    placed as (
      select * from told union all
      select ${stations.id}, ${stations.country}, ${stations.firstReportedFrom}, 'unknown' from ${stations}
      where ${stationsInFilter(reader, filter)} and ${stations.firstReportedFrom} is not null
        and not exists (select 1 from told where told.id = ${stations.id} and told.day = ${stations.firstReportedFrom})),
    stepped as (select country, day, status, lag(status) over (partition by id order by day) as before from placed),
    changed as (
      select country, day, status, 1 as change from stepped where status is distinct from before
      union all select country, day, before, -1 from stepped where before <> status)
    select country, day::text, status, sum(change)::int as change from changed
    group by country, day, status having sum(change) <> 0 order by day, country, status`);
  return [...rows];
}

/**
 * How many stations had which status from each day on which that changed, all together and in each country: from the day
 * on which a station was first reported, by its latest report up to each day, as `unknown` while there is none. With a
 * period the first step is the state of its first day. `undated` stations stand in no step.
 */
export function readStatusChanges(actor: Actor, filter: DashboardFilter) {
  return cachedAtRevision(actor, "status-steps", filter, async (reader) => {
    const [changes, undated] = await Promise.all([
      listStatusChanges(reader, filter),
      db.$count(stations, and(stationsInFilter(reader, filter), isNull(stations.firstReportedFrom))),
    ]);
    const countries = [...groupBy(changes, ({ country }) => country)].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      steps: statusChangesOf(changes, filter),
      countries: countries.map(([country, own]) => ({ country, steps: statusChangesOf(own, filter) })),
      undated,
    };
  });
}
