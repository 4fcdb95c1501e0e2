import { and, desc, eq, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { FileStorage } from "@/db/files/file-storage";
import { openStorage } from "@/db/files/storage";
import { type Erased, erasedIn, hashRest } from "@/lib/history/revision";
import type { RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import type { ErasureScope } from "@/lib/workflow/erasure";
import { OPEN_PROPOSAL_STATES } from "@/lib/workflow/proposal";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { type Tx, transaction } from "../../client";
import { attachments, comments, proposals, revisions, waivers } from "../../schema";
import { destroyBytes } from "../files/hold-bytes";
import { survivorIds } from "../merges/redirects";
import { appendNumberedRevisions, latestSnapshots } from "../revisions";
import { editorialTableOf } from "../tables";
import { referencingRecords } from "../workflow/referencing-records";
import { dropRecord, dropSubjects, type Subject } from "./drop-erased";
import { dropFiles } from "./erase-files";

type Erasure = { readonly slug: string; readonly scope: ErasureScope; readonly reason: string };

/**
 * Destroys content that must not stay, and leaves a tombstone in the chain: who, when, why, and a hash of what remains of
 * each version. Of a whole record its row, links, discussion, proposals and files go too, bytes that nothing else needs among them;
 * else all versions before the present one.
 * @returns the tombstone's hash
 * @throws Refusal forbidden, not_found, or conflict while other records rest on it or a proposal on it is open
 */
export async function eraseContent(
  actor: Actor,
  kind: RecordKind,
  erasure: Erasure,
  storage: Pick<FileStorage, "remove"> = openStorage(),
): Promise<string> {
  requirePermission(actor, "erase content");
  const { hash, digests } = await transaction((tx) => erase(tx, actor, kind, erasure)).catch((error) => {
    throw heldBy(error) ?? error;
  });
  // After the commit, so that no erasure that came to nothing destroys a byte; what is left by one cut off here the sweep destroys.
  for (const digest of digests) await destroyBytes(digest, storage);
  return hash;
}

/** What references the row and stands in no record's input (an entry of the ledger) does so by a foreign key. */
function heldBy(error: unknown): Refusal | null {
  const cause =
    error instanceof Error ? (error.cause as { code?: string; table_name?: string } | undefined) : undefined;
  if (cause?.code !== "23503" && cause?.code !== "23001") return null;
  return Refusal.restsOn([cause.table_name ?? "?"]);
}

async function erase(tx: Tx, actor: Actor, kind: RecordKind, { slug, scope, reason }: Erasure) {
  const table = editorialTableOf(kind);
  const [record] = await tx
    .select({ id: table.id, version: table.version, state: table.state })
    .from(table)
    .where(eq(table.slug, slug))
    .for("update");
  if (!record) throw Refusal.notFound();
  const isWhole = scope === "record";
  if (isWhole) await refuseWhileReferenced(tx, kind, record.id);
  else await refuseWhileProposed(tx, kind, record.id);
  if (isWhole && record.state === "merged") await refuseWhileFilesMoved(tx, kind, record.id);

  const aside = await besides(tx, kind, record.id, isWhole);
  const toErase = await listRevisionsToErase(tx, kind, record, aside, isWhole);
  if (!isWhole && toErase.length === 0) {
    throw Refusal.nothingToErase();
  }
  const present = (await latestSnapshots(tx, kind, [record.id])).get(record.id) ?? {};
  const filed = { kind, id: record.id, slug };
  const dropped = await dropFiles(tx, actor, filed, commentsAbout(tx, kind, record.id, isWhole), isWhole);
  const gone = [...dropped.revisions, ...(await dropSubjects(tx, aside))];
  if (isWhole) gone.push(...(await dropRecord(tx, kind, record.id, slug)));
  else
    await tx
      .update(table)
      .set({ version: record.version + 1 })
      .where(eq(table.id, record.id));

  const erased = [...toErase.map(restOf), ...(await erasedBefore(tx, kind, record.id))];
  const [seq] = await appendNumberedRevisions(tx, actor, [
    // Before what tells of the kept rows that went with it: the first number is the tombstone's.
    {
      recordKind: kind,
      recordId: record.id,
      version: record.version + 1,
      action: `${kind}.erase`,
      snapshot: isWhole ? { slug } : present,
      changed: [],
      reason,
      detail: { scope, erased },
    },
    ...gone,
  ]);
  const emptied = `{${toErase.map((row) => row.seq).join(",")}}`;
  await tx.execute(sql`select erase_revisions(${emptied}::bigint[], ${seq}::bigint)`);
  const [tombstone] = await tx
    .select({ hash: revisions.hash })
    .from(revisions)
    .where(eq(revisions.seq, seq as number));
  return { hash: tombstone?.hash ?? "", digests: dropped.digests };
}

const restOf = (row: typeof revisions.$inferSelect): Erased => ({
  seq: row.seq,
  hash: row.hash,
  rest: hashRest(row),
});

async function refuseWhileReferenced(tx: Tx, kind: RecordKind, id: string) {
  const referencing = await referencingRecords(tx, kind, id);
  if (referencing.length > 0) throw Refusal.restsOn(referencing.map(({ slug }) => slug));
}

/** What is said about what goes. */
function commentsAbout(tx: Tx, kind: RecordKind, id: string, isWhole: boolean): SQL {
  const proposed = tx
    .select({ id: proposals.id })
    .from(proposals)
    .where(aboutRecord(proposals, kind, id));
  const about = or(
    isWhole ? and(eq(comments.subjectKind, kind), eq(comments.subjectId, id)) : undefined,
    and(eq(comments.subjectKind, "proposal"), inArray(comments.subjectId, proposed)),
  );
  return sql`${tx.select({ id: comments.id }).from(comments).where(about)}`;
}

/** The files of a record that became another one are that one's: they go with it. */
async function refuseWhileFilesMoved(tx: Tx, kind: RecordKind, id: string) {
  const own = and(eq(attachments.subjectKind, kind), eq(attachments.subjectId, id));
  if ((await tx.$count(attachments, own)) === 0) return;
  const table = editorialTableOf(kind);
  const survivor = (await survivorIds(tx, [id])).get(id) ?? id;
  const rows = await tx.select({ slug: table.slug }).from(table).where(eq(table.id, survivor));
  throw Refusal.restsOn(rows.map(({ slug }) => slug));
}

async function refuseWhileProposed(tx: Tx, kind: RecordKind, id: string) {
  const open = await tx
    .select({ slug: proposals.slug })
    .from(proposals)
    .where(and(aboutRecord(proposals, kind, id), inArray(proposals.state, [...OPEN_PROPOSAL_STATES])));
  if (open.length > 0) throw Refusal.openProposals(open.map(({ slug }) => slug));
}

const aboutRecord = (table: typeof proposals | typeof waivers, kind: RecordKind, id: string) =>
  and(eq(table.recordKind, kind), eq(table.recordId, id));

/** What carries content of the record outside it: its proposals, and with the whole record also its waivers. */
async function besides(tx: Tx, kind: RecordKind, id: string, isWhole: boolean): Promise<Subject[]> {
  const proposed = await tx
    .select({ id: proposals.id })
    .from(proposals)
    .where(aboutRecord(proposals, kind, id));
  const waived = isWhole
    ? await tx
        .select({ id: waivers.id })
        .from(waivers)
        .where(aboutRecord(waivers, kind, id))
    : [];
  return [
    ...proposed.map((row) => ({ kind: "proposal" as const, ...row })),
    ...waived.map((row) => ({ kind: "waiver" as const, ...row })),
  ];
}

const ofSubjects = (subjects: readonly Subject[]): SQL | undefined =>
  or(...subjects.map(({ kind, id }) => and(eq(revisions.recordKind, kind), eq(revisions.recordId, id))));

/** The revisions that lose their content: what still has some. */
async function listRevisionsToErase(
  tx: Tx,
  kind: RecordKind,
  record: { id: string; version: number },
  aside: readonly Subject[],
  isWhole: boolean,
) {
  const own = and(
    eq(revisions.recordKind, kind),
    eq(revisions.recordId, record.id),
    isWhole ? undefined : lt(revisions.version, record.version),
  );
  return tx
    .select()
    .from(revisions)
    .where(and(isNull(revisions.erasedBySeq), or(own, ofSubjects(aside))))
    .orderBy(revisions.seq);
}

/** What earlier tombstones record, repeated: the earlier ones lose their content themselves. */
async function erasedBefore(tx: Tx, kind: RecordKind, id: string): Promise<Erased[]> {
  const earlier = await tx
    .select({ action: revisions.action, detail: revisions.detail })
    .from(revisions)
    .where(and(eq(revisions.recordKind, kind), eq(revisions.recordId, id), eq(revisions.action, `${kind}.erase`)))
    .orderBy(desc(revisions.seq))
    .limit(1);
  return earlier.flatMap((row) => [...erasedIn(row)]);
}
