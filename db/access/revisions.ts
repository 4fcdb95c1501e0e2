import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { hashRevision } from "@/lib/history/revision";
import { RECORD_KINDS, type RecordKind, type RevisedKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { type Db, db, type Tx } from "../client";
import { revisions } from "../schema";
import { notifyDesk } from "./discussion/live-events";
import { notifyOfRevisions } from "./discussion/notices";
import { type RevisionLine, readRevisionLines } from "./history/revision-lines";
import { namesAbsorbed } from "./merges/redirects";
import { editorialTableOf } from "./tables";
import { visibleTo } from "./visibility";

export type RevisionSnapshot = Record<string, unknown>;

export type NewRevision = {
  readonly recordKind: RevisedKind;
  readonly recordId: string;
  readonly version: number;
  readonly action: string;
  readonly snapshot: RevisionSnapshot;
  readonly changed: string[];
  readonly reason: string | null;
  /** What the step itself adds: the warnings that were ticked, say. */
  readonly detail?: Readonly<Record<string, unknown>> | null;
  /** Whose work it is when somebody else takes the step: the proposer's, when another person applies a proposal. */
  readonly authorId?: string;
};

const CHAIN_LOCK = 7_031_942;
const ROWS_AT_ONCE = 500;

const isRecordKind = (kind: RevisedKind): kind is RecordKind =>
  (RECORD_KINDS as readonly RevisedKind[]).includes(kind);

/**
 * Waits for the end of every write before this one, so that what is read from here on is how the dossier stands when this
 * one's revisions are appended. After it a transaction waits for no row: see `appendRevisions`.
 */
export async function lockChain(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${CHAIN_LOCK})`);
}

/**
 * Appends to the chain, inside the transaction of the write that the revisions tell of. The chain's lock is held until
 * that transaction ends, so that numbers have no gap and every hash follows the one before it. It comes last in a write:
 * who holds the chain's lock and then waits for a row may be waiting for somebody who waits for the chain.
 * @returns the place in the chain of each, in the order given
 * @throws Refusal changedSinceRead, when what a record names became another record meanwhile
 */
export async function appendRevisions(tx: Tx, actor: Actor, added: readonly NewRevision[]): Promise<number[]> {
  if (added.length === 0) return [];
  await lockChain(tx);
  // A record that was named while another transaction merged it away.
  const contents = added.filter(({ recordKind }) => isRecordKind(recordKind)).map(({ snapshot }) => snapshot);
  if (await namesAbsorbed(tx, contents)) throw Refusal.changedSinceRead();
  const [head] = await tx
    .select({ seq: revisions.seq, hash: revisions.hash })
    .from(revisions)
    .orderBy(desc(revisions.seq))
    .limit(1);
  let seq = head?.seq ?? 0;
  let previousHash = head?.hash ?? null;
  const at = new Date().toISOString();
  const rows = added.map((revision) => {
    seq += 1;
    const content = { detail: null, authorId: actor.id, ...revision, seq, at, previousHash };
    const hash = hashRevision(content);
    previousHash = hash;
    return { ...content, hash };
  });
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await tx.insert(revisions).values(rows.slice(start, start + ROWS_AT_ONCE));
  }
  await notifyOfRevisions(tx, actor, rows);
  await notifyDesk(
    tx,
    rows.map(({ recordKind, recordId, seq: index }) => ({ kind: recordKind, id: recordId, seq: index })),
  );
  return rows.map((row) => row.seq);
}

/** The latest snapshot of each record, by record id. */
export async function latestSnapshots(
  on: Db,
  kind: RevisedKind,
  ids: readonly string[],
): Promise<Map<string, RevisionSnapshot>> {
  if (ids.length === 0) return new Map();
  const rows = await on
    .selectDistinctOn([revisions.recordId], { recordId: revisions.recordId, snapshot: revisions.snapshot })
    .from(revisions)
    .where(and(eq(revisions.recordKind, kind), inArray(revisions.recordId, [...ids])))
    .orderBy(revisions.recordId, desc(revisions.version));
  return new Map(rows.map((row) => [row.recordId, row.snapshot]));
}

/** The snapshots of certain versions, by record id; a version that never was is left out. */
export async function snapshotsAt(
  on: Db,
  kind: RevisedKind,
  wanted: readonly { readonly id: string; readonly version: number }[],
): Promise<Map<string, RevisionSnapshot>> {
  if (wanted.length === 0) return new Map();
  const pairs = sql.join(
    wanted.map(({ id, version }) => sql`(${id}::uuid, ${version}::int)`),
    sql`, `,
  );
  const rows = await on
    .select({ recordId: revisions.recordId, snapshot: revisions.snapshot })
    .from(revisions)
    .where(and(eq(revisions.recordKind, kind), sql`(${revisions.recordId}, ${revisions.version}) in (${pairs})`));
  return new Map(rows.map((row) => [row.recordId, row.snapshot]));
}

export type RecordRevision = RevisionLine;

/** A record's revisions, newest first. The snapshots are left out: a page that compares two asks for those two. */
export async function listRevisions(
  actor: Actor,
  kind: RecordKind,
  recordId: string,
  limit = 50,
): Promise<RecordRevision[]> {
  requirePermission(actor, "read the history");
  const table = editorialTableOf(kind);
  const visible = db
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.id, recordId), visibleTo(actor, table)));
  return readRevisionLines(
    and(eq(revisions.recordKind, kind), inArray(revisions.recordId, visible)),
    desc(revisions.version),
    limit,
  );
}
