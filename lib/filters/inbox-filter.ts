import { z } from "zod";
import { NOTICE_CAUSES } from "../records/notice";
import { defineFilter, type FilterValue } from "./filter";
import { cursor, many, one } from "./filter-field";

/** The view of one's own inbox. */
export const inboxFilter = defineFilter({
  show: one(["all", "unread"]),
  cause: many(NOTICE_CAUSES),
  after: cursor(z.strictObject({ at: z.iso.datetime({ offset: true }), id: z.uuid() })),
});
export type InboxView = FilterValue<typeof inboxFilter>;
