import { and, eq, inArray, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { QueueWho } from "@/lib/filters/queue-filter";
import type { SubjectKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import type { WaitingState } from "@/lib/workflow/waiting-states";
import { db } from "../../client";
import { assignments, evidence, people, revisions } from "../../schema";
import { wroteContent } from "../workflow/authorship";
import { waitingTable } from "./waiting-table";

/** The kinds of which something is assigned to somebody. */
export async function listAssignedKinds({ id }: Actor): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ kind: assignments.subjectKind })
    .from(assignments)
    .where(eq(assignments.assigneeId, id));
  return rows.map(({ kind }) => kind);
}

/** Nobody has it, or an account that is disabled: whoever left will not do it. */
const isInNobodysHands = or(
  isNull(assignments.assigneeId),
  inArray(assignments.assigneeId, db.select({ id: people.id }).from(people).where(isNotNull(people.disabledAt))),
);

/** What of a kind waits for who asks, or is theirs; undefined: whoever's it is. @param states those asked for */
export function whoCondition(
  actor: Actor,
  kind: SubjectKind,
  who: QueueWho,
  states: readonly WaitingState[],
  isAssigned: boolean,
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
  const parts = [
    isAssigned ? eq(assignments.assigneeId, actor.id) : undefined,
    among(["draft", "changes_requested"], wrote),
    may(actor, "approve a record") ? among(["in_review"], sql`not ${assignment}`) : undefined,
    may(actor, "publish a record") && kind !== "proposal" ? among(["approved"], sql`true`) : undefined,
  ];
  return or(...parts) ?? sql`false`;
}

/**
 * The same of evidence, of which a million may wait and few be somebody's: a part for each index that finds some of it. Null
 * for who asks of nobody's own.
 */
export function ownEvidence(
  actor: Actor,
  who: QueueWho,
  states: readonly WaitingState[],
): (SQL | undefined)[] | null {
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
