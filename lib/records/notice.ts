/** Why a notice came. */
export const NOTICE_CAUSES = [
  "mentioned",
  "assigned",
  "commented",
  "moved",
  "decided",
  "proposed",
  "page_changed",
  "view_matched",
  "copy_waits",
] as const;
export type NoticeCause = (typeof NOTICE_CAUSES)[number];

/** Why somebody follows a record or a proposal. */
export const FOLLOW_CAUSES = ["author", "commenter", "mentioned", "assignee", "chosen"] as const;
export type FollowCause = (typeof FOLLOW_CAUSES)[number];

/** The steps that write content: whoever wrote it follows what becomes of it. */
const WRITING_TRANSITIONS: readonly string[] = ["record", "revise", "open", "apply", "correct", "merge", "unmerge"];
export const writesContent = (step: string) => WRITING_TRANSITIONS.includes(step);

/** Of a merge the survivor's followers are told, who are the absorbed one's too by then. */
const QUIET_TRANSITIONS: readonly string[] = [
  "record",
  "revise",
  "open",
  "trash",
  "restore",
  "erase",
  "merged",
  "relink",
];
const DECISIONS: readonly string[] = ["approve", "reject", "request_changes"];

/** The notice that followers get for a transition; null for transitions without a notice. */
export function causeOfTransition(kind: string, step: string): Extract<NoticeCause, "moved" | "decided"> | null {
  if (QUIET_TRANSITIONS.includes(step)) return null;
  return kind === "proposal" && DECISIONS.includes(step) ? "decided" : "moved";
}

/** Notices that an inbox counts, the latest: each asks whether what it is about may be seen. */
export const MOST_NOTICES = 1000;
