import { and, eq, inArray, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { FilterChoices } from "@/lib/filters/filter-field";
import type { Due, QueueCursor, QueueSort, QueueWho } from "@/lib/filters/queue-filter";
import type { RecordKind, SubjectKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import type { GateReason } from "@/lib/workflow/gate";
import { may } from "@/lib/workflow/policy";
import type { Priority } from "@/lib/workflow/priority";
import type { WaitingState } from "@/lib/workflow/waiting-states";
import { db } from "../../client";
import { today } from "../../newsroom";
import { assignments, evidence, people, proposals, revisions } from "../../schema";
import { choiceCondition } from "../filters/choice-condition";
import { editorialTableOf } from "../tables";
import { visibleTo } from "../visibility";
import { wroteContent } from "../workflow/authorship";

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

/** The table in which a kind waits, with the columns that all of them have. */
export const waitingTable = (kind: SubjectKind) =>
  (kind === "proposal" ? proposals : editorialTableOf(kind)) as unknown as ReturnType<typeof editorialTableOf>;

/** The row of assignments that belongs to a row of the kind's table. */
export const assignmentOf = (kind: SubjectKind) =>
  and(eq(assignments.subjectKind, kind), eq(assignments.subjectId, waitingTable(kind).id));

/**
 * What waits of a kind, as far as the filter takes it, in parts that have no row in common; what the gate asks is another
 * matter.
 * @param states those of the filter, or some of them
 */
export function queueConditions(
  actor: Actor,
  kind: SubjectKind,
  filter: QueueFilter,
  states: readonly WaitingState[],
): (SQL | undefined)[] {
  const { who = "all" } = filter;
  const common = commonCondition(actor, kind, filter, states);
  const own = kind === "evidence" ? ownEvidence(actor, who, states) : null;
  return (own ?? [whoCondition(actor, kind, who, recordStatesOf(kind, states))]).map((part) => and(common, part));
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

/** Nobody has it, or an account that is disabled: whoever left will not do it. */
const isInNobodysHands = or(
  isNull(assignments.assigneeId),
  inArray(assignments.assigneeId, db.select({ id: people.id }).from(people).where(isNotNull(people.disabledAt))),
);

function whoCondition(
  actor: Actor,
  kind: SubjectKind,
  who: QueueWho,
  states: readonly WaitingState[],
): SQL | undefined {
  const table = waitingTable(kind);
  const wrote = or(eq(table.createdBy, actor.id), eq(table.updatedBy, actor.id));
  if (who === "all") return undefined;
  if (who === "mine") return wrote;
  if (who === "unassigned") return isInNobodysHands;
  // Of one state alone the state itself is left out: PostgreSQL takes what is said twice for rare, and sorts all that waits.
  const among = (own: readonly WaitingState[], condition: SQL | undefined): SQL | undefined => {
    const asked = own.filter((state) => states.includes(state));
    if (asked.length === 0) return undefined;
    return asked.length === states.length ? condition : and(inArray(table.state, asked), condition);
  };
  const assignment = sql`exists (select 1 from ${revisions} where ${revisions.recordId} = ${table.id} and ${wroteContent(actor, kind)})`;
  return or(
    eq(assignments.assigneeId, actor.id),
    among(["draft", "changes_requested"], wrote),
    may(actor, "approve a record") ? among(["in_review"], sql`not ${assignment}`) : undefined,
    may(actor, "publish a record") && kind !== "proposal" ? among(["approved"], sql`true`) : undefined,
  );
}

/**
 * The same of evidence, of which a million may wait and few be somebody's: a part for each index that finds some of it. Null
 * for who asks of nobody's own.
 */
function ownEvidence(actor: Actor, who: QueueWho, states: readonly WaitingState[]): (SQL | undefined)[] | null {
  const byWriter = (state: WaitingState) => [
    and(eq(evidence.state, state), eq(evidence.createdBy, actor.id)),
    and(eq(evidence.state, state), eq(evidence.updatedBy, actor.id), ne(evidence.updatedBy, evidence.createdBy)),
  ];
  if (who === "mine") return states.flatMap(byWriter);
  if (who !== "waiting") return null;
  const assigned = db
    .select({ id: assignments.subjectId })
    .from(assignments)
    .where(and(eq(assignments.subjectKind, "evidence"), eq(assignments.assigneeId, actor.id)));
  // Looked up once and before: of a condition on the joined row PostgreSQL does not know how few it leaves.
  const [isAssigned, isNot] = [
    sql`${evidence.id} = any(array(${assigned}))`,
    sql`${evidence.id} <> all(array(${assigned}))`,
  ];
  const waitsFor = (state: WaitingState): (SQL | undefined)[] => {
    if (state === "draft" || state === "changes_requested") return byWriter(state);
    if (state === "approved") return may(actor, "publish a record") ? [eq(evidence.state, state)] : [];
    const isOwn = sql`exists (select 1 from ${revisions} where ${revisions.recordId} = ${evidence.id} and ${wroteContent(actor, "evidence")})`;
    return may(actor, "approve a record") ? [and(eq(evidence.state, state), sql`not ${isOwn}`)] : [];
  };
  return [isAssigned, ...states.flatMap(waitsFor).map((part) => and(part, isNot))];
}

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
