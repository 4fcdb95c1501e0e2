import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { RECORD_KINDS } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { type Db, db, transaction } from "../../client";
import { commentFiles, comments, files } from "../../schema";
import { type Kept, type KeptIn, keptCustodyOf, noteCustody, takeIn, writtenNow } from "../files/attach-file";
import { writtenRows } from "../history/kept-rows";
import { appendRevisions } from "../revisions";
import { notifyDesk } from "./live-events";
import { subjectVisible } from "./subjects";

export type CommentFile = Awaited<ReturnType<typeof findCommentFile>>;

const columns = {
  id: commentFiles.id,
  name: commentFiles.name,
  size: files.size,
  type: files.type,
  digest: files.digest,
};

/** What was taken back is not there any more, nor what came with it. */
export const readableTo = (actor: Actor) =>
  and(
    isNotNull(comments.body),
    inArray(comments.subjectKind, [...RECORD_KINDS, "proposal"]),
    subjectVisible(actor, comments.subjectKind, comments.subjectId),
  );

/** The comment of this person's own that takes files. @throws Refusal not_found, or forbidden where it is another's */
async function findOwnComment(on: Db, actor: Actor, id: string) {
  const [row] = await on
    .select({ authorId: comments.authorId, subjectId: comments.subjectId })
    .from(comments)
    .where(and(eq(comments.id, id), readableTo(actor)));
  if (!row) throw Refusal.notFound();
  if (row.authorId !== actor.id) throw Refusal.notYourWork();
  return row;
}

/** Whether this person may hand in files with a comment: its author does. @throws Refusal forbidden or not_found */
export async function requireCommentFiling(actor: Actor, comment: string): Promise<void> {
  requirePermission(actor, "write a comment");
  await findOwnComment(db, actor, comment);
}

/**
 * Hands a file in with a comment, of which the bytes stand in the storage already.
 * @returns `isNew` is false for one that the comment has
 * @throws Refusal forbidden or not_found
 */
export async function attachToComment(
  actor: Actor,
  comment: string,
  kept: Kept,
  storage?: KeptIn,
): Promise<{ id: string; isNew: boolean }> {
  requirePermission(actor, "write a comment");
  return transaction(async (tx) => {
    const { subjectId } = await findOwnComment(tx, actor, comment);
    const fileId = await takeIn(tx, actor, kept, storage);
    const [made] = await tx
      .insert(commentFiles)
      .values({ commentId: comment, fileId, name: kept.name, by: actor.id })
      .onConflictDoNothing()
      .returning({ id: commentFiles.id });
    if (!made) {
      const there = and(eq(commentFiles.commentId, comment), eq(commentFiles.fileId, fileId));
      const [row] = await tx.select({ id: commentFiles.id }).from(commentFiles).where(there);
      if (!row) throw Refusal.notFound();
      return { id: row.id, isNew: false };
    }
    await noteCustody(tx, actor, fileId, "ingestion", { name: kept.name, record: `comment ${comment}` });
    await notifyDesk(tx, { kind: "comment", id: subjectId });
    await appendRevisions(tx, actor, [
      ...(await writtenRows(tx, "files", and(eq(files.id, fileId), writtenNow(files.at)))),
      ...(await writtenRows(tx, "commentFiles", eq(commentFiles.id, made.id))),
      ...(await keptCustodyOf(tx, fileId)),
    ]);
    return { id: made.id, isNew: true };
  });
}

/** One file of a comment, for whoever may read the comment. @throws Refusal forbidden or not_found */
export async function findCommentFile(actor: Actor, id: string) {
  requirePermission(actor, "read the discussion");
  const [row] = await db
    .select(columns)
    .from(commentFiles)
    .innerJoin(files, eq(files.id, commentFiles.fileId))
    .innerJoin(comments, eq(comments.id, commentFiles.commentId))
    .where(and(eq(commentFiles.id, id), readableTo(actor)));
  if (!row) throw Refusal.notFound();
  return row;
}

/** The files of the comments about one subject that the reader was found to see, by comment; of what was taken back none. */
export const readCommentFiles = (on: Db, about: ReturnType<typeof and>) =>
  on
    .select({ ...columns, commentId: commentFiles.commentId })
    .from(commentFiles)
    .innerJoin(files, eq(files.id, commentFiles.fileId))
    .innerJoin(comments, eq(comments.id, commentFiles.commentId))
    .where(and(about, sql`${comments.body} is not null`))
    .orderBy(asc(commentFiles.at), asc(commentFiles.id));
