/** Every kind of record that has editorial columns and revisions. */
export const RECORD_KINDS = [
  "organization",
  "station",
  "evidence",
  "claim",
  "response",
  "event",
  "status_report",
  "reply_request",
  "coverage",
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export const RECORD_STATES = [
  "draft",
  "in_review",
  "changes_requested",
  "approved",
  "published",
  "corrected",
  "unpublished",
  "retracted",
] as const;
export type RecordState = (typeof RECORD_STATES)[number];

/** The states whose current version somebody outside the desk may read. */
export const PUBLIC_STATES = ["published", "corrected"] as const satisfies readonly RecordState[];

export const isPublic = (state: RecordState) => (PUBLIC_STATES as readonly RecordState[]).includes(state);
