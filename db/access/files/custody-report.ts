import { and, eq, max } from "drizzle-orm";
import { readCheckpoint } from "@/lib/history/checkpoint";
import type { FiledKind, FiledSubject } from "@/lib/records/file";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { ownLogFolder, readLastNote, readLastSigning } from "../../checkpoints/log-folder";
import { db } from "../../client";
import { custodyEvents, people, revisions } from "../../schema";
import { survivorIds } from "../merges/redirects";
import { listRecordLines } from "../records/record-lines";
import { editorialTableOf } from "../tables";
import { CUSTODY_ORDER } from "./custody";
import { noteDissemination } from "./dissemination";
import { findAttachment, listAttachments } from "./files";

/** What happened to a file, the earliest first, each with the revision of the chain that keeps it. */
const listKeptEvents = (fileId: string) =>
  db
    .select({
      kind: custodyEvents.kind,
      at: custodyEvents.at,
      by: people.name,
      detail: custodyEvents.detail,
      passed: custodyEvents.passed,
      seq: max(revisions.seq),
    })
    .from(custodyEvents)
    .leftJoin(people, eq(people.id, custodyEvents.by))
    .leftJoin(revisions, and(eq(revisions.recordKind, "kept_row"), eq(revisions.recordId, custodyEvents.id)))
    .where(eq(custodyEvents.fileId, fileId))
    .groupBy(custodyEvents.id, people.name)
    .orderBy(...CUSTODY_ORDER);

/** The newest checkpoint that was signed, which speaks of every revision up to its size; null while there is none. */
async function readNewestCheckpoint() {
  const folder = ownLogFolder();
  const note = folder && (await readLastNote(folder));
  const read = note ? readCheckpoint(note) : null;
  const at = folder && read ? await readLastSigning(folder) : null;
  return read && at ? { origin: read.origin, size: read.size, root: read.root.toString("base64"), at } : null;
}

async function findSubjectOf(actor: Actor, { kind, subject }: { kind: string; subject: string }) {
  const id = (await survivorIds(db, [subject])).get(subject) ?? subject;
  const own = kind as FiledKind;
  const [line] = await listRecordLines(actor, [{ kind: own, where: eq(editorialTableOf(own).id, id) }], 1);
  return line ? { kind: own, slug: line.slug, title: line.title } : null;
}

export type CustodyReport = Awaited<ReturnType<typeof readCustodyReport>>;

/**
 * The whole custody of some files, for whoever takes it along, and what of the chain covers it; that it is given out is part of it.
 * @throws Refusal forbidden or not_found as `findAttachment`
 */
export async function readCustodyReport(actor: Actor, attachments: readonly string[]) {
  requirePermission(actor, "read drafts");
  const found = [];
  for (const id of attachments) found.push(await findAttachment(actor, id));
  // Before it is read: a report tells of itself.
  await noteDissemination(
    actor,
    found.map(({ digest }) => digest),
    "report",
  );
  const files = [];
  for (const file of found) {
    const [record, events] = [await findSubjectOf(actor, file), await listKeptEvents(file.fileId)];
    const { name, size, type, digest, at, by } = file;
    files.push({ name, size, type, digest, at, by, record, events });
  }
  return { files, checkpoint: await readNewestCheckpoint(), by: actor.name };
}

/** The same of all files of a record. @throws Refusal forbidden or not_found */
export async function readRecordCustody(actor: Actor, subject: FiledSubject): Promise<CustodyReport> {
  requirePermission(actor, "read drafts");
  const files = await listAttachments(actor, subject);
  return readCustodyReport(
    actor,
    files.map(({ id }) => id),
  );
}
