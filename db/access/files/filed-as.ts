import { and, eq, isNull, type SQLWrapper, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { attachments, commentFiles, comments, proposals } from "../../schema";
import { readableTo } from "../discussion/comment-files";

/**
 * As what a file stands somewhere, for a lateral join: with a record, whoever sees that, and with a comment that this person may
 * read; what was withdrawn or taken back is nowhere. `kind` and `subject` are of the record that it is with, or is talked of.
 */
export function filedAs(actor: Actor, fileId: SQLWrapper) {
  const { id, name, at } = attachments;
  const withRecords = db
    .select({
      ...{ id, name, at },
      kind: sql<RecordKind>`${attachments.subjectKind}`.as("kind"),
      subject: sql<string>`${attachments.subjectId}`.as("subject"),
      comment: sql<string | null>`null::uuid`.as("comment"),
    })
    .from(attachments)
    .where(and(eq(attachments.fileId, fileId), isNull(attachments.withdrawnAt)));
  const withComments = db
    .select({
      ...{ id: commentFiles.id, name: commentFiles.name, at: commentFiles.at },
      kind: sql<RecordKind>`coalesce(${proposals.recordKind}, ${comments.subjectKind})`,
      subject: sql<string>`coalesce(${proposals.recordId}, ${comments.subjectId})`,
      comment: sql<string | null>`${comments.id}`,
    })
    .from(commentFiles)
    .innerJoin(comments, eq(comments.id, commentFiles.commentId))
    .leftJoin(proposals, and(eq(comments.subjectKind, "proposal"), eq(proposals.id, comments.subjectId)))
    .where(and(eq(commentFiles.fileId, fileId), readableTo(actor)));
  return unionAll(withRecords, withComments).as("filed");
}
