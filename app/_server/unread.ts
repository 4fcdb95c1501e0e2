import "server-only";
import { cache } from "react";
import { countUnread } from "@/db/access/discussion/inbox";

/** How many notices the reader has not read, asked once for the shell and the page in it. */
export const readUnreadNotices = cache(countUnread);
