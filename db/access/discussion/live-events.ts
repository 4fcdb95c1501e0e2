import { and, asc, desc, gt, ne, sql } from "drizzle-orm";
import type { RevisedKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { type LiveEvent, readLiveEvents } from "@/lib/workflow/live-event";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, subscribeToNotifications, type Tx, whenListening } from "../../client";
import { CHANNEL } from "../../connection/listener";
import { revisions } from "../../schema";

/** More changes than these are sent as one: a subscriber asks again all the same. */
const MOST = 20;

/** What is told of revisions that are about to be appended; `place`: how far behind the first of them. */
export function eventsToTell(added: readonly { readonly recordKind: RevisedKind; readonly recordId: string }[]) {
  if (added.length > MOST) return [{ kind: "many", id: null, place: added.length - 1 }];
  // Of a row beside the records is told what it is about, by who writes the row.
  return added.flatMap(({ recordKind, recordId }, place) =>
    recordKind === "kept_row" ? [] : [{ kind: recordKind, id: recordId, place }],
  );
}

/** Tells the desk's open pages of what is no revision, once this transaction commits and only then. */
export async function notifyDesk(tx: Tx, event: Omit<LiveEvent, "seq">): Promise<void> {
  await tx.execute(sql`select pg_notify(${CHANNEL}, ${JSON.stringify([{ ...event, seq: null }])})`);
}

/**
 * Hears of every change to the desk's work that is committed once the promise is kept; null when some may have been missed.
 * @returns stops hearing
 */
export async function subscribeToChanges(
  actor: Actor,
  subscriber: (event: LiveEvent | null) => void,
): Promise<() => void> {
  requirePermission(actor, "read drafts");
  const silence = subscribeToNotifications((payload) => {
    for (const event of payload === null ? [null] : readLiveEvents(payload)) subscriber(event);
  });
  await whenListening();
  return silence;
}

/**
 * What was written after a place in the chain of revisions, as events, and where the chain ends now.
 * Without a place: nothing, and where it ends.
 */
export async function listLiveEventsSince(
  actor: Actor,
  seq: number | null,
): Promise<{ events: LiveEvent[]; head: number | null }> {
  requirePermission(actor, "read drafts");
  const [last] = await db.select({ seq: revisions.seq }).from(revisions).orderBy(desc(revisions.seq)).limit(1);
  const head = last?.seq ?? null;
  if (seq === null || head === null || seq >= head) return { events: [], head };
  if (head - seq > MOST) return { events: [{ kind: "many", id: null, seq: head }], head };
  const rows = await db
    .select({ kind: revisions.recordKind, id: revisions.recordId, seq: revisions.seq })
    .from(revisions)
    .where(and(gt(revisions.seq, seq), ne(revisions.recordKind, "kept_row")))
    .orderBy(asc(revisions.seq));
  return { events: rows, head };
}
