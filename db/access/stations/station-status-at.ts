import { and, inArray, not, notInArray, type SQL, sql } from "drizzle-orm";
import type { DashboardFilter } from "@/lib/filters/dashboard-filter";
import { NO_STEPS, type StationStatus } from "@/lib/records/status";
import type { Actor } from "@/lib/workflow/actor";
import { stations, statusReports } from "../../schema";
import { isPublicRecord, visibleTo } from "../visibility";
import { TAKEN_BACK } from "./station-status";
import { statusColumn } from "./stations";

/** The reports that a status is derived from for this reader: those that somebody stands by still. */
export const effectiveReports = (actor: Actor): SQL | undefined =>
  and(visibleTo(actor, statusReports), not(inArray(statusReports.state, [...TAKEN_BACK])));

const isStep: SQL = sql`${notInArray(statusReports.status, [...NO_STEPS])}`;
const isUndatedStep: SQL = sql`(${statusReports.asOfEdtf} is null and ${isStep})`;

/** `countsFrom` of lib/records/status in SQL. */
export const reportCountsFrom: SQL = sql`case when ${isUndatedStep} then ${statusReports.createdAt}::date else ${statusReports.asOfSort} end`;

/**
 * The report that a status is derived from first: the last of `sortReports` of lib/records/status, in SQL.
 * @param among what the reports are told apart by, whose steps decide about each other
 */
export const lastReportFirst = (among: SQL = sql``): SQL =>
  sql`case when ${isUndatedStep} then 1 when bool_or(${statusReports.asOfEdtf} is not null and ${isStep}) over (${among}) then 2 else 0 end desc, ${statusReports.asOfSort} desc, ${statusReports.asOfTo} asc nulls last, ${statusReports.status} = 'unknown', ${statusReports.responseId} is null, ${statusReports.createdAt} desc, ${statusReports.id} desc`;

/** A station's status at the end of a day, from the reports that this reader sees; null when there was none. */
export const statusOnDay = (actor: Actor, station: SQL, day: SQL, isPublic: boolean): SQL<StationStatus | null> => {
  const which = and(
    sql`${statusReports.stationId} = ${station}`,
    effectiveReports(actor),
    isPublic ? isPublicRecord(statusReports) : undefined,
    sql`${reportCountsFrom} <= ${day}`,
  );
  return sql`(select ${statusReports.status} from ${statusReports} where ${which} order by ${lastReportFirst()} limit 1)`;
};

/**
 * A station's status for this reader, as an expression of a query on `stations`: the one that follows from the reports which
 * count up to `to`; without `to` the one that is kept. What was not reported by then is unknown.
 */
export function statusAt(
  actor: Actor,
  { to, records }: Partial<Pick<DashboardFilter, "to" | "records">>,
): SQL<StationStatus> {
  const isPublic = records === "published";
  if (to === undefined) return sql<StationStatus>`${isPublic ? stations.status : statusColumn(actor)}`;
  return sql<StationStatus>`coalesce(${statusOnDay(actor, sql`${stations.id}`, sql`${to}::date`, isPublic)}, 'unknown')`;
}
