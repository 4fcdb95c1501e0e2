import { and, eq, inArray, sql } from "drizzle-orm";
import type { RecordKind } from "@/lib/records/editorial";
import { canonicalJson } from "@/lib/text/canonical-json";
import type { Actor } from "@/lib/workflow/actor";
import type { Tx } from "../../client";
import { assignments, comments, follows, type MovedSubjects, merges, notices } from "../../schema";
import { goneRows, writtenRows } from "../history/kept-rows";
import { planId } from "../history/kept-tables";
import { appendRevisions } from "../revisions";

type Ends = { readonly kind: RecordKind; readonly from: string; readonly to: string };

const ofSubject = (table: typeof comments | typeof notices, kind: RecordKind, id: string) =>
  and(eq(table.subjectKind, kind), eq(table.subjectId, id));

const allIds = (ids: readonly string[]) => sql`any(${`{${ids.join(",")}}`}::uuid[])`;

/**
 * Leads what was said of a record, who follows it and who has it assigned on to another one. Who follows both does so once;
 * two plans are joined. The absorbed record keeps its own follows and plan, unseen.
 */
export async function moveSubjects(tx: Tx, { kind, from, to }: Ends): Promise<MovedSubjects> {
  const said = await tx
    .update(comments)
    .set({ subjectId: to })
    .where(ofSubject(comments, kind, from))
    .returning({ id: comments.id });
  const noticed = await tx
    .update(notices)
    .set({ subjectId: to })
    .where(ofSubject(notices, kind, from))
    .returning({ id: notices.id });
  const following = await tx.execute<{ id: string }>(sql`
    insert into ${follows} (person_id, subject_kind, subject_id, cause, since)
    select person_id, subject_kind, ${to}::uuid, cause, since from ${follows}
    where subject_kind = ${kind}::record_kind and subject_id = ${from}::uuid and stopped_at is null
    order by 1
    on conflict do nothing
    returning person_id as id`);
  return {
    comments: said.map(({ id }) => id),
    notices: noticed.map(({ id }) => id),
    follows: following.map(({ id }) => id),
    assignment: await joinPlans(tx, { kind, from, to }),
  };
}

const PLAN = {
  assigneeId: assignments.assigneeId,
  priority: assignments.priority,
  dueOn: assignments.dueOn,
  tags: assignments.tags,
};

async function lockPlan(tx: Tx, kind: RecordKind, id: string) {
  const [row] = await tx
    .select({ ...PLAN, updatedBy: assignments.updatedBy })
    .from(assignments)
    .where(planOf(kind, id))
    .for("update");
  return row;
}
const planOf = (kind: RecordKind, id: string) =>
  and(eq(assignments.subjectKind, kind), eq(assignments.subjectId, id));

/** What the survivor's plan does not say, the absorbed one's does; the tags of both. */
async function joinPlans(tx: Tx, { kind, from, to }: Ends): Promise<MovedSubjects["assignment"]> {
  const [added, own] = [await lockPlan(tx, kind, from), await lockPlan(tx, kind, to)];
  if (!added) return null;
  const { updatedBy, ...theirs } = added;
  const { updatedBy: _by, ...before } = own ?? { ...theirs, updatedBy };
  const after = {
    assigneeId: before.assigneeId ?? theirs.assigneeId,
    priority: before.priority === "normal" ? theirs.priority : before.priority,
    dueOn: before.dueOn ?? theirs.dueOn,
    tags: [...new Set([...before.tags, ...theirs.tags])],
  };
  await tx
    .insert(assignments)
    .values({ subjectKind: kind, subjectId: to, ...after, updatedBy })
    .onConflictDoUpdate({ target: [assignments.subjectKind, assignments.subjectId], set: after });
  return { before: own ? before : null, after };
}

async function restorePlan(tx: Tx, { kind, to }: Ends, { before, after }: NonNullable<MovedSubjects["assignment"]>) {
  const now = await lockPlan(tx, kind, to);
  if (!now) return;
  const { updatedBy: _by, ...plan } = now;
  // What somebody planned since stays.
  if (canonicalJson(plan) !== canonicalJson(after)) return;
  if (before) {
    await tx
      .update(assignments)
      .set({ ...before, tags: [...before.tags] })
      .where(planOf(kind, to));
  } else await tx.delete(assignments).where(planOf(kind, to));
}

/**
 * Keeps in the chain the merge's own row, and what went along of the desk's talk and plans: of a merge that was taken back
 * also what was said since.
 */
export async function keepMerge(
  tx: Tx,
  actor: Actor,
  id: string,
  { kind, to }: Ends,
  moved: MovedSubjects,
): Promise<void> {
  const said = sql`(${comments.id} = ${allIds(moved.comments)} or ${comments.parentId} = ${allIds(moved.comments)})`;
  const entries = [
    ...(await writtenRows(tx, "merges", eq(merges.id, id))),
    ...(await writtenRows(tx, "comments", said)),
  ];
  if (moved.assignment) {
    const plan = await writtenRows(tx, "assignments", planOf(kind, to));
    entries.push(...(plan.length > 0 ? plan : await goneRows(tx, "assignments", [planId(kind, to)])));
  }
  await appendRevisions(tx, actor, entries);
}

/** Takes that back: what was moved then and is there still. What was said since stays with the survivor. */
export async function moveSubjectsBack(
  tx: Tx,
  { kind, from, to }: Ends,
  { comments: said, notices: noticed, follows: following, assignment }: MovedSubjects,
): Promise<void> {
  // An answer stands under what it answers: what was said since to a comment that goes back goes with it.
  const goes = sql`(${comments.id} = ${allIds(said)} or ${comments.parentId} = ${allIds(said)})`;
  await tx
    .update(comments)
    .set({ subjectId: from })
    .where(and(ofSubject(comments, kind, to), goes));
  await tx
    .update(notices)
    .set({ subjectId: from })
    .where(and(ofSubject(notices, kind, to), sql`${notices.id} = ${allIds(noticed)}`));
  await tx
    .delete(follows)
    .where(
      and(
        eq(follows.subjectKind, kind),
        eq(follows.subjectId, to),
        inArray(follows.personId, [...following]),
        sql`exists (select 1 from ${follows} as own where own.subject_kind = ${kind}::record_kind and own.subject_id = ${from}::uuid and own.person_id = ${follows.personId} and own.since = ${follows.since})`,
      ),
    );
  if (assignment) await restorePlan(tx, { kind, from, to }, assignment);
}
