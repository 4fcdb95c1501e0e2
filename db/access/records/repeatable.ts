import { and, eq, sql } from "drizzle-orm";
import type { RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { executeLast, type Tx, transaction } from "../../client";
import { idempotencyKeys } from "../../schema";

/** A write that may be sent twice with the same key: a second one with the same request has no second effect. */
export type Repeatable = { readonly key: string; readonly requestHash: string };

type About = { readonly recordKind: RecordKind; readonly slug: string };

/** What this key's first request was answered. Its lock makes a twin that is under way wait until the first has committed. */
export async function findResult<Answer>(
  tx: Tx,
  actor: Actor,
  { key, requestHash }: Repeatable,
): Promise<Answer | undefined> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${actor.id} ${key}`}, 0))`);
  const [row] = await tx
    .select({ slug: idempotencyKeys.slug, hash: idempotencyKeys.requestHash, answer: idempotencyKeys.answer })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.personId, actor.id), eq(idempotencyKeys.key, key)));
  if (!row) return undefined;
  if (row.hash !== requestHash) throw new Invalid({ "Idempotency-Key": "validation.keyReused" });
  return (row.answer ?? { slug: row.slug, version: 1, effect: "recorded" }) as Answer;
}

/** Keeps what this key's request is answered, with what ends the transaction; and forgets two of the keys that are past. */
export function keepResult(tx: Tx, actor: Actor, repeatable: Repeatable, answer: unknown, about?: About): void {
  const row = { ...repeatable, ...about, personId: actor.id, answer };
  executeLast(tx.insert(idempotencyKeys).values(row).getSQL());
  executeLast(sql`
    delete from ${idempotencyKeys} where ctid in (
      select ctid from ${idempotencyKeys} where ${idempotencyKeys.createdAt} < now() - interval '30 days'
      order by ${idempotencyKeys.createdAt} limit 2 for update skip locked
    )`);
}

/** Does a write that may be sent twice, in one transaction with its key. */
export function repeatOnce<Answer>(
  actor: Actor,
  repeatable: Repeatable | null,
  write: () => Promise<Answer>,
): Promise<Answer> {
  if (!repeatable) return write();
  return transaction(async (tx) => {
    const before = await findResult<Answer>(tx, actor, repeatable);
    if (before !== undefined) return before;
    const answer = await write();
    keepResult(tx, actor, repeatable, answer ?? {});
    return answer;
  });
}
