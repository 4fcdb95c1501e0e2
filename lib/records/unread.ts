/** Why an item is on somebody's list of what to read: never read, or changed since. */
export type Unread = "new" | "changed";

/** As many as are counted; of more it is said that there are more. */
export const MOST_UNREAD = 99;
