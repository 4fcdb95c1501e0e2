import { type SQL, sql } from "drizzle-orm";
import { claims, evidenceStations, responseStations, revisions, statusReports } from "../../schema";
import { IS_MOVED } from "../../schema/revisions";
import { isOneOf } from "../records/bulk-rows";
import { editorialTableOf } from "../tables";

/** What names these stations today. */
const NAMING = {
  evidence: (ids: readonly string[]) =>
    sql`select ${evidenceStations.evidenceId} from ${evidenceStations} where ${isOneOf(evidenceStations.stationId, ids, "uuid")}`,
  response: (ids: readonly string[]) =>
    sql`select ${responseStations.responseId} from ${responseStations} where ${isOneOf(responseStations.stationId, ids, "uuid")}`,
  claim: (ids: readonly string[]) =>
    sql`select ${claims.id} from ${claims} where ${isOneOf(claims.stationId, ids, "uuid")}`,
  status_report: (ids: readonly string[]) =>
    sql`select ${statusReports.id} from ${statusReports} where ${isOneOf(statusReports.stationId, ids, "uuid")}`,
} as const;

/** The records that may have named one of these stations at some moment: those that do so today, and all that once named others than now. */
export const everOf = (kind: keyof typeof NAMING, stationIds: readonly string[]): SQL =>
  sql`${editorialTableOf(kind).id} in (
    ${NAMING[kind](stationIds)}
    union all select ${revisions.recordId} from ${revisions} where ${revisions.recordKind} = ${kind} and ${sql.raw(IS_MOVED)}
  )`;
