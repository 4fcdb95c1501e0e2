import type { RecordState } from "../records/editorial";

/** The states in which a record waits for somebody. */
export const WAITING_STATES = [
  "in_review",
  "approved",
  "changes_requested",
  "draft",
] as const satisfies readonly RecordState[];
export type WaitingState = (typeof WAITING_STATES)[number];
