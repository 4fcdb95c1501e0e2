import { and, asc, eq, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { RecordKind } from "@/lib/records/editorial";
import { FILED_KINDS, type FiledKind } from "@/lib/records/file";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, type Tx } from "../../client";
import { attachments, custodyEvents, people } from "../../schema";
import { readNoticesOfCopies } from "../discussion/notices";
import { writtenRows } from "../history/kept-rows";
import type { NewRevision } from "../revisions";
import { ofSubject, writtenNow } from "./attach-file";

/** Redacted copies that another editor has yet to release. */
export const isWaiting = and(isNotNull(attachments.waitingSince), isNull(attachments.withdrawnAt));

type Subject = { readonly kind: RecordKind; readonly id: string; readonly slug: string };

/**
 * Releases those of a record's waiting copies that are named and that this person did not make, within a transaction that holds the
 * record's lock. @returns what its end appends @throws Refusal forbidden
 */
export async function releaseIn(
  tx: Tx,
  actor: Actor,
  { kind, id, slug }: Subject,
  copies: readonly string[],
): Promise<NewRevision[]> {
  requirePermission(actor, "release a redacted copy");
  const released = await tx
    .update(attachments)
    .set({ waitingSince: null, releasedBy: actor.id })
    .where(
      and(
        inArray(attachments.id, [...copies]),
        ofSubject(kind as FiledKind, id),
        isWaiting,
        ne(attachments.by, actor.id),
      ),
    )
    .returning({ id: attachments.id, fileId: attachments.fileId });
  if (released.length === 0) return [];
  await readWhenNoneWaits(tx, { kind: kind as FiledKind, id });
  const detail = { record: `${kind} ${slug}` };
  await tx
    .insert(custodyEvents)
    .values(released.map(({ fileId }) => ({ fileId, kind: "release" as const, by: actor.id, detail })));
  const [ids, fileIds] = [released.map((copy) => copy.id), released.map(({ fileId }) => fileId)];
  return [
    ...(await writtenRows(tx, "attachments", inArray(attachments.id, ids))),
    ...(await writtenRows(
      tx,
      "custodyEvents",
      and(inArray(custodyEvents.fileId, fileIds), writtenNow(custodyEvents.at)),
    )),
  ];
}

/** Marks as read what was told of a record's waiting copies, once the last was released or withdrawn. */
export async function readWhenNoneWaits(tx: Tx, { kind, id }: { kind: FiledKind; id: string }): Promise<void> {
  const waiting = await tx.$count(attachments, and(ofSubject(kind, id), isWaiting));
  if (waiting === 0) await readNoticesOfCopies(tx, { kind, id });
}

/** The waiting copies of one record, for the desk: what its publication releases, and this person's own, which it does not. */
export async function listWaitingOf(actor: Actor, kind: RecordKind, id: string) {
  requirePermission(actor, "open an original file");
  if (!(FILED_KINDS as readonly RecordKind[]).includes(kind)) return [];
  return db
    .select({
      id: attachments.id,
      name: attachments.name,
      by: people.name,
      isOwnWork: sql<boolean>`${attachments.by} = ${actor.id}`,
    })
    .from(attachments)
    .innerJoin(people, eq(people.id, attachments.by))
    .where(and(ofSubject(kind as FiledKind, id), isWaiting))
    .orderBy(asc(attachments.waitingSince), asc(attachments.id));
}
