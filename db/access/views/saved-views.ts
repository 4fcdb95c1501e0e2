import { and, asc, count, eq, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { canonicalQuery, queryOn, type SavedViewInput } from "@/lib/filters/saved-view";
import type { ListName } from "@/lib/records/list-file";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { may } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, transaction } from "../../client";
import { today } from "../../newsroom";
import { people, savedViews, viewAlerts } from "../../schema";

/** As many as one person keeps. */
const MOST_VIEWS = 100;

export type SavedView = {
  readonly id: string;
  readonly list: ListName;
  readonly name: string;
  /** As the list's address takes it today. */
  readonly query: string;
  readonly isShared: boolean;
  readonly isRelative: boolean;
  /** Whose it is, where it is another's. */
  readonly owner: string | null;
  /** Whether what comes into it, or changes in it, is told to this person. */
  readonly isAlerting: boolean;
};

/** Their own, and for the desk what others of it share; nobody else is told what the desk looks for. */
export const viewsSeenBy = (actor: Actor) =>
  and(
    isNull(savedViews.removedAt),
    or(eq(savedViews.ownerId, actor.id), may(actor, "read drafts") ? eq(savedViews.isShared, true) : undefined),
  );

/** The saved views of one list, or of all, that this person finds at its head: their own first, then by name. */
export async function listSavedViews(actor: Actor, list?: ListName): Promise<SavedView[]> {
  requirePermission(actor, "read published records");
  const rows = await db
    .select({
      id: savedViews.id,
      list: savedViews.list,
      name: savedViews.name,
      query: savedViews.query,
      isShared: savedViews.isShared,
      isRelative: savedViews.isRelative,
      savedOn: savedViews.savedOn,
      owner: sql<string | null>`case when ${savedViews.ownerId} <> ${actor.id} then ${people.name} end`,
      isAlerting: sql<boolean>`${viewAlerts.viewId} is not null`,
      today: sql<string>`${today}::text`,
    })
    .from(savedViews)
    .innerJoin(people, eq(people.id, savedViews.ownerId))
    .leftJoin(viewAlerts, and(eq(viewAlerts.viewId, savedViews.id), eq(viewAlerts.personId, actor.id)))
    .where(and(list && eq(savedViews.list, list), viewsSeenBy(actor)))
    .orderBy(sql`${savedViews.ownerId} <> ${actor.id}`, asc(savedViews.name), asc(savedViews.id));
  return rows.map(({ savedOn, today: now, ...view }) => ({
    ...view,
    list: view.list as ListName,
    query: queryOn({ ...view, savedOn }, now),
  }));
}

/**
 * Keeps a view of a list under a name; under a name that this person has for the list already, in its place.
 * @throws Refusal forbidden for sharing by who is not of the desk; Invalid when there are too many
 */
export async function saveView(actor: Actor, view: SavedViewInput): Promise<{ id: string }> {
  requirePermission(actor, "read published records");
  if (view.isShared) requirePermission(actor, "read drafts");
  const { list, name, isShared, isRelative } = view;
  const stored = { query: canonicalQuery(list, view.query), isShared, isRelative, savedOn: sql`${today}` };
  return transaction(async (tx) => {
    // Two at once would both count one too few.
    await tx.select({ id: people.id }).from(people).where(eq(people.id, actor.id)).for("update");
    const own = eq(savedViews.ownerId, actor.id);
    // Another one under the name of a removed one is a view of its own, of which nobody is told.
    const named = and(own, eq(savedViews.list, list), eq(savedViews.name, name));
    await tx.delete(savedViews).where(and(named, isNotNull(savedViews.removedAt)));
    const [had] = await tx
      .select({ views: count() })
      .from(savedViews)
      .where(and(own, isNull(savedViews.removedAt)));
    if ((had?.views ?? 0) >= MOST_VIEWS) throw new Invalid({ name: "validation.tooManyViews" });
    const [row] = await tx
      .insert(savedViews)
      .values({ ownerId: actor.id, list, name, ...stored })
      .onConflictDoUpdate({ target: [savedViews.ownerId, savedViews.list, savedViews.name], set: stored })
      .returning({ id: savedViews.id });
    if (!row) throw Refusal.notFound();
    return row;
  });
}

/** One's own; what another shares, for an editor. */
const changeableBy = (actor: Actor): SQL | undefined =>
  or(
    eq(savedViews.ownerId, actor.id),
    may(actor, "plan the work of others") ? eq(savedViews.isShared, true) : undefined,
  );

/**
 * Removes a view: one's own; what another shares, an editor. For an hour that can be taken back.
 * @throws Refusal not_found
 */
export const removeView = (actor: Actor, id: string): Promise<{ id: string }> =>
  setRemoved(actor, and(eq(savedViews.id, id), isNull(savedViews.removedAt)), sql`now()`);

/** Brings a removed view back, with who is told of it. @throws Refusal not_found when it is gone by now */
export const restoreView = (actor: Actor, id: string): Promise<{ id: string }> =>
  setRemoved(actor, and(eq(savedViews.id, id), isNotNull(savedViews.removedAt)), null);

async function setRemoved(actor: Actor, which: SQL | undefined, removedAt: SQL | null): Promise<{ id: string }> {
  requirePermission(actor, "read published records");
  const [row] = await db
    .update(savedViews)
    .set({ removedAt })
    .where(and(which, changeableBy(actor)))
    .returning({ id: savedViews.id });
  if (!row) throw Refusal.notFound();
  return row;
}

/** Forgets what was removed an hour ago. Run by a job. */
export async function forgetRemovedViews(): Promise<void> {
  await db.delete(savedViews).where(lt(savedViews.removedAt, sql`now() - interval '1 hour'`));
}
