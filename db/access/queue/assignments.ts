import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { RecordKind, SubjectKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { ASSIGNABLE_ROLES, type AssignmentPlan } from "@/lib/workflow/assignment";
import { Invalid } from "@/lib/workflow/outcome";
import { may } from "@/lib/workflow/policy";
import type { Priority } from "@/lib/workflow/priority";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, type Tx, transaction } from "../../client";
import { assignments, people, proposals } from "../../schema";
import { notifyDesk } from "../discussion/live-events";
import { notifyAssignee } from "../discussion/notices";
import { keepRows } from "../history/kept-rows";
import { editorialTableOf } from "../tables";
import { visibleTo } from "../visibility";

export type WorkSubject = { readonly kind: SubjectKind; readonly slug: string };
type StoredPlan = {
  readonly assigneeId: string | null;
  readonly priority: Priority;
  readonly dueOn: string | null;
  readonly tags: readonly string[];
};

/** Who can be given work: everybody of the desk whose account is not disabled, by name. */
export async function listAssignees(actor: Actor) {
  requirePermission(actor, "read drafts");
  return db
    .select({ id: people.id, name: people.name, role: people.role })
    .from(people)
    .where(and(inArray(people.role, [...ASSIGNABLE_ROLES]), isNull(people.disabledAt)))
    .orderBy(asc(people.name), asc(people.id));
}

/** The tags in use, and how many items have each. */
export async function listTags(actor: Actor): Promise<string[]> {
  requirePermission(actor, "read drafts");
  const rows = await db.selectDistinct({ tags: assignments.tags }).from(assignments);
  return [...new Set(rows.flatMap(({ tags }) => tags))].sort();
}

/**
 * Plans the work on one record or proposal: who has it assigned, how soon, until when, and its tags. What is left out
 * stays. A reporter may take what nobody has, or an account that is disabled, hand back what is their own, and tag; the
 * rest is the editors'.
 * @throws Refusal forbidden, not_found, or conflict when somebody else took it meanwhile; Invalid for an assignee who is
 * not of the desk or whose account is disabled
 */
export async function planWork(actor: Actor, subject: WorkSubject, plan: AssignmentPlan): Promise<StoredPlan> {
  requirePermission(actor, "take on work");
  return transaction((tx) => planWorkIn(tx, actor, subject, plan));
}

/** The same, within a transaction. */
export async function planWorkIn(
  tx: Tx,
  actor: Actor,
  subject: WorkSubject,
  plan: AssignmentPlan,
): Promise<StoredPlan> {
  requirePermission(actor, "take on work");
  if (plan.priority !== undefined || plan.dueOn !== undefined) requirePermission(actor, "plan the work of others");
  const subjectId = await idOf(tx, actor, subject);
  const before = await lockAssignment(tx, actor, subject.kind, subjectId);
  const { assignee, ...rest } = plan;
  if (assignee !== undefined && assignee !== before.assigneeId) {
    await requireMayAssign(tx, actor, before.assigneeId, assignee);
  }
  const after = {
    assigneeId: assignee === undefined ? before.assigneeId : assignee,
    priority: rest.priority ?? before.priority,
    dueOn: rest.dueOn === undefined ? before.dueOn : rest.dueOn,
    tags: rest.tags ?? before.tags,
  };
  await tx
    .update(assignments)
    .set({ ...after, tags: [...after.tags], updatedBy: actor.id, updatedAt: new Date().toISOString() })
    .where(and(eq(assignments.subjectKind, subject.kind), eq(assignments.subjectId, subjectId)));
  if (after.assigneeId && after.assigneeId !== before.assigneeId) {
    await notifyAssignee(tx, actor, { kind: subject.kind, id: subjectId }, after.assigneeId);
  }
  await notifyDesk(tx, { kind: "assignment", id: subjectId });
  const isOwn = and(eq(assignments.subjectKind, subject.kind), eq(assignments.subjectId, subjectId));
  await keepRows(tx, actor, "assignments", isOwn);
  return after;
}

async function requireMayAssign(tx: Tx, actor: Actor, had: string | null, gets: string | null): Promise<void> {
  if (!may(actor, "plan the work of others")) {
    const takes = gets === actor.id;
    const handsBack = gets === null && had === actor.id;
    if (!takes && !handsBack) requirePermission(actor, "plan the work of others");
    const holder = takes && had !== null ? await findHolder(tx, had) : undefined;
    if (holder) throw Refusal.assignedToOther(holder.name);
  }
  if (gets === null) return;
  const [person] = await tx
    .select({ role: people.role, disabledAt: people.disabledAt })
    .from(people)
    .where(eq(people.id, gets))
    .for("share");
  if (!person) throw new Invalid({ assignee: "validation.person" });
  if (!(ASSIGNABLE_ROLES as readonly string[]).includes(person.role) || person.disabledAt) {
    throw new Invalid({ assignee: "validation.notOfTheDesk" });
  }
}

/** Undefined: the account is disabled, and what it has is in nobody's hands. */
async function findHolder(tx: Tx, id: string) {
  const [holder] = await tx
    .select({ name: people.name })
    .from(people)
    .where(and(eq(people.id, id), isNull(people.disabledAt)));
  return holder;
}

/** @throws Refusal not_found */
async function idOf(tx: Tx, actor: Actor, { kind, slug }: WorkSubject): Promise<string> {
  const table = kind === "proposal" ? proposals : editorialTableOf(kind as RecordKind);
  const visible = kind === "proposal" ? undefined : visibleTo(actor, editorialTableOf(kind as RecordKind));
  const [row] = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.slug, slug), visible));
  if (!row) throw Refusal.notFound();
  return row.id;
}

async function lockAssignment(tx: Tx, actor: Actor, kind: SubjectKind, subjectId: string): Promise<StoredPlan> {
  await tx.insert(assignments).values({ subjectKind: kind, subjectId, updatedBy: actor.id }).onConflictDoNothing();
  const [row] = await tx
    .select({
      assigneeId: assignments.assigneeId,
      priority: assignments.priority,
      dueOn: assignments.dueOn,
      tags: assignments.tags,
    })
    .from(assignments)
    .where(and(eq(assignments.subjectKind, kind), eq(assignments.subjectId, subjectId)))
    .for("update");
  return row as StoredPlan;
}
