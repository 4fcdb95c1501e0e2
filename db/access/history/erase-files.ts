import { and, eq, inArray, notExists, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { RecordKind } from "@/lib/records/editorial";
import type { FiledKind } from "@/lib/records/file";
import type { Tx } from "../../client";
import {
  attachments,
  captures,
  commentFiles,
  custodyEvents,
  filePages,
  files,
  fileTexts,
  notices,
  watches,
} from "../../schema";
import { noteCustody, ofSubject, writtenNow } from "../files/attach-file";
import { holdBytesAlone } from "../files/hold-bytes";
import type { NewRevision } from "../revisions";
import { goneRows, writtenRows } from "./kept-rows";

/** What an erasure takes of files. */
type ErasedFiles = {
  /** Digests of bytes that nothing needs any more: to be destroyed once the erasure holds. */
  readonly digests: readonly string[];
  /** What the chain is told of the rows. */
  readonly revisions: readonly NewRevision[];
};

const uuid = (id: string) => sql<string>`${id}::uuid`;

/** Of events of a file that is gone what tells of its bytes alone. */
const OF_BYTES = ["message digest calculation", "fixity check"] as const;

/**
 * Takes away files as what they stood with a record (`isWhole`) and with comments that are taken away after this: names, texts,
 * captures and watches. Bytes that stand nowhere else are gone with what their custody says of them; that it was, and that they
 * were destroyed, stays.
 * @param said which comments go
 */
export async function dropFiles(
  tx: Tx,
  by: { readonly id: string },
  { kind, id, slug }: { readonly kind: RecordKind; readonly id: string; readonly slug: string },
  said: SQL,
  isWhole: boolean,
): Promise<ErasedFiles> {
  const talk = await tx
    .select({ id: commentFiles.id, fileId: commentFiles.fileId, commentId: commentFiles.commentId })
    .from(commentFiles)
    .where(sql`${commentFiles.commentId} in ${said}`);
  const { captured, own } = isWhole ? await dropOwn(tx, kind, id) : { captured: [], own: [] };
  const fileIds = [...new Set([...talk, ...own].map(({ fileId }) => fileId))];
  const places = [`${kind} ${slug}`, ...talk.map(({ commentId }) => `comment ${commentId}`)];
  await holdFiles(tx, fileIds);
  const gone = await listUnneeded(
    tx,
    fileIds,
    talk.map((file) => file.id),
  );
  const scrubbed = await listTelling(
    tx,
    fileIds,
    gone.map((file) => file.id),
    places,
    own.map((file) => file.id),
  );
  await tx.execute(
    sql`select erase_files(${`{${scrubbed.join(",")}}`}::uuid[], ${`{${talk.map((file) => file.id).join(",")}}`}::uuid[])`,
  );
  for (const file of gone) await noteCustody(tx, by, file.id, "deletion", { record: `${kind} ${slug}` });
  const lost = gone.map((file) => file.id);
  for (const table of [filePages, fileTexts])
    if (lost.length > 0) await tx.delete(table).where(inArray(table.fileId, lost));
  const events = or(
    scrubbed.length > 0 ? inArray(custodyEvents.id, scrubbed) : undefined,
    lost.length > 0 ? and(inArray(custodyEvents.fileId, lost), writtenNow(custodyEvents.at)) : undefined,
  );
  return {
    digests: gone.map(({ digest }) => digest),
    revisions: [
      ...(await goneRows(
        tx,
        "commentFiles",
        talk.map((file) => uuid(file.id)),
      )),
      ...(await goneRows(
        tx,
        "attachments",
        own.map((file) => uuid(file.id)),
      )),
      ...(await goneRows(
        tx,
        "captures",
        captured.map((capture) => uuid(capture.id)),
      )),
      ...(events ? await writtenRows(tx, "custodyEvents", events) : []),
    ],
  };
}

/** Of the record and of those that became one with it: watches, captures, and the files as they stood there. */
async function dropOwn(tx: Tx, kind: RecordKind, id: string) {
  await tx.delete(watches).where(and(eq(watches.subjectKind, kind), eq(watches.subjectId, id)));
  const ofRecord = and(eq(captures.subjectKind, kind), eq(captures.subjectId, id));
  const captured = tx.select({ id: captures.id }).from(captures).where(ofRecord);
  await tx.delete(notices).where(inArray(notices.captureId, captured));
  return {
    captured: await tx.delete(captures).where(ofRecord).returning({ id: captures.id }),
    own: await tx
      .delete(attachments)
      .where(ofSubject(kind as FiledKind, id))
      .returning({ id: attachments.id, fileId: attachments.fileId }),
  };
}

/** Whoever hands the same bytes in at this moment is waited for, and waits for what becomes of them. */
async function holdFiles(tx: Tx, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return;
  const rows = await tx
    .select({ digest: files.digest })
    .from(files)
    .where(inArray(files.id, [...fileIds]));
  await holdBytesAlone(
    tx,
    rows.map(({ digest }) => digest),
  );
}

/** Which of these files stand with no record any more, nor with a comment that stays. */
async function listUnneeded(tx: Tx, fileIds: readonly string[], talk: readonly string[]) {
  if (fileIds.length === 0) return [];
  const withRecord = tx.select({ id: attachments.fileId }).from(attachments).where(eq(attachments.fileId, files.id));
  const stays = talk.length > 0 ? notInArray(commentFiles.id, [...talk]) : undefined;
  const withComment = tx
    .select({ id: commentFiles.fileId })
    .from(commentFiles)
    .where(and(eq(commentFiles.fileId, files.id), stays));
  return tx
    .select({ id: files.id, digest: files.digest })
    .from(files)
    .where(and(inArray(files.id, [...fileIds]), notExists(withRecord), notExists(withComment)));
}

/** Events that tell of what goes: all but those of the bytes of a file that is gone; of others what names the record or its talk. */
async function listTelling(
  tx: Tx,
  fileIds: readonly string[],
  gone: readonly string[],
  places: readonly string[],
  own: readonly string[],
): Promise<string[]> {
  if (fileIds.length === 0) return [];
  const { detail, fileId, kind } = custodyEvents;
  const ofGone = gone.length > 0 ? and(inArray(fileId, [...gone]), notInArray(kind, [...OF_BYTES])) : undefined;
  const names = (key: string, values: readonly string[]) =>
    values.length > 0 ? inArray(sql`${detail} ->> ${key}`, [...values]) : undefined;
  const ofPlaces = and(inArray(fileId, [...fileIds]), or(names("record", places), names("attachment", own)));
  const rows = await tx.select({ id: custodyEvents.id }).from(custodyEvents).where(or(ofGone, ofPlaces));
  return rows.map(({ id }) => id);
}
