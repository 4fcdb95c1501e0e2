import { and, eq, sql } from "drizzle-orm";
import type { RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { executeLast, type Tx } from "../../client";
import { idempotencyKeys } from "../../schema";
import type { WrittenRecord } from "../records";

/** A write that may be sent twice with the same key: a second one with the same request has no second effect. */
export type Repeatable = { readonly key: string; readonly requestHash: string };

/** What this key's first request wrote. Its lock makes a twin that is under way wait until the first has committed. */
export async function findResult(
  tx: Tx,
  actor: Actor,
  kind: RecordKind,
  { key, requestHash }: Repeatable,
): Promise<WrittenRecord | undefined> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${actor.id} ${key}`}, 0))`);
  const [row] = await tx
    .select({ slug: idempotencyKeys.slug, kind: idempotencyKeys.recordKind, hash: idempotencyKeys.requestHash })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.personId, actor.id), eq(idempotencyKeys.key, key)));
  if (!row) return undefined;
  if (row.kind !== kind || row.hash !== requestHash) throw new Invalid({ "Idempotency-Key": "validation.keyReused" });
  return { slug: row.slug, version: 1, effect: "recorded" };
}

/** Keeps what this key's request wrote, with what ends the transaction. */
export function keepResult(tx: Tx, actor: Actor, recordKind: RecordKind, repeatable: Repeatable, slug: string): void {
  executeLast(
    tx
      .insert(idempotencyKeys)
      .values({ ...repeatable, personId: actor.id, recordKind, slug })
      .getSQL(),
  );
}
