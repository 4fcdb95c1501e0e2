import { and, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { FileStorage } from "@/db/files/file-storage";
import { openStorage } from "@/db/files/storage";
import type { CustodyKind, FiledKind, FiledSubject } from "@/lib/records/file";
import { Refusal } from "@/lib/workflow/refusal";
import type { Tx } from "../../client";
import { attachments, custodyEvents, files } from "../../schema";
import { writtenRows } from "../history/kept-rows";
import { absorbedInto } from "../merges/redirects";
import type { NewRevision } from "../revisions";
import { holdBytes } from "./hold-bytes";
import { standsSomewhere } from "./standing";

/** What came in, as its bytes say. */
export type Kept = { readonly digest: string; readonly size: number; readonly type: string; readonly name: string };

/** Where its bytes come from: what custody says of that beside their name and their record, and the original of a redacted copy. */
type Origin = { readonly said?: Readonly<Record<string, unknown>>; readonly redactedFrom?: string };

/** Where bytes that were kept a moment ago are asked for once more. */
export type KeptIn = Pick<FileStorage, "has">;

/** Somebody, as whom it is done. */
type Writer = { readonly id: string };

/** Its own, and those of the records that became one with it. */
export const ofSubject = (kind: FiledKind, id: string) =>
  and(eq(attachments.subjectKind, kind), absorbedInto(attachments.subjectId, id));

/** Attaches a file within a transaction that holds the record's lock, as whoever asked for it; its end appends what `keptOf` answers. */
export async function attachIn(
  tx: Tx,
  by: Writer,
  subject: FiledSubject & { readonly id: string },
  kept: Kept,
  { said = {}, redactedFrom }: Origin = {},
  storage?: KeptIn,
): Promise<{ id: string; fileId: string; isNew: boolean }> {
  const fileId = await takeIn(tx, by, kept, storage);
  const [there] = await tx
    .select({
      id: attachments.id,
      withdrawnAt: attachments.withdrawnAt,
      redactedFrom: attachments.redactedFrom,
    })
    .from(attachments)
    .where(and(ofSubject(subject.kind, subject.id), eq(attachments.fileId, fileId)));
  const isThere = there && !there.withdrawnAt && (there.redactedFrom !== null || !redactedFrom);
  if (isThere) return { id: there.id, fileId, isNew: false };
  // Bytes that somebody hands in again are no redacted copy any more: who sees those is said by whoever redacts.
  const row = {
    name: kept.name,
    by: by.id,
    redactedFrom: redactedFrom ?? null,
    waitingSince: redactedFrom ? sql`now()` : null,
    releasedBy: null,
    withdrawnAt: null,
    withdrawnBy: null,
    reason: null,
  };
  const [made] = there
    ? await tx.update(attachments).set(row).where(eq(attachments.id, there.id)).returning({ id: attachments.id })
    : await tx
        .insert(attachments)
        .values({ ...row, fileId, subjectKind: subject.kind, subjectId: subject.id })
        .returning({ id: attachments.id });
  if (!made) throw new Error("An attachment was not stored.");
  await noteCustody(tx, by, fileId, "ingestion", {
    name: kept.name,
    record: `${subject.kind} ${subject.slug}`,
    ...said,
  });
  return { id: made.id, fileId, isNew: true };
}

/**
 * The row of the bytes; of those that are new, with what was computed of them. Nobody destroys them until the transaction ends.
 * @throws Refusal conflict when they were destroyed since they were kept
 */
export async function takeIn(
  tx: Tx,
  by: Writer,
  { digest, size, type }: Kept,
  storage: KeptIn = openStorage(),
): Promise<string> {
  await holdBytes(tx, [digest]);
  const [made] = await tx
    .insert(files)
    .values({ digest, size, type, by: by.id })
    .onConflictDoNothing({ target: files.digest })
    .returning({ id: files.id });
  if (made) {
    await noteCustody(tx, by, made.id, "message digest calculation", { algorithm: "SHA-256", digest, size });
    return made.id;
  }
  const [known] = await tx.select({ id: files.id }).from(files).where(eq(files.digest, digest));
  if (!known) throw Refusal.notFound();
  const stands = await tx.$count(files, and(eq(files.id, known.id), standsSomewhere()));
  if (stands === 0 && !(await storage.has(digest))) throw Refusal.erasedMeanwhile();
  return known.id;
}

export async function noteCustody(
  tx: Tx,
  by: Writer,
  fileId: string,
  kind: CustodyKind,
  detail: Record<string, unknown>,
) {
  await tx.insert(custodyEvents).values({ fileId, kind, by: by.id, detail });
}

/** This transaction's own: rows of one transaction have one moment. */
export const writtenNow = (at: SQLWrapper): SQL => sql`${at} = transaction_timestamp()::timestamptz(3)`;

/** What the chain is told of what this transaction wrote of a file. */
export async function keptOf(tx: Tx, fileId: string, attachment: string): Promise<NewRevision[]> {
  return [
    ...(await writtenRows(tx, "files", and(eq(files.id, fileId), writtenNow(files.at)))),
    ...(await writtenRows(tx, "attachments", eq(attachments.id, attachment))),
    ...(await keptCustodyOf(tx, fileId)),
  ];
}

/** The same of its custody alone. */
export const keptCustodyOf = (tx: Tx, fileId: string): Promise<NewRevision[]> =>
  writtenRows(tx, "custodyEvents", and(eq(custodyEvents.fileId, fileId), writtenNow(custodyEvents.at)));
