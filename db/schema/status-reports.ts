import { sql } from "drizzle-orm";
import { check, index, pgTable, uuid } from "drizzle-orm/pg-core";
import { editorial, editorialChecks, fuzzyDate, fuzzyDateCheck, waitingIndexes } from "./columns";
import { evidence } from "./evidence";
import { responses } from "./responses";
import { stationStatus, stations } from "./stations";

/** The history that a station's status is derived from: who reported what, as of when, on which basis. */
export const statusReports = pgTable(
  "status_reports",
  {
    ...editorial(),
    stationId: uuid("station_id")
      .notNull()
      .references(() => stations.id),
    status: stationStatus("status").notNull(),
    ...fuzzyDate("asOf", "as_of"),
    responseId: uuid("response_id").references(() => responses.id),
    evidenceId: uuid("evidence_id").references(() => evidence.id),
  },
  (report) => [
    index("status_reports_by_date").on(report.asOfSort, report.id),
    index("status_reports_by_station").on(report.stationId, report.asOfSort, report.id),
    index("status_reports_by_response").on(report.responseId),
    index("status_reports_by_evidence").on(report.evidenceId),
    index("status_reports_by_state").on(report.state, report.asOfSort, report.id),
    index("status_reports_by_change").on(report.updatedAt, report.id),
    ...waitingIndexes("status_reports", report),
    ...editorialChecks("status_reports"),
    fuzzyDateCheck("status_reports", "as_of"),
    check("status_reports_basis", sql`${report.responseId} is not null or ${report.evidenceId} is not null`),
  ],
);
