import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { FiledKind, FiledSubject } from "@/lib/records/file";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { WRITE_PERMISSIONS } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, type Tx, transaction } from "../../client";
import { attachments, files, people } from "../../schema";
import { findSubject } from "../discussion/subjects";
import { survivorIds } from "../merges/redirects";
import { lockRecords } from "../records/record-content";
import { appendRevisions } from "../revisions";
import { editorialTableOf } from "../tables";
import { visibleTo } from "../visibility";
import { attachIn, type Kept, keptOf, noteCustody, ofSubject } from "./attach-file";
import { readCustody } from "./custody";

export type Attachment = Awaited<ReturnType<typeof listAttachments>>[number];
const columns = {
  id: attachments.id,
  fileId: files.id,
  name: attachments.name,
  size: files.size,
  type: files.type,
  digest: files.digest,
  at: attachments.at,
  by: people.name,
};

/** Whether this person may hand in files with a record. @throws Refusal forbidden or not_found */
export async function requireFiling(actor: Actor, subject: FiledSubject): Promise<void> {
  requirePermission(actor, WRITE_PERMISSIONS[subject.kind]);
  await findSubject(db, actor, subject);
}

/** The files of a record that were not withdrawn, in the order in which they came: the desk's alone to see. */
export async function listAttachments(actor: Actor, subject: FiledSubject) {
  requirePermission(actor, "read drafts");
  const { id } = await findSubject(db, actor, subject);
  return db
    .select(columns)
    .from(attachments)
    .innerJoin(files, eq(files.id, attachments.fileId))
    .innerJoin(people, eq(people.id, attachments.by))
    .where(and(ofSubject(subject.kind, id), isNull(attachments.withdrawnAt)))
    .orderBy(asc(attachments.at), asc(attachments.id));
}

/**
 * Hands a file in with a record, of which the bytes stand in the storage already.
 * @returns `isNew` is false for one that the record has; one that was withdrawn there stands there again
 * @throws Refusal forbidden or not_found
 */
export async function attachFile(
  actor: Actor,
  subject: FiledSubject,
  kept: Kept,
): Promise<{ id: string; isNew: boolean }> {
  requirePermission(actor, WRITE_PERMISSIONS[subject.kind]);
  return transaction(async (tx) => {
    const record = (await lockRecords(tx, actor, subject.kind, [subject.slug])).get(subject.slug);
    if (!record) throw Refusal.notFound();
    const { id, fileId, isNew } = await attachIn(tx, actor, { ...subject, id: record.id }, kept);
    if (isNew) await appendRevisions(tx, actor, await keptOf(tx, fileId, id));
    return { id, isNew };
  });
}

/**
 * Hides a file of a record, with a reason that stays; its bytes and what happened to them stay too.
 * @throws Refusal forbidden or not_found; Invalid without a reason
 */
export async function withdrawAttachment(actor: Actor, id: string, reason: string): Promise<void> {
  requirePermission(actor, "read drafts");
  const given = reason.trim();
  if (!given) throw new Invalid({ reason: "validation.reasonRequired" });
  await transaction(async (tx) => {
    const [row] = await tx
      .select({ kind: attachments.subjectKind, subject: attachments.subjectId, fileId: attachments.fileId })
      .from(attachments)
      .where(and(eq(attachments.id, id), isNull(attachments.withdrawnAt)))
      .for("update");
    if (!row) throw Refusal.notFound();
    const kind = row.kind as FiledKind;
    requirePermission(actor, WRITE_PERMISSIONS[kind]);
    await requireVisible(tx, actor, kind, row.subject);
    await tx
      .update(attachments)
      .set({ withdrawnAt: sql`now()`, withdrawnBy: actor.id, reason: given })
      .where(eq(attachments.id, id));
    await noteCustody(tx, actor, row.fileId, "withdrawal", { attachment: id, reason: given });
    await appendRevisions(tx, actor, await keptOf(tx, row.fileId, id));
  });
}

/** A record that became another one is seen as that one is. */
async function requireVisible(on: Tx | typeof db, actor: Actor, kind: FiledKind, subject: string): Promise<void> {
  const table = editorialTableOf(kind);
  const id = (await survivorIds(on, [subject])).get(subject) ?? subject;
  const [row] = await on
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.id, id), visibleTo(actor, table)));
  if (!row) throw Refusal.notFound();
}

/** One file as it may be opened. @throws Refusal forbidden or not_found, also of a record that this person may not see */
export async function findAttachment(actor: Actor, id: string) {
  requirePermission(actor, "read drafts");
  const [row] = await db
    .select({ ...columns, kind: attachments.subjectKind, subject: attachments.subjectId })
    .from(attachments)
    .innerJoin(files, eq(files.id, attachments.fileId))
    .innerJoin(people, eq(people.id, attachments.by))
    .where(and(eq(attachments.id, id), isNull(attachments.withdrawnAt)));
  if (!row) throw Refusal.notFound();
  await requireVisible(db, actor, row.kind as FiledKind, row.subject);
  return row;
}

export type CustodyEvent = Awaited<ReturnType<typeof listCustody>>[number];

/** What happened to a file, the earliest first. @throws Refusal forbidden or not_found */
export async function listCustody(actor: Actor, attachment: string) {
  const { fileId } = await findAttachment(actor, attachment);
  return (await readCustody([fileId])).get(fileId) ?? [];
}
