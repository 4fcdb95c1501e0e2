import { and, eq, inArray, isNull, notInArray, sql } from "drizzle-orm";
import type { CommentInput } from "@/lib/records/comment";
import { RECORD_KINDS, type SubjectKind } from "@/lib/records/editorial";
import { handlesIn } from "@/lib/records/mention";
import type { FollowCause } from "@/lib/records/notice";
import { RECORD_INPUTS } from "@/lib/records/record-input";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { type Tx, transaction } from "../../client";
import { commentMentions, comments, notices } from "../../schema";
import { keepRows } from "../history/kept-rows";
import { findMentioned } from "./desk-people";
import { notifyDesk } from "./live-events";
import { addFollows, notifyOfComment, type SubjectId } from "./notices";
import { findSubject, subjectVisible } from "./subjects";

export type WrittenComment = { readonly id: string };

/**
 * Writes a comment or a reply; a reply to a reply stands under the same first comment, is about the same field, and
 * opens a thread again that was resolved. Its author and those whom it mentions follow from now on.
 * @throws Refusal forbidden or not_found; Invalid for a field that the record has not, or a parent that is elsewhere
 */
export async function writeComment(actor: Actor, { body, parent, ...input }: CommentInput): Promise<WrittenComment> {
  requirePermission(actor, "write a comment");
  return transaction(async (tx) => {
    const { id: subjectId, record } = await findSubject(tx, actor, input);
    const subject = { kind: input.kind, id: subjectId };
    if (input.field !== null && !Object.hasOwn(RECORD_INPUTS[record].shape, input.field)) {
      throw new Invalid({ field: "validation.choice" });
    }
    const first = parent ? await openThread(tx, subject, parent) : null;
    const [comment] = await tx
      .insert(comments)
      .values({
        subjectKind: subject.kind,
        subjectId,
        field: first ? first.field : input.field,
        parentId: first?.id ?? null,
        body,
        authorId: actor.id,
      })
      .returning({ id: comments.id });
    const { id } = comment as WrittenComment;
    const mentioned = await storeMentions(tx, actor, id, body);
    await addFollows(tx, subject, { ...causeFor(mentioned), [actor.id]: "commenter" });
    await notifyOfComment(tx, actor, subject, id, { mentioned, followers: true });
    await notifyDesk(tx, { kind: "comment", id: subjectId });
    await keepRows(tx, actor, "comments", inArray(comments.id, first ? [id, first.id] : [id]));
    return { id };
  });
}

/** The first comment of the thread that a reply goes to, with the thread open again. */
async function openThread(tx: Tx, subject: SubjectId, parent: string) {
  const within = and(eq(comments.subjectKind, subject.kind), eq(comments.subjectId, subject.id));
  const [row] = await tx
    .update(comments)
    .set({ resolvedAt: null, resolvedBy: null })
    .where(
      and(
        within,
        isNull(comments.parentId),
        sql`${comments.id} = (select coalesce(one.parent_id, one.id) from ${comments} as one where one.id = ${parent}::uuid)`,
      ),
    )
    .returning({ id: comments.id, field: comments.field });
  if (!row) throw new Invalid({ parent: "validation.unknownComment" });
  return row;
}

/** @returns those whom it mentions and did not before */
async function storeMentions(tx: Tx, actor: Actor, commentId: string, body: string) {
  const ids = (await findMentioned(tx, handlesIn(body))).map(({ id }) => id);
  await tx
    .delete(commentMentions)
    .where(
      and(
        eq(commentMentions.commentId, commentId),
        ids.length > 0 ? notInArray(commentMentions.personId, ids) : undefined,
      ),
    );
  if (ids.length === 0) return [];
  const added = await tx
    .insert(commentMentions)
    .values(ids.map((personId) => ({ commentId, personId })))
    .onConflictDoNothing()
    .returning({ id: commentMentions.personId });
  return added.map(({ id }) => id).filter((id) => id !== actor.id);
}

const causeFor = (mentioned: readonly string[]) =>
  Object.fromEntries(mentioned.map((id) => [id, "mentioned" as FollowCause]));

/** Its author changes what it says; whoever is mentioned only now is notified. @throws Refusal forbidden or not_found */
export async function editComment(actor: Actor, id: string, body: string): Promise<WrittenComment> {
  requirePermission(actor, "write a comment");
  return transaction(async (tx) => {
    const { subject, ...comment } = await lockComment(tx, actor, id);
    if (comment.authorId !== actor.id) throw Refusal.notYourWork();
    if (comment.body === null) throw Refusal.takenBack();
    if (comment.body === body) return { id };
    await tx.update(comments).set({ body, editedAt: sql`now()` }).where(eq(comments.id, id));
    const mentioned = await storeMentions(tx, actor, id, body);
    await addFollows(tx, subject, causeFor(mentioned));
    if (mentioned.length > 0) await notifyOfComment(tx, actor, subject, id, { mentioned, followers: false });
    await notifyDesk(tx, { kind: "comment", id: subject.id });
    await keepRows(tx, actor, "comments", eq(comments.id, id));
    return { id };
  });
}

/**
 * Its author takes it back: what it said is gone, that it was there stays, and so do the replies. Notices of it that
 * nobody has read yet are gone too. @throws Refusal forbidden or not_found
 */
export async function takeBackComment(actor: Actor, id: string): Promise<WrittenComment> {
  requirePermission(actor, "write a comment");
  return transaction(async (tx) => {
    const { subject, authorId } = await lockComment(tx, actor, id);
    if (authorId !== actor.id) throw Refusal.notYourWork();
    await tx.update(comments).set({ body: null }).where(eq(comments.id, id));
    await tx.delete(commentMentions).where(eq(commentMentions.commentId, id));
    await tx.delete(notices).where(and(eq(notices.commentId, id), isNull(notices.readAt)));
    await notifyDesk(tx, { kind: "comment", id: subject.id });
    await keepRows(tx, actor, "comments", eq(comments.id, id));
    return { id };
  });
}

/** Marks a thread as resolved, or opens it again. @throws Refusal forbidden or not_found */
export async function resolveThread(actor: Actor, id: string, isResolved: boolean): Promise<WrittenComment> {
  requirePermission(actor, "write a comment");
  return transaction(async (tx) => {
    const { subject, parentId } = await lockComment(tx, actor, id);
    await tx
      .update(comments)
      .set(isResolved ? { resolvedAt: sql`now()`, resolvedBy: actor.id } : { resolvedAt: null, resolvedBy: null })
      .where(and(eq(comments.id, parentId ?? id), sql`(${comments.resolvedAt} is null) = ${isResolved}`));
    await notifyDesk(tx, { kind: "comment", id: subject.id });
    await keepRows(tx, actor, "comments", eq(comments.id, parentId ?? id));
    return { id: parentId ?? id };
  });
}

async function lockComment(tx: Tx, actor: Actor, id: string) {
  const [row] = await tx
    .select({
      authorId: comments.authorId,
      parentId: comments.parentId,
      body: comments.body,
      kind: sql<SubjectKind>`${comments.subjectKind}`,
      subjectId: comments.subjectId,
    })
    .from(comments)
    .where(
      and(
        eq(comments.id, id),
        inArray(comments.subjectKind, [...RECORD_KINDS, "proposal"]),
        subjectVisible(actor, comments.subjectKind, comments.subjectId),
      ),
    )
    .for("update");
  if (!row) throw Refusal.notFound();
  const { kind, subjectId, ...comment } = row;
  return { ...comment, subject: { kind, id: subjectId } };
}
