import { desc, eq, inArray, sql } from "drizzle-orm";
import { GONE_STATES, isPublic, type RecordState } from "@/lib/records/editorial";
import { currentStatus } from "@/lib/records/status";
import type { Tx } from "../../client";
import { stations, statusReports } from "../../schema";

/** The stations that these reports are about, by id. */
export async function stationsOfReports(tx: Tx, reportIds: readonly string[]): Promise<string[]> {
  if (reportIds.length === 0) return [];
  const rows = await tx
    .selectDistinct({ id: statusReports.stationId })
    .from(statusReports)
    .where(inArray(statusReports.id, [...reportIds]));
  return rows.map(({ id }) => id);
}

/** Reports that nobody stands by any more. */
export const TAKEN_BACK: readonly RecordState[] = [...GONE_STATES, "unpublished", "retracted"];

/**
 * Keeps `stations.status` (from published reports) and `stations.deskStatus` (from all) in step with the history, in
 * the transaction that changed it. They are projections: the station's version and revisions stay as they are.
 * @param left stations that these reports were about before the change
 */
export async function refreshStatuses(
  tx: Tx,
  reportIds: readonly string[],
  left: readonly string[] = [],
): Promise<void> {
  const touched = [...new Set([...(await stationsOfReports(tx, reportIds)), ...left])];
  if (touched.length === 0) return;
  // Whoever reports on the same station at the same moment waits, and then counts this report as well. Their rows hold a
  // share of the station's key already: only a lock that leaves the key alone keeps two of them from waiting for each other.
  await tx
    .select({ id: stations.id })
    .from(stations)
    .where(inArray(stations.id, touched))
    .orderBy(stations.id)
    .for("no key update");
  const reports = await tx
    .select({
      id: statusReports.id,
      stationId: statusReports.stationId,
      status: statusReports.status,
      state: statusReports.state,
      edtf: statusReports.asOfEdtf,
      from: statusReports.asOfFrom,
      to: statusReports.asOfTo,
      responseId: statusReports.responseId,
      recordedAt: statusReports.createdAt,
    })
    .from(statusReports)
    .where(inArray(statusReports.stationId, touched))
    .orderBy(statusReports.stationId, desc(statusReports.asOfSort), statusReports.id);

  const values = touched.map((id) => {
    const own = reports.filter(({ stationId, state }) => stationId === id && !TAKEN_BACK.includes(state));
    const dated = own.map(({ edtf, from, to, responseId, ...report }) => ({
      ...report,
      basis: responseId ? ("response" as const) : ("evidence" as const),
      asOf: edtf === null ? null : { edtf, from, to },
    }));
    const out = dated.filter(({ state }) => isPublic(state));
    return {
      id,
      status: currentStatus(out)?.status ?? "unknown",
      deskStatus: currentStatus(dated)?.status ?? "unknown",
    };
  });
  await tx
    .update(stations)
    .set({ status: sql`changed.status`, deskStatus: sql`changed."deskStatus"` })
    .from(
      sql`jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as changed(id uuid, status station_status, "deskStatus" station_status)`,
    )
    .where(eq(stations.id, sql`changed.id`));
}
