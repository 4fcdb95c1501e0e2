import { z } from "zod";
import { SUBJECT_KINDS } from "../records/editorial";
import { TAG } from "../workflow/assignment";
import { GATE_REASONS } from "../workflow/gate";
import { PRIORITIES } from "../workflow/priority";
import { WAITING_STATES } from "../workflow/waiting-states";
import { defineFilter, type FilterValue } from "./filter";
import { choiceField, choicesField, cursorField } from "./filter-field";

/** For whom it waits: everybody, me, what I wrote, what nobody has assigned. */
export const QUEUE_WHO = ["all", "waiting", "mine", "unassigned"] as const;
export type QueueWho = (typeof QUEUE_WHO)[number];

/** When it is due, by the newsroom's day: before today, today or in the six days after it, on no day. */
export const DUES = ["overdue", "week", "none"] as const;
export type Due = (typeof DUES)[number];

/** By priority and then the newest; the longest waiting; what is due first. */
export const QUEUE_SORTS = ["priority", "waiting", "due"] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

export const QUEUE_VIEWS = ["table", "board"] as const;

export const QUEUE_FACETS = ["state", "kind", "reason", "priority", "due", "assignee", "tag"] as const;
export type QueueFacet = (typeof QUEUE_FACETS)[number];

const PERSON = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The view of what waits. */
export const queueFilter = defineFilter({
  who: choiceField(QUEUE_WHO),
  kind: choicesField(SUBJECT_KINDS),
  state: choicesField(WAITING_STATES),
  reason: choicesField(GATE_REASONS),
  priority: choicesField(PRIORITIES),
  due: choicesField(DUES),
  assignee: choicesField(PERSON),
  tag: choicesField(TAG),
  sort: choiceField(QUEUE_SORTS),
  view: choiceField(QUEUE_VIEWS),
  // `by` is the order that the place belongs to, `key` what that order puts before the time.
  after: cursorField(
    z.strictObject({
      by: z.enum(QUEUE_SORTS),
      key: z.string().max(20),
      at: z.iso.datetime({ offset: true }),
      id: z.uuid(),
    }),
  ),
});
export type QueueView = FilterValue<typeof queueFilter>;
export type QueueCursor = NonNullable<QueueView["after"]>;
