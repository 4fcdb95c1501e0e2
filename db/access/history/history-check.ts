import { asc, desc, eq, gt, sql } from "drizzle-orm";
import type { Checkpoint } from "@/lib/history/checkpoint";
import { type CheckpointProblem, CheckpointWalk } from "@/lib/history/checkpoint-walk";
import type { ChainHead, ExportedHead, HistoryProblem, HistoryResult } from "@/lib/history/history-check";
import { type BrokenLink, ChainWalk } from "@/lib/history/revision";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { ownLogFolder, readLog } from "../../checkpoints/log-folder";
import { db, type Tx, transaction } from "../../client";
import { historyChecks, people, revisions } from "../../schema";
import { keepRows } from "./kept-rows";
import { checkRows } from "./row-check";

const ROWS_AT_ONCE = 500;
const MINUTE = 60_000;

type Asked = {
  /** The end of the chain as it was exported earlier: it has to be there still. */
  readonly against?: ChainHead | null;
  /** Checkpoints that came back from elsewhere, beside those of the log. */
  readonly returned?: readonly Checkpoint[];
  /** Null: from the command line. */
  readonly by?: string | null;
  /** Milliseconds; past it nothing is said of the history, neither good nor bad. */
  readonly limit?: number;
};

/**
 * Recomputes the whole chain in parts, so that its length does not matter, and holds every checkpoint of the log and then
 * every row against it, all as of one moment; keeps the result. For the command line; a signed-in person comes through `verifyHistory`.
 */
export async function checkHistory({
  against = null,
  returned = [],
  by = null,
  limit = 30 * MINUTE,
}: Asked = {}): Promise<HistoryResult> {
  const begun = Date.now();
  const folder = ownLogFolder();
  // Before the chain is read: what is signed meanwhile may speak of what comes after it.
  const log = folder ? await readLog(folder) : { checkpoints: [], problem: null };
  const checkpoints = [...log.checkpoints, ...returned];
  const found = await transaction((tx) => examine(tx, against, checkpoints), { isolation: "repeatable read", limit });
  const problem = found.problem ?? (log.problem && ofCheckpoint(log.problem));
  await transaction(async (tx) => {
    const run = { checkedBy: by, headSeq: found.head?.seq ?? 0, headHash: found.head?.hash ?? null, problem };
    const [kept] = await tx.insert(historyChecks).values(run).returning({ id: historyChecks.id });
    await keepRows(tx, { id: by }, "historyChecks", eq(historyChecks.id, kept?.id ?? ""));
  });
  return { ...found, problem, checkpoints: checkpoints.length, milliseconds: Date.now() - begun };
}

/** @throws Refusal forbidden */
export async function verifyHistory(actor: Actor, against: ChainHead | null = null): Promise<HistoryResult> {
  requirePermission(actor, "verify the history");
  return checkHistory({ against, by: actor.id, limit: 2 * MINUTE });
}

type Found = Omit<HistoryResult, "milliseconds" | "checkpoints">;

async function examine(tx: Tx, against: ChainHead | null, checkpoints: readonly Checkpoint[]): Promise<Found> {
  const walk = new ChainWalk();
  const signed = new CheckpointWalk(checkpoints);
  let last = null as ExportedHead | null;
  let count = 0;
  let link: BrokenLink | null = null;
  let cut: HistoryProblem | null = null;
  while (true) {
    const rows = await tx
      .select()
      .from(revisions)
      .where(gt(revisions.seq, last?.seq ?? 0))
      .orderBy(asc(revisions.seq))
      .limit(ROWS_AT_ONCE);
    link ??= walk.over(rows);
    for (const { hash } of rows) signed.add(hash);
    if (against)
      cut ??= rows.find(({ seq, hash }) => seq === against.seq && hash !== against.hash) ? cutAt(against) : null;
    const [end] = rows.slice(-1);
    count += rows.length;
    if (end) last = { seq: end.seq, hash: end.hash, at: end.at, revisions: count };
    if (link || rows.length < ROWS_AT_ONCE) break;
  }
  if (against && (last?.seq ?? 0) < against.seq && !link) cut = cutAt(against);
  const head = link ? await readChainHead(tx) : last;
  link ??= walk.end();
  if (link) return { head, revisions: count, records: 0, problem: await named(tx, link) };
  const unsigned = signed.end();
  if (unsigned) return { head, revisions: count, records: 0, problem: ofCheckpoint(unsigned) };
  const rows = await checkRows(tx);
  return { head, revisions: count, records: rows.checked, problem: rows.problem ?? cut };
}

const ofCheckpoint = (found: CheckpointProblem): HistoryProblem => ({ ...cutAt(found), ...found });

const cutAt = ({ seq }: Pick<ChainHead, "seq">): HistoryProblem => ({
  seq,
  recordKind: "",
  recordId: "",
  version: 0,
  slug: null,
  problem: "head",
});

/** The record that a broken link belongs to, and, where one was taken out, the record whose versions have a gap. */
async function named(tx: Tx, link: BrokenLink): Promise<HistoryProblem> {
  const [row] = await tx
    .select({ slug: sql<string | null>`${revisions.snapshot}->>'slug'` })
    .from(revisions)
    .where(sql`${revisions.recordId} = ${link.recordId} and ${revisions.snapshot} ? 'slug'`)
    .orderBy(desc(revisions.version))
    .limit(1);
  const missing = link.problem === "order" ? await findGap(tx) : undefined;
  return { ...link, slug: row?.slug ?? null, ...(missing ? { missing } : {}) };
}

async function findGap(tx: Tx) {
  const [gap] = await tx.execute<{ kind: string; id: string; version: number }>(sql`
    select record_kind as kind, record_id as id, before + 1 as version from (
      select record_kind, record_id, version, seq,
        lag(version, 1, 0) over (partition by record_kind, record_id order by version) as before
      from ${revisions}
    ) as versions where version > before + 1 order by seq limit 1`);
  return gap ? { recordKind: gap.kind, recordId: gap.id, version: Number(gap.version) } : undefined;
}

/** The end of the chain now, to be kept elsewhere. Null: nothing was ever written. */
export async function exportChainHead(actor: Actor): Promise<ExportedHead | null> {
  requirePermission(actor, "verify the history");
  return readChainHead(db);
}

async function readChainHead(on: Pick<Tx, "select">): Promise<ExportedHead | null> {
  const [head] = await on
    .select({
      seq: revisions.seq,
      hash: revisions.hash,
      at: revisions.at,
      revisions: sql<number>`(select count(*)::int from ${revisions})`,
    })
    .from(revisions)
    .orderBy(desc(revisions.seq))
    .limit(1);
  return head ?? null;
}

export type HistoryCheck = Awaited<ReturnType<typeof listHistoryChecks>>[number];

/** The last checks, newest first. */
export async function listHistoryChecks(actor: Actor, limit = 20) {
  requirePermission(actor, "verify the history");
  return db
    .select({
      id: historyChecks.id,
      at: historyChecks.at,
      by: people.name,
      headSeq: historyChecks.headSeq,
      headHash: historyChecks.headHash,
      problem: sql<HistoryProblem | null>`${historyChecks.problem}`,
    })
    .from(historyChecks)
    .leftJoin(people, eq(people.id, historyChecks.checkedBy))
    .orderBy(desc(historyChecks.at), desc(historyChecks.id))
    .limit(limit);
}
