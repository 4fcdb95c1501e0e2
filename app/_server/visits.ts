import "server-only";
import { recordVisit } from "@/db/access/accounts/visits";
import type { Actor } from "@/lib/workflow/actor";

const MINUTE = 60_000;
/** A note costs a transaction. Far less than a visit lasts without a page, so that the note of a visit never grows old. */
export const NOTED_EVERY_MINUTES = 5;
/** Who is forgotten is noted at their next page, and no more than that. */
const MOST_PEOPLE = 1000;

/** Milliseconds: when this process last noted a person's visit, and when it last had a page for them. */
type Seen = { readonly notedAt: number; readonly pageAt: number };
/** Who came longest ago is first. Of numbers alone: a promise kept here would keep its request and all it rendered. */
const lastSeen = new Map<string, Seen>();

/**
 * Notes that this person is here, unless that was noted a moment ago. To be awaited before a page reads anything: the note
 * says that they have seen the history up to its present end, and so they will have. The later pages of the same minutes
 * show more than the note says, which is told as news once more; nothing that was not shown is ever called seen.
 * Never fails: a page does not depend on it.
 * @param now milliseconds of any clock that never goes back
 */
export async function noteVisit(actor: Actor, now = performance.now()): Promise<void> {
  const before = lastSeen.get(actor.id);
  const isDue = !before || now - before.notedAt >= NOTED_EVERY_MINUTES * MINUTE;
  remember(actor.id, { notedAt: isDue ? now : before.notedAt, pageAt: now });
  if (!isDue) return;
  try {
    await recordVisit(actor, before && now - before.pageAt);
  } catch (error) {
    remember(actor.id, { notedAt: Number.NEGATIVE_INFINITY, pageAt: now });
    console.warn("A visit was not noted.", error);
  }
}

function remember(personId: string, seen: Seen): void {
  lastSeen.delete(personId);
  lastSeen.set(personId, seen);
  for (const longestAgo of lastSeen.keys()) {
    if (lastSeen.size <= MOST_PEOPLE) break;
    lastSeen.delete(longestAgo);
  }
}

/** How many people are remembered now. */
export const peopleRemembered = (): number => lastSeen.size;
