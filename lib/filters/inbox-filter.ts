import { z } from "zod";
import { NOTICE_CAUSES } from "../records/notice";
import { defineFilter, type FilterValue } from "./filter";
import { choiceField, choicesField, cursorField } from "./filter-field";

/** The view of one's own inbox. */
export const inboxFilter = defineFilter({
  show: choiceField(["all", "unread"]),
  cause: choicesField(NOTICE_CAUSES),
  after: cursorField(z.strictObject({ at: z.iso.datetime({ offset: true }), id: z.uuid() })),
});
export type InboxView = FilterValue<typeof inboxFilter>;
