import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { answersTo, type Handled, handlesIn } from "@/lib/records/mention";
import { groupBy } from "@/lib/text/group-by";
import type { Actor, Role } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { commentMentions, comments, people } from "../../schema";
import type { WorkSubject } from "../queue/assignments";
import { readCommentFiles } from "./comment-files";
import { listAllDeskPeople } from "./desk-people";
import { readFollowing } from "./follows";
import { findSubject } from "./subjects";

export type CommentList = Awaited<ReturnType<typeof listComments>>;
export type Comment = CommentList["items"][number];

const [author, resolver] = [alias(people, "author"), alias(people, "resolver")];

/**
 * What was said about a record or a proposal, or about one of its fields, in the order in which it was written; how many
 * comments each field has ("" for the whole), and why the reader follows. `body` is null once it was taken back.
 * `unknown` are handles in the reader's own comment to which nobody answers: nobody was notified.
 * @throws Refusal forbidden or not_found
 */
export async function listComments(actor: Actor, subject: WorkSubject, field?: string) {
  requirePermission(actor, "read the discussion");
  const { id, record } = await findSubject(db, actor, subject);
  const about = and(eq(comments.subjectKind, subject.kind), eq(comments.subjectId, id)) as SQL;
  const [rows, mentions, desk, counts, following, filed] = await Promise.all([
    readComments(
      field === undefined ? about : and(about, field === "" ? isNull(comments.field) : eq(comments.field, field)),
    ),
    db
      .select({ commentId: commentMentions.commentId, personId: commentMentions.personId })
      .from(commentMentions)
      .innerJoin(comments, and(eq(comments.id, commentMentions.commentId), about)),
    listAllDeskPeople(db),
    db
      .select({ field: sql<string>`coalesce(${comments.field}, '')`, count: sql<number>`count(*)::int` })
      .from(comments)
      .where(and(about, sql`${comments.body} is not null`))
      .groupBy(comments.field),
    readFollowing(db, actor, { kind: subject.kind, id }),
    readCommentFiles(db, about),
  ]);
  const filesOf = groupBy(filed, ({ commentId }) => commentId);
  const known = new Map(desk.map((person) => [person.id, person]));
  const items = rows.map(({ authorId, ...row }) => {
    const named = mentions.flatMap((mention) =>
      mention.commentId === row.id ? (known.get(mention.personId) ?? []) : [],
    );
    const isOwn = authorId === actor.id;
    const unknown = isOwn ? handlesIn(row.body ?? "").filter((handle) => !isAnswered(named, handle)) : [];
    return {
      ...row,
      isOwn,
      mentions: named.map(({ handle, address, name, role }) => ({ handle, address, name, role })),
      unknown,
      files: (filesOf.get(row.id) ?? []).map(({ commentId: _comment, ...file }) => file),
    };
  });
  return {
    items,
    record,
    total: items.length,
    fields: Object.fromEntries(counts.map((row) => [row.field, row.count])),
    following,
  };
}

/** Two people may share, by now, what one was called when it was written. */
const isAnswered = (named: readonly (Handled & { readonly role: Role })[], text: string) =>
  named.some((person) => answersTo(person, text) || person.address.startsWith(`${text}@`));

const readComments = (where: SQL | undefined) =>
  db
    .select({
      id: comments.id,
      parentId: comments.parentId,
      field: comments.field,
      body: comments.body,
      authorId: comments.authorId,
      author: author.name,
      role: author.role,
      at: comments.at,
      editedAt: comments.editedAt,
      resolvedAt: comments.resolvedAt,
      resolvedBy: resolver.name,
    })
    .from(comments)
    .innerJoin(author, eq(author.id, comments.authorId))
    .leftJoin(resolver, eq(resolver.id, comments.resolvedBy))
    .where(where)
    .orderBy(asc(comments.at), asc(comments.id));

/** How many comments are open threads on each of these records or proposals, by id; those without are left out. */
export async function countOpenThreads(
  actor: Actor,
  kind: WorkSubject["kind"],
  ids: readonly string[],
): Promise<Map<string, number>> {
  requirePermission(actor, "read the discussion");
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: comments.subjectId, count: sql<number>`count(*)::int` })
    .from(comments)
    .where(
      and(
        eq(comments.subjectKind, kind),
        inArray(comments.subjectId, [...ids]),
        isNull(comments.parentId),
        isNull(comments.resolvedAt),
        sql`${comments.body} is not null`,
      ),
    )
    .groupBy(comments.subjectId);
  return new Map(rows.map(({ id, count }) => [id, count]));
}
