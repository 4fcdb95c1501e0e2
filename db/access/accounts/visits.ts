import { and, desc, eq, max, or, sql } from "drizzle-orm";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, transaction } from "../../client";
import { readingStarts, revisions, visits } from "../../schema";

/** After so many minutes without a page, the next page begins a new visit. */
export const VISIT_ENDS_AFTER_MINUTES = 30;

/** Where a person left off; null: they have not been here before. */
export type LastVisit = { readonly at: string; readonly seq: number } | null;

const goesOn = sql`${visits.lastAt} > now() - make_interval(mins => ${VISIT_ENDS_AFTER_MINUTES})`;
const head = sql<number>`coalesce((select max(${revisions.seq}) from ${revisions}), 0)`;

/** Whether the latest visit goes on, by its latest note or by a page so many milliseconds ago. */
const goesOnBy = (actor: Actor, sincePage: number) => {
  const latest = db
    .select({ beganAt: max(visits.beganAt) })
    .from(visits)
    .where(eq(visits.personId, actor.id));
  return and(
    eq(visits.beganAt, latest),
    or(goesOn, sql`${sincePage}::float8 < ${VISIT_ENDS_AFTER_MINUTES * 60_000}::float8`),
  );
};

/**
 * Notes that this person is here: no write to the records, and no revision. Two pages at once are one visit, since who
 * does not get the person's lock at once leaves it to the other.
 * @param sincePage milliseconds since a page of theirs that was not noted: their visit may have gone on by it
 */
export async function recordVisit(actor: Actor, sincePage?: number): Promise<void> {
  requirePermission(actor, "read published records");
  await transaction(async (tx) => {
    const [{ free } = { free: false }] = await tx.execute<{ free: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${`visit ${actor.id}`}, 0)) as free`,
    );
    if (!free) return;
    const ongoing = await tx
      .update(visits)
      .set({ lastAt: sql`now()`, seenSeq: head })
      .where(and(eq(visits.personId, actor.id), sincePage === undefined ? goesOn : goesOnBy(actor, sincePage)))
      .returning({ beganAt: visits.beganAt });
    if (ongoing.length > 0) return;
    await tx.insert(visits).values({ personId: actor.id, seenSeq: head });
    // What is on file at the first visit is not new, and what comes after it is.
    await tx.insert(readingStarts).values({ personId: actor.id }).onConflictDoNothing();
    const stored = tx
      .select({ beganAt: visits.beganAt })
      .from(visits)
      .where(eq(visits.personId, actor.id))
      .orderBy(desc(visits.beganAt))
      .limit(2);
    await tx.delete(visits).where(sql`${visits.personId} = ${actor.id} and ${visits.beganAt} not in (${stored})`);
  });
}

/** Where this person left off at their visit before this one, or said since then that they had seen it all. */
export async function findLastVisit(actor: Actor): Promise<LastVisit> {
  requirePermission(actor, "read published records");
  const rows = await db
    .select({
      at: visits.lastAt,
      seenSeq: visits.seenSeq,
      markedSeq: visits.markedSeq,
      goesOn: sql<boolean>`${goesOn}`,
    })
    .from(visits)
    .where(eq(visits.personId, actor.id))
    .orderBy(desc(visits.beganAt))
    .limit(2);
  const current = rows.find((row) => row.goesOn);
  const before = rows.find((row) => !row.goesOn);
  if (current?.markedSeq && current.markedSeq > (before?.seenSeq ?? 0)) {
    return { at: current.at, seq: current.markedSeq };
  }
  return before ? { at: before.at, seq: before.seenSeq } : null;
}

/** This person has seen all up to a place in the chain; one beyond its end counts as its end. */
export async function markSeen(actor: Actor, seq: number): Promise<void> {
  requirePermission(actor, "read published records");
  await recordVisit(actor);
  await db
    .update(visits)
    .set({ markedSeq: sql`least(greatest(${seq}::bigint, coalesce(${visits.markedSeq}, 0)), ${head})` })
    .where(and(eq(visits.personId, actor.id), goesOn));
}
