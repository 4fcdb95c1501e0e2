import { and, asc, eq, isNull } from "drizzle-orm";
import type { FileStorage } from "@/db/files/file-storage";
import { makeRedactedCopy } from "@/db/files/redacted-copy";
import { openStorage } from "@/db/files/storage";
import { fileName, hasPages } from "@/lib/records/file";
import { countBoxes, nameOfType, type RedactionInput } from "@/lib/records/redaction";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, transaction } from "../../client";
import { attachments, files } from "../../schema";
import { notifyOfCopy } from "../discussion/notices";
import { lockRecords } from "../records/record-content";
import { appendRevisions } from "../revisions";
import { attachIn, keptCustodyOf, keptOf, noteCustody } from "./attach-file";
import { findAttachment } from "./files";

/**
 * Makes a copy of a file with boxes painted black, of pixels alone, beside the original at its record: whoever may open no
 * originals sees the copy from the moment that they see the record. The original stays as it is.
 * @returns `isNew` is false when the very same copy is there
 * @throws Refusal forbidden or not_found; Invalid of a file without pages, or of boxes on pages that there are not
 */
export async function redactAttachment(
  actor: Actor,
  original: string,
  { name, boxes }: RedactionInput,
  storage: FileStorage = openStorage(),
): Promise<{ id: string; isNew: boolean }> {
  requirePermission(actor, "redact a file");
  const file = await findAttachment(actor, original);
  if (!hasPages(file.type) || file.redactedFrom) throw new Invalid({ boxes: "validation.notRedactable" });
  // Made before the transaction: a long file would hold a connection.
  const copy = await makeRedactedCopy(storage, file, boxes);
  if (typeof copy === "string") throw new Invalid({ boxes: `validation.${copy}` });
  const kept = { ...copy, name: nameOfType(fileName(name), copy.type) };
  const { kind, slug, id: subject } = file.record;
  return transaction(async (tx) => {
    if (!(await lockRecords(tx, actor, kind, [slug])).has(slug)) throw Refusal.notFound();
    const standing = and(eq(attachments.id, original), isNull(attachments.withdrawnAt));
    const [stands] = await tx.select({ id: attachments.id }).from(attachments).where(standing);
    if (!stands) throw Refusal.notFound();
    const at = { kind, slug, id: subject };
    const { id, fileId, isNew } = await attachIn(tx, actor, at, kept, { redactedFrom: original }, storage);
    if (!isNew) return { id, isNew };
    const painted = countBoxes(boxes);
    await noteCustody(tx, actor, fileId, "redaction", { original: file.digest, ...painted });
    await noteCustody(tx, actor, file.fileId, "redaction", { copy: copy.digest, ...painted });
    await notifyOfCopy(tx, actor, at);
    await appendRevisions(tx, actor, [...(await keptOf(tx, fileId, id)), ...(await keptCustodyOf(tx, file.fileId))]);
    return { id, isNew };
  });
}

export type RedactedCopy = Awaited<ReturnType<typeof listRedactedCopies>>[number];

/** The redacted copies of a file that were not withdrawn, the earliest first. @throws Refusal forbidden or not_found */
export async function listRedactedCopies(actor: Actor, original: string) {
  requirePermission(actor, "open an original file");
  await findAttachment(actor, original);
  return db
    .select({ id: attachments.id, name: attachments.name, type: files.type, at: attachments.at })
    .from(attachments)
    .innerJoin(files, eq(files.id, attachments.fileId))
    .where(and(eq(attachments.redactedFrom, original), isNull(attachments.withdrawnAt)))
    .orderBy(asc(attachments.at), asc(attachments.id));
}
