import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { MOST_UNREAD, type Unread } from "@/lib/records/unread";
import type { Actor } from "@/lib/workflow/actor";
import { rolesThatMay } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, transaction } from "../../client";
import { evidence, people, readingMarks, readingStarts } from "../../schema";
import { visibleTo } from "../visibility";
import { type EvidenceNarrowing, isNarrowed } from "./evidence-conditions";
import { evidenceInView } from "./evidence-facets";
import { markOf, unreadColumn, unreadIds } from "./unread-conditions";

/** How many items are unread to this person, and whether there are more than are counted. */
export async function countUnreadEvidence(actor: Actor): Promise<{ count: number; isMore: boolean }> {
  requirePermission(actor, "read published records");
  const most = sql.raw(String(MOST_UNREAD + 1));
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from (select from ${unreadIds(actor)} as unread limit ${most}) as counted`,
  );
  const count = row?.count ?? 0;
  return { count: Math.min(count, MOST_UNREAD), isMore: count > MOST_UNREAD };
}

/** Which of these items this person has not read, by id, as far as they see them. */
export async function readUnread(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, Unread>> {
  requirePermission(actor, "read published records");
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: evidence.id, unread: unreadColumn(actor) })
    .from(evidence)
    .leftJoin(readingMarks, markOf(actor))
    .where(and(inArray(evidence.id, [...ids]), visibleTo(actor, evidence)));
  return new Map(rows.flatMap(({ id, unread }) => (unread ? [[id, unread] as const] : [])));
}

/** What somebody of the desk had open of an item: its present text, or an earlier one. */
export type ItemReader = { readonly name: string; readonly isPresent: boolean };

export type EvidenceReading = {
  readonly unread: Unread | null;
  /** The version that this person had open last. */
  readonly version: number | null;
  /** Who else of the desk had its page open; null to who is not of the desk. */
  readonly readers: readonly ItemReader[] | null;
};

/**
 * Where this person stands with an item, and to the desk who else of it has read it: not when, and of nobody outside the desk.
 * @throws Refusal not_found
 */
export async function findReading(actor: Actor, slug: string): Promise<EvidenceReading> {
  requirePermission(actor, "read published records");
  const isIt = and(eq(evidence.slug, slug), visibleTo(actor, evidence));
  const desk = rolesThatMay("read drafts");
  const [own, readers] = await Promise.all([
    db
      .select({ unread: unreadColumn(actor), version: readingMarks.version })
      .from(evidence)
      .leftJoin(readingMarks, markOf(actor))
      .where(isIt),
    desk.includes(actor.role)
      ? db
          .select({ name: people.name, isPresent: sql<boolean>`${readingMarks.opened} >= ${evidence.updatedAt}` })
          .from(evidence)
          .innerJoin(readingMarks, and(eq(readingMarks.evidenceId, evidence.id), isNotNull(readingMarks.opened)))
          .innerJoin(people, and(eq(people.id, readingMarks.personId), isNull(people.disabledAt)))
          .where(and(isIt, inArray(people.role, [...desk]), sql`${people.id} <> ${actor.id}`))
          .orderBy(asc(people.name), asc(people.id))
      : null,
  ]);
  if (!own[0]) throw Refusal.notFound();
  return { ...own[0], readers };
}

/** That this person has an item's page open. Of a version that another has followed nothing is noted. */
export async function recordReading(actor: Actor, id: string, version: number): Promise<void> {
  requirePermission(actor, "read published records");
  const read = { seen: evidence.updatedAt, opened: evidence.updatedAt, version: evidence.version };
  const isOpen = and(eq(evidence.id, id), eq(evidence.version, version), visibleTo(actor, evidence));
  await db
    .insert(readingMarks)
    .select(
      db
        .select({ personId: sql`${actor.id}::uuid`.as("person_id"), evidenceId: evidence.id, ...read })
        .from(evidence)
        .where(isOpen),
    )
    .onConflictDoUpdate({
      target: [readingMarks.personId, readingMarks.evidenceId],
      set: { seen: sql`excluded.seen`, opened: sql`excluded.opened`, version: sql`excluded.version` },
    });
}

/**
 * Says of an item that this person has read it, or wants to read it yet: then the desk is no longer told that they had.
 * @throws Refusal not_found
 */
export async function markItem(actor: Actor, slug: string, isRead: boolean): Promise<{ slug: string }> {
  requirePermission(actor, "read published records");
  const [item] = await db
    .select({ id: evidence.id, updatedAt: evidence.updatedAt })
    .from(evidence)
    .where(and(eq(evidence.slug, slug), visibleTo(actor, evidence)));
  if (!item) throw Refusal.notFound();
  const mark = isRead ? { seen: item.updatedAt } : { seen: null, opened: null, version: null };
  await db
    .insert(readingMarks)
    .values({ personId: actor.id, evidenceId: item.id, ...mark })
    .onConflictDoUpdate({ target: [readingMarks.personId, readingMarks.evidenceId], set: mark });
  return { slug };
}

/**
 * Says that this person has read all that a view of the list holds. Of all the evidence it takes no mark for each item: what is
 * new to them begins now.
 */
export async function markListRead(actor: Actor, narrowing: EvidenceNarrowing): Promise<void> {
  requirePermission(actor, "read published records");
  const { unread: _unread, ...view } = narrowing;
  if (!isNarrowed(view) && (narrowing.records ?? "all") === "all") return startAnew(actor);
  await transaction(async (tx) => {
    await tx
      .insert(readingMarks)
      .select(
        tx
          .select({
            personId: sql`${actor.id}::uuid`.as("person_id"),
            evidenceId: evidence.id,
            seen: evidence.updatedAt,
            opened: sql`null::timestamptz`.as("opened"),
            version: sql`null::integer`.as("version"),
          })
          .from(evidence)
          .where(evidenceInView(actor, { ...view, unread: true })),
      )
      .onConflictDoUpdate({
        target: [readingMarks.personId, readingMarks.evidenceId],
        set: { seen: sql`excluded.seen` },
      });
  });
}

async function startAnew(actor: Actor): Promise<void> {
  await transaction(async (tx) => {
    const now = { since: sql`now()` };
    await tx
      .insert(readingStarts)
      .values({ personId: actor.id, ...now })
      .onConflictDoUpdate({ target: readingStarts.personId, set: now });
    await tx.delete(readingMarks).where(and(eq(readingMarks.personId, actor.id), isNull(readingMarks.seen)));
  });
}
