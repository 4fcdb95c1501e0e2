import { and, asc, gt, inArray, sql } from "drizzle-orm";
import fc from "fast-check";
import { type Revision, verifyChain } from "@/lib/history/revision";
import type { Actor } from "@/lib/workflow/actor";
import { listRecordLines } from "../../access/records/record-lines";
import { editorialTableOf } from "../../access/tables";
import { visibleTo } from "../../access/visibility";
import { db } from "../../client";
import { revisions } from "../../schema";
import { type Action, attemptAction, poolSequences } from "./sequence-actions";
import { makePool, POOL_KINDS, type SequenceDesk, type SequencePool } from "./sequence-pool";
import { brokenRules } from "./sequence-rules";

const SEED = process.env.SEQUENCES_SEED;
const PATH = process.env.SEQUENCES_PATH;
/** The same sequences each time, unless `npm run sequences` begins elsewhere. */
const BEGIN = Number(process.env.SEQUENCES_BEGIN ?? 20_221_026);

type Tally = { sequences: number; done: number; refused: number; nothing: number };
type SequenceRun = {
  /** How many sequences in all. */
  readonly wanted: number;
  /** How many pools are worked on at the same time. */
  readonly lanes: number;
  /** False: all actions of a sequence are tried at the same moment. */
  readonly inOrder: boolean;
};

let pools = 0;

/**
 * Walks random sequences over pools of records and looks, after each pool, whether every rule held all the time.
 * @throws what fast-check says of the first pool that broke one, with the seed and the path that lead to it again
 * (SEQUENCES_SEED=… SEQUENCES_PATH=…, which also shortens the sequences to what is needed)
 */
export async function runSequences(desk: SequenceDesk, { wanted, lanes, inOrder }: SequenceRun): Promise<Tally> {
  const tally: Tally = { sequences: 0, done: 0, refused: 0, nothing: 0 };
  const propertyOf = (budget: { left: number }) =>
    fc.asyncProperty(poolSequences, async ({ published, all }) => {
      const pool = await makePool(desk, `pool-${++pools}`, published);
      for (const actions of all) {
        if (budget.left <= 0) break;
        budget.left -= 1;
        await walk(pool, desk, actions, inOrder, tally);
        tally.sequences += 1;
      }
      const broken = [...(await brokenRules(pool, { inOrder })), ...(await shownTooMuch(desk.manager, pool))];
      if (broken.length > 0) throw new Error(broken.slice(0, 12).join("\n"));
    });
  if (SEED) {
    await fc.assert(propertyOf({ left: wanted }), {
      seed: Number(SEED),
      path: PATH,
      unbiased: true,
      numRuns: 1,
      includeErrorInReport: true,
    });
    return tally;
  }
  // Each lane has a share of its own, so that what is walked depends on the seeds and on no clock.
  const lane = async (index: number) => {
    const budget = { left: Math.ceil(wanted / lanes) };
    for (let round = 0; budget.left > 0; round += 1) {
      const own = {
        seed: BEGIN + index * 1_000_003 + round,
        numRuns: 4,
        unbiased: true,
        endOnFailure: true,
        includeErrorInReport: true,
      };
      await fc.assert(propertyOf(budget), own);
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, index) => lane(index)));
  return tally;
}

/** Every kind of action that the history holds so far: "station.publish". */
export async function actionsTaken(): Promise<string[]> {
  const rows = await db.selectDistinct({ action: revisions.action }).from(revisions);
  return rows.map(({ action }) => action);
}

async function walk(
  pool: SequencePool,
  desk: SequenceDesk,
  actions: readonly Action[],
  inOrder: boolean,
  tally: Tally,
) {
  if (inOrder) {
    for (const action of actions) tally[await attemptAction(pool, desk, action)] += 1;
    return;
  }
  for (const outcome of await Promise.all(actions.map((action) => attemptAction(pool, desk, action))))
    tally[outcome] += 1;
}

/** The records of a pool that a manager is shown though they are not published, or not shown though they are. */
async function shownTooMuch(manager: Actor, pool: SequencePool): Promise<string[]> {
  const slugs = pool.records.map(({ slug }) => slug);
  const parts = POOL_KINDS.map((kind) => {
    const table = editorialTableOf(kind);
    return { kind, where: and(inArray(table.slug, slugs), visibleTo(manager, table)) };
  });
  const shown = new Set((await listRecordLines(manager, parts, slugs.length)).map(({ slug }) => slug));
  const list = `{${slugs.join(",")}}`;
  const published = (await db.execute(sql`
    select slug from organizations where slug = any(${list}::text[]) and state in ('published', 'corrected')
    union all select slug from stations where slug = any(${list}::text[]) and state in ('published', 'corrected')
    union all select slug from evidence where slug = any(${list}::text[]) and state in ('published', 'corrected') and sharing in ('CLEAR', 'GREEN')
    union all select slug from claims where slug = any(${list}::text[]) and state in ('published', 'corrected')
    union all select slug from status_reports where slug = any(${list}::text[]) and state in ('published', 'corrected')`)) as unknown as {
    slug: string;
  }[];
  const out = new Set(published.map(({ slug }) => slug));
  return slugs
    .filter((slug) => shown.has(slug) !== out.has(slug))
    .map((slug) => `a manager is shown ${slug} wrongly`);
}

/** The first broken link of the whole chain, read in parts; null when it is whole. */
export async function brokenLink() {
  let last: Revision | null = null;
  for (;;) {
    const rows: Revision[] = await db
      .select()
      .from(revisions)
      .where(gt(revisions.seq, last?.seq ?? 0))
      .orderBy(asc(revisions.seq))
      .limit(5000);
    const broken = verifyChain(rows, last);
    if (broken || rows.length === 0) return broken;
    last = rows.at(-1) as Revision;
  }
}
