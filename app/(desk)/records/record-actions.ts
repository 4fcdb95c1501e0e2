import { moveRecordAction, waiveReplyAction } from "./actions";

/** What the foot of every record page posts to. */
export const RECORD_ACTIONS = { move: moveRecordAction, waive: waiveReplyAction };
