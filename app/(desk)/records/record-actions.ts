import { DiscussionSection } from "@/app/_parts/discussion";
import { transitionRecordAction, waiveReplyAction } from "./actions";

/** What the foot of every record page posts to, and the discussion in it. */
export const RECORD_ACTIONS = {
  move: transitionRecordAction,
  waive: waiveReplyAction,
  Discussion: DiscussionSection,
};
