import { desc, sql } from "drizzle-orm";
import type { Role } from "@/lib/workflow/actor";
import { db } from "../../client";
import { revisions } from "../../schema/index";
import { IS_OF_RECORD } from "../../schema/revisions";

/** How many totals are kept; of those asked for least lately the first goes. */
const MOST = 2_000;
/** Characters of a question whose total is kept: what somebody searches for is as long as an address may be. */
const LONGEST = 1_000;

type Counted = { readonly total: number; readonly head: string | null };

// On globalThis: a page and a route of the API ask about the same list, and Next may load this module for each.
const KEY = Symbol.for("wederhoor.list-totals");
const shared = globalThis as typeof globalThis & { [KEY]?: Map<string, Counted> };
shared[KEY] ??= new Map();
const totals = shared[KEY];

/** Of what a question finds so many are counted: a usual word is in most of a million records. */
export const MOST_FOUND = 10_000;

/** In a statement that reads a page or counts: the end of the latest revision's hash, of the same snapshot. */
export const headColumn = sql<
  string | null
>`(select right(${revisions.hash}, 16) from ${revisions} where ${sql.raw(IS_OF_RECORD)} order by ${revisions.seq} desc limit 1)`;

type Read<Row> = {
  /** The page alone, given how many rows there were when they were counted; absent or null where that is no less work than both. */
  readonly page?: ((counted?: number) => Promise<Row[] | null>) | undefined;
  readonly count: () => Promise<readonly Counted[]>;
  /** Both in one pass, where that is less work than each: a row brings the total along. Null where it turns out not to be. */
  readonly pageAndCount?: (() => Promise<(Row & { readonly total: number })[] | null>) | undefined;
};

/**
 * The rows of a page with the exact number on all pages. What nobody wrote to since is not counted again: a total belongs to
 * the latest revision that its own statement saw, and is right for a page whose statement saw the same. So only what
 * revisions record may be counted here, and nothing of the clock.
 * @param question the list with all that narrows it and not where the page begins; what one role may see is kept for no other
 */
export async function readPageWithTotal<Row extends { readonly head: string | null; readonly total?: number }>(
  role: Role,
  question: readonly [list: string, narrowing: object],
  { page, count, pageAndCount }: Read<Row>,
): Promise<{ rows: Omit<Row, "head" | "total">[]; total: number }> {
  const key = `${role} ${JSON.stringify(question)}`;
  const known = totals.get(key);
  const alone = known && page ? await page(known.total) : null;
  if (known && alone) {
    const head = alone[0] ? alone[0].head : await readHead();
    return {
      rows: alone.map((row) => shown(row)),
      total: store(key, head === known.head ? known : (await count())[0]),
    };
  }
  const both = await pageAndCount?.();
  const [rows, [counted]] = await Promise.all([
    both ?? page?.() ?? null,
    // A page behind the last has no row to bring the total.
    both?.[0] ? [both[0]] : count(),
  ]);
  return { rows: (rows ?? []).map((row) => shown(row)), total: store(key, counted) };
}

const shown = <Row extends { readonly head: string | null; readonly total?: number }>({
  head: _head,
  total: _total,
  ...row
}: Row) => row;

function store(key: string, { total, head }: Counted = { total: 0, head: null }): number {
  totals.delete(key);
  if (key.length <= LONGEST) totals.set(key, { total, head });
  for (const oldest of totals.keys()) {
    if (totals.size <= MOST) break;
    totals.delete(oldest);
  }
  return total;
}

async function readHead(): Promise<string | null> {
  const [latest] = await db.select({ head: headColumn }).from(revisions).orderBy(desc(revisions.seq)).limit(1);
  return latest?.head ?? null;
}

/** The number of totals kept now. */
export const storedTotals = () => totals.size;

/** For what fills a database past the application, where no revision records it. */
export function clearTotals(): void {
  totals.clear();
}
