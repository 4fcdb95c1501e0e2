/** Why a notice came. */
export const NOTICE_CAUSES = ["mentioned", "assigned", "commented", "moved", "decided"] as const;
export type NoticeCause = (typeof NOTICE_CAUSES)[number];

/** Why somebody follows a record or a proposal. */
export const FOLLOW_CAUSES = ["author", "commenter", "mentioned", "assignee", "chosen"] as const;
export type FollowCause = (typeof FOLLOW_CAUSES)[number];
