import { and, asc, gt, lte } from "drizzle-orm";
import { type Db, db } from "../client";
import { revisions } from "../schema";

const AT_ONCE = 20_000;

/** The hashes of the chain in its order, after a place and up to another; in parts, so that its length does not matter. */
export async function* chainHashes(
  after: number,
  upTo = Number.MAX_SAFE_INTEGER,
  on: Db = db,
): AsyncGenerator<{ seq: number; hash: string }[]> {
  let last = after;
  while (last < upTo) {
    const rows = await on
      .select({ seq: revisions.seq, hash: revisions.hash })
      .from(revisions)
      .where(and(gt(revisions.seq, last), lte(revisions.seq, upTo)))
      .orderBy(asc(revisions.seq))
      .limit(AT_ONCE);
    if (rows.length > 0) yield rows;
    if (rows.length < AT_ONCE) return;
    last = rows.at(-1)?.seq ?? upTo;
  }
}
