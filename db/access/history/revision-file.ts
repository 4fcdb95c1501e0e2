import { and, asc, desc, eq, gt, gte, lt, sql } from "drizzle-orm";
import { RECORD_KINDS, type RecordKind, type RecordState } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { revisions } from "../../schema";
import { listRecordLines } from "../records/record-lines";
import type { RevisionSnapshot } from "../revisions";
import { editorialTableOf } from "../tables";
import { seenBy } from "./record-history";
import { ofRecord, readRevisionLines } from "./revision-lines";
import { readSealedSeq } from "./signed-log";

const SHORTEST = 12;

export type RevisionFile = Awaited<ReturnType<typeof findRevision>>;

/**
 * One revision by its hash or by at least its first twelve digits: the whole version, its place in the chain, and the
 * versions of the same record before and after it.
 * @throws Refusal forbidden, or not_found also for digits that more than one hash begins with
 */
export async function findRevision(actor: Actor, digits: string) {
  requirePermission(actor, "read the history");
  const begin = digits.toLowerCase().replace(/^sha256:/, "");
  if (!new RegExp(`^[0-9a-f]{${SHORTEST},64}$`).test(begin)) throw Refusal.notFound();
  const found = await readRevisionLines(
    and(gte(revisions.hash, `sha256:${begin}`), lt(revisions.hash, `sha256:${begin}g`)),
    asc(revisions.hash),
    2,
  );
  const [line] = found;
  if (!line || found.length > 1) throw Refusal.notFound();
  const record = await recordOf(actor, line.kind, line.recordId);
  const [content, previous, next, last, sealedSeq] = await Promise.all([
    readContent(line.seq),
    beside(and(ofRecord(line.kind, line.recordId), lt(revisions.version, line.version)), "before"),
    beside(and(ofRecord(line.kind, line.recordId), gt(revisions.version, line.version)), "after"),
    db.select({ seq: revisions.seq }).from(revisions).orderBy(desc(revisions.seq)).limit(1),
    readSealedSeq(),
  ]);
  const isSealed = line.seq <= sealedSeq;
  return { ...line, ...content, record, previous, next, length: last[0]?.seq ?? line.seq, isSealed };
}

async function readContent(seq: number) {
  const [row] = await db
    .select({ snapshot: revisions.snapshot, previousHash: revisions.previousHash })
    .from(revisions)
    .where(eq(revisions.seq, seq));
  return { snapshot: (row?.snapshot ?? {}) as RevisionSnapshot, previousHash: row?.previousHash ?? null };
}

async function beside(where: ReturnType<typeof and>, side: "before" | "after") {
  const [row] = await db
    .select({
      version: revisions.version,
      hash: revisions.hash,
      snapshot: revisions.snapshot,
      erasedBySeq: revisions.erasedBySeq,
    })
    .from(revisions)
    .where(where)
    .orderBy(side === "before" ? desc(revisions.version) : asc(revisions.version))
    .limit(1);
  return row ?? null;
}

type RevisedRecord = {
  readonly kind: RecordKind;
  readonly slug: string;
  readonly title: string;
  readonly state: RecordState;
  readonly version: number;
  readonly on: string | null;
};

/** The record as it is now; null when it was erased, or when the revision is of what the desk does about records. */
async function recordOf(actor: Actor, kind: string, id: string): Promise<RevisedRecord | null> {
  const own = RECORD_KINDS.find((name) => name === kind);
  if (!own) return null;
  const table = editorialTableOf(own);
  const [row] = await db
    .select({
      slug: table.slug,
      state: table.state,
      version: table.version,
      isSeen: sql<boolean>`${seenBy(actor, own)}`,
    })
    .from(table)
    .where(eq(table.id, id));
  if (row && !row.isSeen) throw Refusal.notFound();
  if (!row) return null;
  const [line] = await listRecordLines(actor, [{ kind: own, where: eq(table.id, id) }], 1);
  const { isSeen: _isSeen, ...record } = row;
  return { ...record, kind: own, title: line?.title || row.slug, on: line?.on ?? null };
}
