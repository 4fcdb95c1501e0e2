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

/** All that has revisions: the records, what the desk does about them, and the rows that stand beside both. */
export const REVISED_KINDS = [
  ...RECORD_KINDS,
  "proposal",
  "reply_entry",
  "waiver",
  "annotation",
  "kept_row",
] as const;
export type RevisedKind = (typeof REVISED_KINDS)[number];

/** What can be discussed, assigned and followed. */
export const SUBJECT_KINDS = [...RECORD_KINDS, "proposal"] as const satisfies readonly RevisedKind[];
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** The states that lists show and filter by: what is in the trash is found there alone. */
export const LISTED_STATES = [
  "draft",
  "in_review",
  "changes_requested",
  "approved",
  "published",
  "corrected",
  "unpublished",
  "retracted",
] as const;

export const RECORD_STATES = [...LISTED_STATES, "trashed", "merged"] as const;
export type RecordState = (typeof RECORD_STATES)[number];

/** The states whose current version somebody outside the desk may read. */
export const PUBLIC_STATES = ["published", "corrected"] as const satisfies readonly RecordState[];

/** What was thrown away or became another record: no list, count or search has it, and nobody opens it. */
export const GONE_STATES = ["trashed", "merged"] as const satisfies readonly RecordState[];

export const isPublic = (state: RecordState) => (PUBLIC_STATES as readonly RecordState[]).includes(state);
