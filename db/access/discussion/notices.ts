import { and, eq, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
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

type AddedRevision = {
  readonly recordKind: RevisedKind;
  readonly recordId: string;
  readonly action: string;
  readonly authorId: string | null;
  readonly detail?: Readonly<Record<string, unknown>> | null;
};

const isSubject = ({ recordKind }: AddedRevision) => (SUBJECT_KINDS as readonly string[]).includes(recordKind);
const stepOf = ({ action }: AddedRevision) => action.slice(action.indexOf(".") + 1);

/** What of these revisions is content, with who wrote it: as `followAsAuthor` takes it. */
export const writtenContent = (added: readonly AddedRevision[]) =>
  added
    .filter((revision) => isSubject(revision) && writesContent(stepOf(revision)))
    .map(({ recordKind, recordId, authorId }) => ({ kind: recordKind, id: recordId, author: authorId }));

/** Whoever wrote content follows it. A part of the statement that appends: it gives the follows that are new. */
export const followAsAuthor = (written: SQL) => sql`
  insert into ${follows} (person_id, subject_kind, subject_id, cause)
  select distinct ${people.id}, w.kind, w.id, 'author'::follow_cause
  from json_to_recordset(${written}) as w (kind record_kind, id uuid, author uuid)
  join ${people} on ${people.id} = w.author and ${canBeNotified}
  order by 3, 1
  on conflict do nothing
  returning person_id, subject_kind, subject_id`;

/** Those of these revisions that followers are notified of, as `noticesOfSteps` takes them; `place`: behind the first. */
export function stepsToNotice(added: readonly AddedRevision[]) {
  const steps = added.flatMap((revision, place) => {
    const cause = isSubject(revision) ? causeOfTransition(revision.recordKind, stepOf(revision)) : null;
    const { recordKind: kind, recordId: id, detail } = revision;
    const proposal = typeof detail?.proposal === "string" ? detail.proposal : null;
    return cause === null ? [] : [{ kind, id, place, cause, proposal }];
  });
  return steps.length > MOST_TRANSITIONS ? [] : steps;
}

/**
 * Notifies the followers of each step that somebody else took; a part of the statement that appends, whose other parts are
 * `followed` and `chained`. Whoever is notified that a proposal was decided gets no second notice that its record
 * changed by it.
 */
export const noticesOfSteps = (steps: SQL, actorId: SQL) => sql`
  insert into ${notices} (person_id, cause, subject_kind, subject_id, seq, actor_id)
  select distinct on (m.kind, m.id, ${people.id})
    ${people.id}, m.cause, m.kind, m.id, chained.first + m.place, ${actorId}
  from chained
  cross join json_to_recordset(${steps}) as m (kind record_kind, id uuid, place int, cause notice_cause, proposal text)
  join (
    select person_id, subject_kind, subject_id from ${follows} where ${follows.stoppedAt} is null
    union all select person_id, subject_kind, subject_id from followed
  ) as follower on follower.subject_kind = m.kind and follower.subject_id = m.id
  join ${people} on ${people.id} = follower.person_id and ${canBeNotified}
  where ${people.id} <> ${actorId}
    and (m.proposal is null or not exists (
      select 1 from ${follows} as own
      join ${proposals} on ${proposals.id} = own.subject_id and ${proposals.slug} = m.proposal
      where own.subject_kind = 'proposal' and own.person_id = ${people.id} and own.stopped_at is null))
  order by m.kind, m.id, ${people.id}, m.place desc`;

/** Notices of this record's redacted copies that were not read. */
const ofWaitingCopies = ({ kind, id }: SubjectId) =>
  and(
    eq(notices.cause, "copy_waits"),
    eq(notices.subjectKind, kind),
    eq(notices.subjectId, id),
    isNull(notices.readAt),
  );

/** Tells everybody who may release a redacted copy that one waits, but not whoever made it; of one record no second time until that is read. */
export async function notifyOfCopy(tx: Tx, actor: Actor, subject: SubjectId): Promise<void> {
  const mayRelease = inArray(people.role, [...rolesThatMay("release a redacted copy")]);
  const told = sql`exists (select from ${notices} where ${and(eq(notices.personId, people.id), ofWaitingCopies(subject))})`;
  await tx.execute(sql`
    insert into ${notices} (person_id, cause, subject_kind, subject_id, actor_id)
    select ${people.id}, 'copy_waits', ${subject.kind}::record_kind, ${subject.id}::uuid, ${actor.id}::uuid
    from ${people} where ${and(canBeNotified, ne(people.id, actor.id), mayRelease)} and not ${told}`);
}

/** Nothing of the record waits any more: whoever was told has nothing to read. */
export async function readNoticesOfCopies(tx: Tx, subject: SubjectId): Promise<void> {
  await tx.update(notices).set({ readAt: sql`now()` }).where(ofWaitingCopies(subject));
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
