import { and, desc, eq, inArray, lte, not, type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/actor";
import { PUBLIC_STATES } from "@/lib/editorial";
import type { Scope } from "@/lib/scope-filter";
import type { StationStatus } from "@/lib/status";
import { db } from "../client";
import { stations, statusReports } from "../schema";
import { visibleTo } from "./scope";
import { TAKEN_BACK } from "./station-status";
import { statusColumn } from "./stations";

/**
 * A station's status for this reader, as an expression of a query on `stations`: the one of the latest report dated up to
 * `to`, in the order of `compareReports`; without `to` the one that is kept. What was not reported by then is unknown.
 */
export function statusAt(actor: Actor, { to, records }: Partial<Pick<Scope, "to" | "records">>): SQL<StationStatus> {
  const isPublic = records === "published";
  if (to === undefined) return sql<StationStatus>`${isPublic ? stations.status : statusColumn(actor)}`;
  const latest = db
    .select({ status: statusReports.status })
    .from(statusReports)
    .where(
      and(
        eq(statusReports.stationId, stations.id),
        visibleTo(actor, statusReports),
        isPublic ? inArray(statusReports.state, [...PUBLIC_STATES]) : undefined,
        not(inArray(statusReports.state, [...TAKEN_BACK])),
        lte(statusReports.asOfSort, to),
      ),
    )
    .orderBy(
      desc(statusReports.asOfSort),
      sql`${statusReports.asOfTo} asc nulls last`,
      sql`(${statusReports.status} = 'unknown')`,
      sql`(${statusReports.responseId} is null)`,
      desc(statusReports.createdAt),
      desc(statusReports.id),
    )
    .limit(1);
  return sql<StationStatus>`coalesce((${latest}), 'unknown')`;
}
