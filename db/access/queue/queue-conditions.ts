import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { FilterChoices } from "@/lib/filters/filter-field";
import type { Due, QueueCursor, QueueSort, QueueWho } from "@/lib/filters/queue-filter";
import type { RecordKind, SubjectKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import type { GateReason } from "@/lib/workflow/gate";
import type { Priority } from "@/lib/workflow/priority";
import type { WaitingState } from "@/lib/workflow/waiting-states";
import { today } from "../../newsroom";
import { assignments } from "../../schema";
import { choiceCondition } from "../filters/choice-condition";
import { editorialTableOf } from "../tables";
import { visibleTo } from "../visibility";
import { ownEvidence, whoCondition } from "./own-conditions";
import { waitingTable } from "./waiting-table";

export type QueueFilter = {
  readonly who?: QueueWho;
  readonly kind?: FilterChoices<SubjectKind>;
  readonly state?: FilterChoices<WaitingState>;
  readonly reason?: FilterChoices<GateReason>;
  readonly priority?: FilterChoices<Priority>;
  readonly due?: FilterChoices<Due>;
  readonly assignee?: FilterChoices;
  readonly tag?: FilterChoices;
  /** Only these, of those that wait. */
  readonly named?: readonly { readonly kind: SubjectKind; readonly slug: string }[];
  readonly sort?: QueueSort;
  readonly after?: QueueCursor;
};

/** The values that a choice leaves of all. */
export const remainingValues = <V extends string>(
  all: readonly V[],
  { any, without }: FilterChoices<V> = { any: [], without: [] },
): V[] => all.filter((value) => (any.length === 0 || any.includes(value)) && !without.includes(value));

/** A proposal is never approved and waiting: approving writes it into its record. */
export const recordStatesOf = (kind: SubjectKind, states: readonly WaitingState[]) =>
  kind === "proposal" ? states.filter((state) => state !== "approved") : [...states];

/** The row of assignments that belongs to a row of the kind's table. */
export const assignmentOf = (kind: SubjectKind) =>
  and(eq(assignments.subjectKind, kind), eq(assignments.subjectId, waitingTable(kind).id));

/**
 * What waits of a kind, as far as the filter takes it, in parts that have no row in common; what the gate asks is another
 * matter.
 * @param states those of the filter, or some of them
 * @param isAssigned whether anything of the kind is assigned to who asks: without that each part is walked along its index
 */
export function queueConditions(
  actor: Actor,
  kind: SubjectKind,
  filter: QueueFilter,
  states: readonly WaitingState[],
  isAssigned = true,
): (SQL | undefined)[] {
  const { who = "all" } = filter;
  const common = commonCondition(actor, kind, filter, states);
  const own = kind === "evidence" ? ownEvidence(actor, who, states) : null;
  return (own ?? [whoCondition(actor, kind, who, recordStatesOf(kind, states), isAssigned)]).map((part) =>
    and(common, part),
  );
}

function commonCondition(
  actor: Actor,
  kind: SubjectKind,
  filter: QueueFilter,
  states: readonly WaitingState[],
): SQL | undefined {
  const table = waitingTable(kind);
  return and(
    inArray(table.state, recordStatesOf(kind, states)),
    kind === "proposal" ? undefined : visibleTo(actor, editorialTableOf(kind as RecordKind)),
    filter.named && inArray(table.slug, slugsOf(kind, filter.named)),
    choiceCondition(filter.priority, isPrioritized),
    choiceCondition(filter.due, (values) => or(...values.map((due) => DUE_CONDITIONS[due]))),
    choiceCondition(filter.assignee, (values) => inArray(assignments.assigneeId, [...values])),
    choiceCondition(
      filter.tag,
      (values) => sql`${assignments.tags} && ${`{${values.map((tag) => `"${tag}"`).join(",")}}`}::text[]`,
    ),
  );
}

const slugsOf = (kind: SubjectKind, named: NonNullable<QueueFilter["named"]>) =>
  named.filter((one) => one.kind === kind).map(({ slug }) => slug);

/** What nobody planned is of normal priority; of another there are those alone that are planned. */
const isPrioritized = (values: readonly Priority[]) =>
  inArray(values.includes("normal") ? priorityOf : sql<Priority>`${assignments.priority}`, [...values]);
const priorityOf = sql<Priority>`coalesce(${assignments.priority}, 'normal')`;
const DUE_CONDITIONS: Record<Due, SQL> = {
  overdue: sql`${assignments.dueOn} < ${today}`,
  week: sql`${assignments.dueOn} between ${today} and ${today} + 6`,
  none: sql`${assignments.dueOn} is null`,
};

/** Within a priority the newest comes first; in the other orders what waits longest does. */
export const isNewestFirst = (sort: QueueSort): boolean => sort === "priority";

/** What the order puts before the time that something waits, as text that sorts by itself; null: nothing. */
export const queueSortKey = (sort: QueueSort): SQL<string> | null => KEYS[sort];
const KEYS: Record<QueueSort, SQL<string> | null> = {
  waiting: null,
  priority: sql<string>`case ${priorityOf} when 'urgent' then '0' when 'high' then '1' when 'normal' then '2' else '3' end`,
  due: sql<string>`coalesce(${assignments.dueOn}::text, '9999-12-31')`,
};

/** The same of what nobody planned: one key for all of them, so that they come straight from an index. */
export const unplannedSortKey = (sort: QueueSort): string => UNPLANNED[sort];
const UNPLANNED: Record<QueueSort, string> = { waiting: "", priority: "2", due: "9999-12-31" };

/**
 * True for the rows that come after a place in the list.
 * @param key what the order puts before the time: of each row, or of all
 */
export function afterCursorCondition(
  kind: SubjectKind,
  key: SQL<string> | string,
  { sort = "waiting", after }: Pick<QueueFilter, "sort" | "after">,
): SQL | undefined {
  if (!after || after.by !== sort) return undefined;
  const table = waitingTable(kind);
  const than = sql.raw(isNewestFirst(sort) ? "<" : ">");
  const behind = sql`(${table.updatedAt}, ${table.id}) ${than} (${after.at}::timestamptz, ${after.id}::uuid)`;
  if (typeof key !== "string") {
    return sql`(${key} > ${after.key} or (${key} = ${after.key} and ${behind}))`;
  }
  if (key === after.key) return behind;
  return key > after.key ? undefined : sql`false`;
}

/** Whether a view needs the assignments at all: without them the longest waiting come straight from an index. */
export const filtersAssignments = ({ who = "all", priority, due, assignee, tag, sort = "waiting" }: QueueFilter) =>
  sort !== "waiting" ||
  who === "unassigned" ||
  who === "waiting" ||
  [priority, due, assignee, tag].some((choice) => choice && choice.any.length + choice.without.length > 0);
