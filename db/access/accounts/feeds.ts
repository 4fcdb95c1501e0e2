import { createHash, randomBytes } from "node:crypto";
import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Actor, Person } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, type Tx, transaction } from "../../client";
import { feedTokens, people } from "../../schema";
import { keepRows } from "../history/kept-rows";

/** Only the hash is stored: who reads the table can't read a feed with it. */
const stored = (token: string) => createHash("sha256").update(token).digest("hex");

const activeToken = (personId: string) => and(eq(feedTokens.personId, personId), isNull(feedTokens.revokedAt));

/** Makes this person's secret address; an earlier one ends. @returns the token, which nobody can read again */
export async function createFeedToken(actor: Actor): Promise<string> {
  requirePermission(actor, "read drafts");
  const token = randomBytes(32).toString("base64url");
  await transaction(async (tx) => {
    // Two at once would both end the earlier address and leave two behind.
    await tx.select({ id: people.id }).from(people).where(eq(people.id, actor.id)).for("update");
    const ended = await endTokens(tx, actor.id);
    await tx.insert(feedTokens).values({ id: stored(token), personId: actor.id });
    await keepRows(tx, actor, "feedTokens", inArray(feedTokens.id, [...ended, stored(token)]));
  });
  return token;
}

/** Ends this person's secret address at once. */
export async function revokeFeedToken(actor: Actor): Promise<void> {
  requirePermission(actor, "read drafts");
  await transaction(async (tx) => {
    const ended = await endTokens(tx, actor.id);
    if (ended.length > 0) await keepRows(tx, actor, "feedTokens", inArray(feedTokens.id, ended));
  });
}

async function endTokens(tx: Tx, personId: string): Promise<string[]> {
  const ended = await tx
    .update(feedTokens)
    .set({ revokedAt: sql`now()` })
    .where(activeToken(personId))
    .returning({ id: feedTokens.id });
  return ended.map(({ id }) => id);
}

/** When this person's secret address was made; null while there is none. */
export async function findFeedToken(actor: Actor): Promise<{ createdAt: string } | null> {
  requirePermission(actor, "read drafts");
  const [row] = await db.select({ createdAt: feedTokens.createdAt }).from(feedTokens).where(activeToken(actor.id));
  return row ?? null;
}

/** Whose address it is, with the role that they have now; null for one that ended, or whose person may not sign in. */
export async function findFeedReader(token: string): Promise<Person | null> {
  const [row] = await db
    .select({ id: people.id, name: people.name, email: people.email, role: people.role, locale: people.locale })
    .from(feedTokens)
    .innerJoin(people, eq(people.id, feedTokens.personId))
    .where(
      and(
        eq(feedTokens.id, stored(token)),
        isNull(feedTokens.revokedAt),
        isNull(people.disabledAt),
        isNotNull(people.passwordHash),
      ),
    );
  return row ? { ...row, locale: row.locale ?? "en" } : null;
}
