import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { type RevisedKind, SUBJECT_KINDS, type SubjectKind } from "@/lib/records/editorial";
import { causeOfTransition, type FollowCause, type NoticeCause, writesContent } from "@/lib/records/notice";
import type { Actor } from "@/lib/workflow/actor";
import { rolesThatMay } from "@/lib/workflow/policy";
import type { Tx } from "../../client";
import { follows, notices, people, proposals, revisions } from "../../schema";
import { canBeNotified } from "./desk-people";

export type SubjectId = { readonly kind: SubjectKind; readonly id: string };

/**
 * Makes people of the desk follow, each for a cause; whoever follows already, or stopped, is left as they are. Once a
 * transaction, and in the order of their ids: two who make the same people follow at once would wait for each other.
 */
export async function addFollows(
  tx: Tx,
  subject: SubjectId,
  causes: Readonly<Record<string, FollowCause>>,
): Promise<void> {
  const added = Object.entries(causes).map(([id, cause]) => ({ id, cause }));
  if (added.length === 0) return;
  await tx.execute(sql`
    insert into ${follows} (person_id, subject_kind, subject_id, cause)
    select ${people.id}, ${subject.kind}::record_kind, ${subject.id}::uuid, added.cause
    from json_to_recordset(${JSON.stringify(added)}::json) as added (id uuid, cause follow_cause)
    join ${people} on ${people.id} = added.id and ${canBeNotified}
    order by 1
    on conflict do nothing`);
}

/**
 * Tells of a comment: those whom it mentions, and those who follow what it is about. Nobody twice, and not its author;
 * whoever has a notice of it already, from before it was edited, keeps that.
 */
export async function notifyOfComment(
  tx: Tx,
  actor: Actor,
  subject: SubjectId,
  commentId: string,
  { mentioned, followers }: { readonly mentioned: readonly string[]; readonly followers: boolean },
): Promise<void> {
  const named = sql`${people.id} = any(${`{${mentioned.join(",")}}`}::uuid[])`;
  const following = sql`exists (select 1 from ${follows} where ${and(
    eq(follows.personId, people.id),
    eq(follows.subjectKind, subject.kind),
    eq(follows.subjectId, subject.id),
    isNull(follows.stoppedAt),
  )})`;
  await tx.execute(sql`
    insert into ${notices} (person_id, cause, subject_kind, subject_id, comment_id, actor_id)
    select ${people.id}, (case when ${named} then 'mentioned' else 'commented' end)::notice_cause,
      ${subject.kind}::record_kind, ${subject.id}::uuid, ${commentId}::uuid, ${actor.id}::uuid
    from ${people}
    where ${and(canBeNotified, ne(people.id, actor.id), followers ? sql`(${named} or ${following})` : named)}
      and not exists (select 1 from ${notices} where ${and(eq(notices.commentId, commentId), eq(notices.personId, people.id))})`);
}

/** Notifies a new assignee; not when they assigned themselves. */
export async function notifyAssignee(tx: Tx, actor: Actor, subject: SubjectId, assigneeId: string): Promise<void> {
  await addFollows(tx, subject, { [assigneeId]: "assignee" });
  if (assigneeId === actor.id) return;
  await tx.execute(sql`
    insert into ${notices} (person_id, cause, subject_kind, subject_id, actor_id)
    select ${people.id}, 'assigned', ${subject.kind}::record_kind, ${subject.id}::uuid, ${actor.id}::uuid
    from ${people} where ${and(eq(people.id, assigneeId), canBeNotified)}`);
}

/** More steps at once than these are a load of the dossier's, not news: a line for each would bury an inbox. */
const MOST_TRANSITIONS = 20;

type AppendedRevision = {
  readonly recordKind: RevisedKind;
  readonly recordId: string;
  readonly seq: number;
  readonly action: string;
  readonly authorId: string;
  readonly detail?: Readonly<Record<string, unknown>> | null;
};

/**
 * What follows from revisions for those who want to know: whoever wrote content follows it, and the followers are notified
 * of each transition that somebody else took. Two statements at most, however many revisions there are. Whoever is notified that
 * a proposal was decided gets no second notice that its record changed by it.
 */
export async function notifyOfRevisions(tx: Tx, actor: Actor, added: readonly AppendedRevision[]): Promise<void> {
  const rows = added
    .filter(({ recordKind }) => (SUBJECT_KINDS as readonly string[]).includes(recordKind))
    .map(({ recordKind: kind, recordId: id, seq, action, authorId, detail }) => {
      const step = action.slice(action.indexOf(".") + 1);
      const proposal = typeof detail?.proposal === "string" ? detail.proposal : null;
      return {
        kind,
        id,
        seq,
        author: authorId,
        proposal,
        writes: writesContent(step),
        cause: causeOfTransition(kind, step),
      };
    });
  const written = rows.filter(({ writes }) => writes).map(({ kind, id, author }) => ({ kind, id, author }));
  if (written.length > 0) {
    await tx.execute(sql`
      insert into ${follows} (person_id, subject_kind, subject_id, cause)
      select distinct ${people.id}, w.kind, w.id, 'author'::follow_cause
      from json_to_recordset(${JSON.stringify(written)}::json) as w (kind record_kind, id uuid, author uuid)
      join ${people} on ${people.id} = w.author and ${canBeNotified}
      order by 3, 1
      on conflict do nothing`);
  }
  const moved = rows.filter(({ cause }) => cause !== null);
  if (moved.length === 0 || moved.length > MOST_TRANSITIONS) return;
  await tx.execute(sql`
    insert into ${notices} (person_id, cause, subject_kind, subject_id, seq, actor_id)
    select distinct on (m.kind, m.id, ${people.id})
      ${people.id}, m.cause, m.kind, m.id, m.seq, ${actor.id}::uuid
    from json_to_recordset(${JSON.stringify(moved)}::json)
      as m (kind record_kind, id uuid, seq bigint, cause notice_cause, proposal text)
    join ${follows} on ${follows.subjectKind} = m.kind and ${follows.subjectId} = m.id and ${follows.stoppedAt} is null
    join ${people} on ${people.id} = ${follows.personId} and ${canBeNotified}
    where ${people.id} <> ${actor.id}::uuid
      and (m.proposal is null or not exists (
        select 1 from ${follows} as own
        join ${proposals} on ${proposals.id} = own.subject_id and ${proposals.slug} = m.proposal
        where own.subject_kind = 'proposal' and own.person_id = ${people.id} and own.stopped_at is null))
    order by m.kind, m.id, ${people.id}, m.seq desc`);
}

/**
 * Tells of an annotation: when it is handed in, everybody who may approve it and wrote none of it; when it is decided,
 * whoever wrote it. Nobody follows one: it is no record.
 */
export async function notifyOfAnnotation(
  tx: Tx,
  actor: Actor,
  { id, seq }: { readonly id: string; readonly seq: number },
  cause: Extract<NoticeCause, "proposed" | "decided">,
): Promise<void> {
  const wrote = sql`exists (select 1 from ${revisions} where ${and(
    eq(revisions.recordKind, "annotation"),
    eq(revisions.recordId, id),
    eq(revisions.authorId, people.id),
    inArray(revisions.action, ["annotation.record", "annotation.revise"]),
  )})`;
  const recipients =
    cause === "proposed"
      ? and(inArray(people.role, [...rolesThatMay("approve an annotation")]), sql`not ${wrote}`)
      : wrote;
  await tx.execute(sql`
    insert into ${notices} (person_id, cause, subject_kind, subject_id, seq, actor_id)
    select ${people.id}, ${cause}::notice_cause, 'annotation', ${id}::uuid, ${seq}::bigint, ${actor.id}::uuid
    from ${people} where ${and(canBeNotified, ne(people.id, actor.id), recipients)}`);
}
