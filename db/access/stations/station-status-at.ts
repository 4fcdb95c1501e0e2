import { and, eq, inArray, lte, not, type SQL, sql } from "drizzle-orm";
import type { DashboardFilter } from "@/lib/filters/dashboard-filter";
import type { StationStatus } from "@/lib/records/status";
import type { Actor } from "@/lib/workflow/actor";
import { stations, statusReports } from "../../schema";
import { isPublicRecord, visibleTo } from "../visibility";
import { TAKEN_BACK } from "./station-status";
import { statusColumn } from "./stations";

/** The reports that a status is derived from for this reader: those that somebody stands by still. */
export const effectiveReports = (actor: Actor): SQL | undefined =>
  and(visibleTo(actor, statusReports), not(inArray(statusReports.state, [...TAKEN_BACK])));

/** The last report first: `compareReports` of lib/status in SQL. */
export const lastReportFirst: SQL = sql`${statusReports.asOfSort} desc, ${statusReports.asOfTo} asc nulls last, ${statusReports.status} = 'unknown', ${statusReports.responseId} is null, ${statusReports.createdAt} desc, ${statusReports.id} desc`;

/**
 * A station's status for this reader, as an expression of a query on `stations`: the one of the latest report dated up to
 * `to`, in the order of `compareReports`; without `to` the one that is kept. What was not reported by then is unknown.
 */
export function statusAt(
  actor: Actor,
  { to, records }: Partial<Pick<DashboardFilter, "to" | "records">>,
): SQL<StationStatus> {
  const isPublic = records === "published";
  if (to === undefined) return sql<StationStatus>`${isPublic ? stations.status : statusColumn(actor)}`;
  const which = and(
    eq(statusReports.stationId, stations.id),
    effectiveReports(actor),
    isPublic ? isPublicRecord(statusReports) : undefined,
    lte(statusReports.asOfSort, to),
  );
  return sql<StationStatus>`coalesce((select ${statusReports.status} from ${statusReports} where ${which} order by ${lastReportFirst} limit 1), 'unknown')`;
}
