import { and, eq, or, type Placeholder, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { RecordKind } from "@/lib/records/editorial";
import { type AlikeKind, canBeAlike } from "@/lib/records/likeness";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, type Tx } from "../../client";
import { distinctRecords, evidence, organizations, people, stations } from "../../schema";
import { keepRows } from "../history/kept-rows";
import { editorialTableOf } from "../tables";
import { visibleTo } from "../visibility";

/** Nobody has said yet that a record and the one of this slug are two. */
export function notSaidDistinct(actor: Actor, kind: AlikeKind, slug: Placeholder): SQL {
  const table = editorialTableOf(kind);
  const own = alias(table, "own");
  const pair = and(
    eq(distinctRecords.recordKind, kind),
    sql`${distinctRecords.lowerId} = least(${own.id}, ${table.id})`,
    sql`${distinctRecords.higherId} = greatest(${own.id}, ${table.id})`,
  );
  return sql`not exists (select from ${distinctRecords} join ${table} as "own" on ${and(eq(own.slug, slug), visibleTo(actor, own))} where ${pair})`;
}

/** Keeps that a record is none of these others: nobody is asked again. */
export async function keepDistinct(
  tx: Tx,
  actor: Actor,
  recordKind: RecordKind,
  id: string,
  others: readonly string[],
): Promise<void> {
  if (others.length === 0) return;
  const pairs = others.map((one) => {
    const [lowerId = id, higherId = one] = [id, one].sort();
    return { recordKind, lowerId, higherId, saidBy: actor.id };
  });
  const added = await tx.insert(distinctRecords).values(pairs).onConflictDoNothing().returning();
  const isAdded = added.map((pair) =>
    and(
      eq(distinctRecords.recordKind, pair.recordKind),
      eq(distinctRecords.lowerId, pair.lowerId),
      eq(distinctRecords.higherId, pair.higherId),
    ),
  );
  if (isAdded.length > 0) await keepRows(tx, actor, "distinctRecords", or(...isAdded));
}

export type DistinctRecord = Awaited<ReturnType<typeof listDistinct>>[number];

/** The records that somebody said a record is none of, as far as the reader may see them; the latest said first. */
export async function listDistinct(actor: Actor, kind: RecordKind, id: string) {
  requirePermission(actor, "read the history");
  if (!canBeAlike(kind)) return [];
  const table = editorialTableOf(kind);
  const title = { organization: organizations.name, station: stations.name, evidence: evidence.title }[kind];
  const isOther = sql`${table.id} = case ${id}::uuid when ${distinctRecords.lowerId} then ${distinctRecords.higherId} else ${distinctRecords.lowerId} end`;
  return db
    .select({ slug: table.slug, title: sql<string>`${title}`, by: people.name, at: distinctRecords.saidAt })
    .from(distinctRecords)
    .innerJoin(table, and(isOther, visibleTo(actor, table)))
    .innerJoin(people, eq(people.id, distinctRecords.saidBy))
    .where(
      and(
        eq(distinctRecords.recordKind, kind),
        sql`${id}::uuid in (${distinctRecords.lowerId}, ${distinctRecords.higherId})`,
      ),
    )
    .orderBy(sql`${distinctRecords.saidAt} desc`, table.slug);
}
