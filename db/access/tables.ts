import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { RecordKind } from "@/lib/records/editorial";
import {
  claims,
  coverage,
  events,
  evidence,
  organizations,
  replyRequests,
  responses,
  stations,
  statusReports,
} from "../schema";

/** Each record kind's table. The editorial columns are the same in all of them. */
export const EDITORIAL_TABLES = {
  organization: organizations,
  station: stations,
  evidence,
  claim: claims,
  response: responses,
  event: events,
  status_report: statusReports,
  reply_request: replyRequests,
  coverage,
} as const satisfies Record<RecordKind, unknown>;

/** The columns that visibility is decided by; a table that has a TLP label is held to it as well. */
export type EditorialTable = { readonly state: AnyPgColumn; readonly sharing?: AnyPgColumn };

/** A record table with only its editorial columns in view, for statements that are the same for every kind. */
export const editorialTableOf = (kind: RecordKind) => EDITORIAL_TABLES[kind] as unknown as typeof coverage;
