import { and, asc, eq, inArray } from "drizzle-orm";
import type { FiledKind } from "@/lib/records/file";
import { groupBy } from "@/lib/text/group-by";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, transaction } from "../../client";
import { attachments, people } from "../../schema";
import { survivorIds } from "../merges/redirects";
import { lockRecords } from "../records/record-content";
import { listRecordLines } from "../records/record-lines";
import { appendRevisions } from "../revisions";
import { editorialTableOf } from "../tables";
import { findAttachment } from "./files";
import { isWaiting, releaseIn } from "./release-copies";

const MOST = 500;

/**
 * Lets a redacted copy be seen by whoever sees its record, as an editor who did not make it.
 * @throws Refusal forbidden (wrong role, own work) or not_found; conflict of one that does not wait
 */
export async function releaseCopy(actor: Actor, id: string): Promise<void> {
  requirePermission(actor, "release a redacted copy");
  const { record } = await findAttachment(actor, id);
  const { kind, slug } = record;
  await transaction(async (tx) => {
    if (!(await lockRecords(tx, actor, kind, [slug])).has(slug)) throw Refusal.notFound();
    const [copy] = await tx
      .select({ by: attachments.by })
      .from(attachments)
      .where(and(eq(attachments.id, id), isWaiting))
      .for("update");
    if (!copy) throw Refusal.changedSinceRead();
    if (copy.by === actor.id) throw Refusal.ownWork();
    await appendRevisions(tx, actor, await releaseIn(tx, actor, record, [id]));
  });
}

export type HeldCopy = Awaited<ReturnType<typeof listWaitingCopies>>[number];

/** Redacted copies that wait for an editor who did not make them, the longest first, each with its record. */
export async function listWaitingCopies(actor: Actor) {
  requirePermission(actor, "release a redacted copy");
  const rows = await db
    .select({
      id: attachments.id,
      name: attachments.name,
      at: attachments.waitingSince,
      by: people.name,
      byId: attachments.by,
      kind: attachments.subjectKind,
      subject: attachments.subjectId,
    })
    .from(attachments)
    .innerJoin(people, eq(people.id, attachments.by))
    .where(isWaiting)
    .orderBy(asc(attachments.waitingSince), asc(attachments.id))
    .limit(MOST);
  const lines = await recordsOf(actor, rows);
  return rows.flatMap(({ byId, kind, subject, at, ...copy }) => {
    const record = lines(subject);
    return record && at ? [{ ...copy, at, isOwnWork: byId === actor.id, record }] : [];
  });
}

type Subject = { readonly kind: string; readonly subject: string };

/** The records at which files stand, as this person sees them; of one that became another, that other. */
async function recordsOf(actor: Actor, subjects: readonly Subject[]) {
  const survivors = await survivorIds(
    db,
    subjects.map(({ subject }) => subject),
  );
  const idOf = (subject: string) => survivors.get(subject) ?? subject;
  const parts = [...groupBy(subjects, ({ kind }) => kind as FiledKind)].map(([kind, own]) => ({
    kind,
    where: inArray(editorialTableOf(kind).id, [...new Set(own.map(({ subject }) => idOf(subject)))]),
  }));
  const lines = new Map((await listRecordLines(actor, parts, MOST)).map((line) => [line.id, line]));
  return (subject: string) => lines.get(idOf(subject));
}
