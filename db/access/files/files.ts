import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { FiledKind, FiledSubject } from "@/lib/records/file";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { may, WRITE_PERMISSIONS } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, type Tx, transaction } from "../../client";
import { attachments, evidence, files, people } from "../../schema";
import { findSubject } from "../discussion/subjects";
import { survivorIds } from "../merges/redirects";
import { lockRecords } from "../records/record-content";
import { listRecordLines } from "../records/record-lines";
import { appendRevisions } from "../revisions";
import { editorialTableOf } from "../tables";
import { isPublicLabel, visibleTo } from "../visibility";
import { attachIn, type Kept, type KeptIn, keptOf, noteCustody, ofSubject } from "./attach-file";
import { readCustody } from "./custody";
import { openableTo } from "./openable";
import { readWhenNoneWaits } from "./release-copies";

export type Attachment = Awaited<ReturnType<typeof listAttachments>>[number];
const columnsFor = (actor: Actor) => ({
  id: attachments.id,
  fileId: files.id,
  name: attachments.name,
  size: files.size,
  type: files.type,
  digest: files.digest,
  at: attachments.at,
  by: people.name,
  redactedFrom: attachments.redactedFrom,
  isRedacted: sql<boolean>`${attachments.redactedFrom} is not null`,
  /** A redacted copy that no other editor has released yet: the desk's alone to see. */
  isWaiting: sql<boolean>`${attachments.waitingSince} is not null`,
  /** True when this person handed it in, or made it: four eyes. */
  isOwnWork: sql<boolean>`${attachments.by} = ${actor.id}`,
});

/** Whether this person may hand in files with a record. @throws Refusal forbidden or not_found */
export async function requireFiling(actor: Actor, subject: FiledSubject): Promise<void> {
  requirePermission(actor, WRITE_PERMISSIONS[subject.kind]);
  await findSubject(db, actor, subject);
}

/**
 * The files of a record that were not withdrawn, in the order in which they came; for whoever may open no originals the
 * redacted copies alone.
 */
export async function listAttachments(actor: Actor, subject: FiledSubject) {
  requirePermission(actor, "read published records");
  const { id } = await findSubject(db, actor, subject);
  const rows = await db
    .select(columnsFor(actor))
    .from(attachments)
    .innerJoin(files, eq(files.id, attachments.fileId))
    .innerJoin(people, eq(people.id, attachments.by))
    .where(and(ofSubject(subject.kind, id), isNull(attachments.withdrawnAt), openableTo(actor)))
    .orderBy(asc(attachments.at), asc(attachments.id));
  const isCovered = rows.length > 0 && (await isSensitive(subject.kind, id));
  return rows.map((row) => ({ ...told(actor, row), isSensitive: isCovered }));
}

/**
 * Hands a file in with a record, of which the bytes stand in the storage already.
 * @returns `isNew` is false for one that the record has; one that was withdrawn there stands there again
 * @throws Refusal forbidden or not_found; conflict when the bytes were erased since they were kept
 */
export async function attachFile(
  actor: Actor,
  subject: FiledSubject,
  kept: Kept,
  storage?: KeptIn,
): Promise<{ id: string; isNew: boolean }> {
  requirePermission(actor, WRITE_PERMISSIONS[subject.kind]);
  return transaction(async (tx) => {
    const record = (await lockRecords(tx, actor, subject.kind, [subject.slug])).get(subject.slug);
    if (!record) throw Refusal.notFound();
    const { id, fileId, isNew } = await attachIn(tx, actor, { ...subject, id: record.id }, kept, {}, storage);
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
    const subject = await requireVisible(tx, actor, kind, row.subject);
    await tx
      .update(attachments)
      .set({ withdrawnAt: sql`now()`, withdrawnBy: actor.id, reason: given })
      .where(eq(attachments.id, id));
    await readWhenNoneWaits(tx, { kind, id: subject });
    await noteCustody(tx, actor, row.fileId, "withdrawal", { attachment: id, reason: given });
    await appendRevisions(tx, actor, await keptOf(tx, row.fileId, id));
  });
}

/** A record that became another one is seen as that one is. @returns whose id that is @throws Refusal not_found */
async function requireVisible(tx: Tx, actor: Actor, kind: FiledKind, subject: string): Promise<string> {
  const table = editorialTableOf(kind);
  const id = (await survivorIds(tx, [subject])).get(subject) ?? subject;
  const [row] = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.id, id), visibleTo(actor, table)));
  if (!row) throw Refusal.notFound();
  return id;
}

/** Whether a record's label keeps it on the desk: its files are covered until somebody asks. Items alone have one. */
export async function isSensitive(kind: FiledKind, id: string): Promise<boolean> {
  if (kind !== "evidence") return false;
  const [item] = await db
    .select({ isPublic: sql<boolean>`${isPublicLabel(evidence.sharing)}` })
    .from(evidence)
    .where(eq(evidence.id, id));
  return item?.isPublic === false;
}

/** One file as it may be opened, with its record. @throws Refusal forbidden or not_found, also of a record that this person may not see */
export async function findAttachment(actor: Actor, attachment: string) {
  requirePermission(actor, "read published records");
  const [row] = await db
    .select({ ...columnsFor(actor), kind: attachments.subjectKind, subject: attachments.subjectId })
    .from(attachments)
    .innerJoin(files, eq(files.id, attachments.fileId))
    .innerJoin(people, eq(people.id, attachments.by))
    .where(and(eq(attachments.id, attachment), isNull(attachments.withdrawnAt), openableTo(actor)));
  if (!row) throw Refusal.notFound();
  const kind = row.kind as FiledKind;
  const id = (await survivorIds(db, [row.subject])).get(row.subject) ?? row.subject;
  const [line] = await listRecordLines(actor, [{ kind, where: eq(editorialTableOf(kind).id, id) }], 1);
  if (!line) throw Refusal.notFound();
  return { ...told(actor, row), record: { ...line, kind }, isSensitive: await isSensitive(kind, id) };
}

/** A copy's original is nothing that others need to hear of. */
const told = <F extends { redactedFrom: string | null }>(actor: Actor, file: F): F =>
  may(actor, "open an original file") ? file : { ...file, redactedFrom: null };

export type CustodyEvent = Awaited<ReturnType<typeof listCustody>>[number];

/** What happened to a file, the earliest first. @throws Refusal forbidden or not_found */
export async function listCustody(actor: Actor, attachment: string) {
  const { fileId } = await findAttachment(actor, attachment);
  return (await readCustody([fileId], may(actor, "open an original file"))).get(fileId) ?? [];
}
