import { CLAIM_POSITIONS } from "../records/claim";
import type { RecordKind } from "../records/editorial";
import { EVENT_KINDS } from "../records/event";
import { EVIDENCE_KINDS } from "../records/evidence";
import { RESPONSE_KINDS } from "../records/response";
import { STATION_STATUSES } from "../records/status";

/** The timeline's lanes from top to bottom, each a kind of record, with the kinds that it can be narrowed to. */
export const LANES = ["events", "reports", "claims", "responses", "evidence"] as const;
export type Lane = (typeof LANES)[number];

export const KINDS_OF_LANE = {
  events: EVENT_KINDS,
  reports: STATION_STATUSES,
  claims: CLAIM_POSITIONS,
  responses: RESPONSE_KINDS,
  evidence: EVIDENCE_KINDS,
} as const satisfies Record<Lane, readonly string[]>;

export const RECORD_OF_LANE = {
  events: "event",
  reports: "status_report",
  claims: "claim",
  responses: "response",
  evidence: "evidence",
} as const satisfies Record<Lane, RecordKind>;

/** "responses.denial": a kind with its lane, since two lanes may name a kind alike. */
export const LANE_KINDS: readonly string[] = LANES.flatMap((lane) =>
  KINDS_OF_LANE[lane].map((kind) => `${lane}.${kind}`),
);
