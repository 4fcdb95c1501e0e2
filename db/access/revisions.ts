import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { RecordKind, RevisedKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { type Db, db, executePrepared, type Tx } from "../client";
import { writeTextArray } from "../connection/text-array";
import { revisions } from "../schema";
import { appendLast, appendNow } from "./history/revision-chain";
import { type RevisionLine, readRevisionLines } from "./history/revision-lines";
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
  readonly authorId?: string | null;
};

/** Who writes: somebody, or whoever sits at the machine's own console. */
type Writer = { readonly id: string | null };

const CHAIN_LOCK = 7_031_942;

/**
 * Waits for the end of every write before this one, so that what is read from here on is how the dossier stands when this
 * one's revisions are appended. After it a transaction waits for no row: see `appendRevisions`.
 */
export async function lockChain(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${CHAIN_LOCK})`);
}

const contentOf = (actor: Writer, added: readonly NewRevision[]) =>
  added.map((revision) => ({ detail: null, authorId: actor.id, ...revision }));

/**
 * Appends to the chain, at the end of the transaction of the write that the revisions tell of: in one go with its COMMIT,
 * and before that when another statement comes after all. The chain's lock is held from then until the transaction ends, so
 * that numbers have no gap and every hash follows the one before it. It comes last in a write: who holds the chain's lock
 * and then waits for a row may be waiting for somebody who waits for the chain (decision 31).
 * @throws Refusal changedSinceRead, from the transaction, when what a record names became another record meanwhile
 */
export async function appendRevisions(_tx: Tx, actor: Writer, added: readonly NewRevision[]): Promise<void> {
  if (added.length > 0) await appendLast(actor, contentOf(actor, added));
}

/**
 * The same at once, for what is written of the revisions by their places; as little as can be, since everybody waits.
 * @returns the place in the chain of each, in the order given
 */
export async function appendNumberedRevisions(
  _tx: Tx,
  actor: Actor,
  added: readonly NewRevision[],
): Promise<number[]> {
  if (added.length === 0) return [];
  const first = await appendNow(actor, contentOf(actor, added));
  return added.map((_revision, index) => first + index);
}

/** The latest snapshot of each record, by record id. */
export async function latestSnapshots(
  _on: Db,
  kind: RevisedKind,
  ids: readonly string[],
): Promise<Map<string, RevisionSnapshot>> {
  if (ids.length === 0) return new Map();
  const rows = await executePrepared<{ recordId: string; snapshot: RevisionSnapshot }>(sql`
    select asked.id as "recordId", last.snapshot
    from unnest(${writeTextArray(ids)}::uuid[]) as asked (id) cross join lateral (
      select snapshot from ${revisions}
      where ${revisions.recordKind} = ${kind} and ${revisions.recordId} = asked.id order by version desc limit 1
    ) as last`);
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
