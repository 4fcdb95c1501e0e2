import { inArray, type SQLWrapper, sql } from "drizzle-orm";
import { GONE_STATES, isPublic, type RecordState } from "@/lib/records/editorial";
import { currentStatus } from "@/lib/records/status";
import { executeLast, executePrepared, type Tx } from "../../client";
import { writeTextArray } from "../../connection/text-array";
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
  await refreshStations([...new Set([...(await stationsOfReports(tx, reportIds)), ...left])]);
}

type Report = Pick<typeof statusReports.$inferSelect, "id" | "stationId" | "status" | "state" | "responseId"> & {
  readonly edtf: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly recordedAt: string;
};

/** The same of stations whose reports changed. */
export async function refreshStations(touched: readonly string[]): Promise<void> {
  if (touched.length === 0) return;
  const isTouched = (column: SQLWrapper) => sql`${column} in (select unnest(${writeTextArray(touched)}::uuid[]))`;
  const [, reports] = await Promise.all([
    // Whoever reports on the same station at the same moment waits, and then counts this report as well. Their rows hold a
    // share of the station's key already: only a lock that leaves the key alone keeps two of them from waiting for each other.
    executePrepared(
      sql`select from ${stations} where ${isTouched(stations.id)} order by ${stations.id} for no key update`,
    ),
    executePrepared<Report>(sql`
      select ${statusReports.id}, ${statusReports.stationId} as "stationId", ${statusReports.status}, ${statusReports.state},
        ${statusReports.asOfEdtf} as edtf, ${statusReports.asOfFrom} as "from", ${statusReports.asOfTo} as "to",
        ${statusReports.responseId} as "responseId", ${statusReports.createdAt} as "recordedAt"
      from ${statusReports} where ${isTouched(statusReports.stationId)}
      order by ${statusReports.stationId}, ${statusReports.asOfSort} desc, ${statusReports.id}`),
  ]);
  executeLast(sql`
    update ${stations} set status = changed.status, desk_status = changed."deskStatus"
    from json_to_recordset(${JSON.stringify(touched.map((id) => statusesOf(id, reports)))}::text::json)
      as changed(id uuid, status station_status, "deskStatus" station_status)
    where ${stations.id} = changed.id`);
}

function statusesOf(id: string, reports: readonly Report[]) {
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
}
