import { type SQL, sql } from "drizzle-orm";
import { claims, evidenceStations, responseStations, revisions, statusReports } from "../../schema";
import { IS_MOVED } from "../../schema/revisions";
import { editorialTableOf } from "../tables";

/** What names a station today. */
const NAMING = {
  evidence: (id: string) =>
    sql`select ${evidenceStations.evidenceId} from ${evidenceStations} where ${evidenceStations.stationId} = ${id}`,
  response: (id: string) =>
    sql`select ${responseStations.responseId} from ${responseStations} where ${responseStations.stationId} = ${id}`,
  claim: (id: string) => sql`select ${claims.id} from ${claims} where ${claims.stationId} = ${id}`,
  status_report: (id: string) =>
    sql`select ${statusReports.id} from ${statusReports} where ${statusReports.stationId} = ${id}`,
} as const;

/** The records that may have named a station at some moment: those that do so today, and all that once named others than now. */
export const everOf = (kind: keyof typeof NAMING, stationId: string): SQL =>
  sql`${editorialTableOf(kind).id} in (
    ${NAMING[kind](stationId)}
    union all select ${revisions.recordId} from ${revisions} where ${revisions.recordKind} = ${kind} and ${sql.raw(IS_MOVED)}
  )`;
