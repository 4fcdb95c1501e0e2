import { findClaim } from "../../access/claims/claims";
import { findCoverage } from "../../access/countries/coverage";
import { findEvent } from "../../access/events/events";
import { findEvidence } from "../../access/evidence/evidence-file";
import { findOrganization } from "../../access/organizations/organization-file";
import { findReply } from "../../access/replies/replies";
import { findResponse } from "../../access/responses/responses";
import { findStation } from "../../access/stations/stations";
import { DESK_READS } from "./matrix-desk-reads";
import { EVIDENCE_ROOM_READS } from "./matrix-evidence-room";
import { FIGURE_READS } from "./matrix-figure-reads";
import { RECORD_READS } from "./matrix-record-reads";
import type { MatrixRow } from "./matrix-row";

export const READS: Readonly<Record<string, MatrixRow>> = {
  ...RECORD_READS,
  ...FIGURE_READS,
  ...DESK_READS,
  ...EVIDENCE_ROOM_READS,
};

/** The functions that find one record by its slug, by its kind. */
export const FINDS = {
  organization: findOrganization,
  station: findStation,
  evidence: findEvidence,
  claim: findClaim,
  response: findResponse,
  event: findEvent,
  reply_request: findReply,
  coverage: findCoverage,
} as const;
