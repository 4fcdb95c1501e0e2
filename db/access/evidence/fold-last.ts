import { sql } from "drizzle-orm";
import type { Tx } from "../../client";

/**
 * A write of very many items in one transaction, after which what is counted of evidence is folded once. Folded at each round
 * number, as other writes do, it would go through all that it replaced before: those rows are there until the end.
 */
export async function foldingLast<T>(tx: Tx, write: () => Promise<T>): Promise<T> {
  await tx.execute(sql`select set_config('wederhoor.folds_last', 'on', true)`);
  const written = await write();
  await tx.execute(sql`select fold_evidence_counts(), fold_evidence_sums()`);
  return written;
}
