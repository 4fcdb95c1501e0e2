import { desc, eq, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { DashboardFilter } from "@/lib/filters/dashboard-filter";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, transaction } from "../../client";
import { replyEntries, replyRequests, revisions } from "../../schema";
import { IS_OF_RECORD, IS_PUBLIC_CHANGE } from "../../schema/revisions";
import { filterReader } from "../filters/filter-conditions";
import { limitInText, readerQuery } from "../reading/reader-query";
import { visibleTo } from "../visibility";

/** A revision: its place in the chain, its hash and its ISO instant. Its content is shown to nobody. */
export type RevisionRef = { readonly seq: number; readonly hash: string; readonly at: string };

/** An answer with the state of the dossier that it was counted in. */
export type WithRevision<T> = T & { readonly head: RevisionRef | null };

const columns = { seq: revisions.seq, hash: revisions.hash, at: revisions.at };

/** Asked for each figure and total: made once, and each connection keeps its plan. */
const readLatest = db
  .select(columns)
  .from(revisions)
  .where(sql.raw(IS_OF_RECORD))
  .orderBy(desc(revisions.seq))
  .limit(limitInText(1))
  .prepare("latest_revision");

/** What the history of records had come to when something was read; null before the first write. */
export async function latestRevision(): Promise<RevisionRef | null> {
  const [head] = await readLatest.execute();
  return head ?? null;
}

const readPublicChanges = readerQuery((reader) => {
  const changes = db
    .select(columns)
    .from(revisions)
    .where(sql.raw(IS_PUBLIC_CHANGE))
    .orderBy(desc(revisions.seq))
    .limit(limitInText(1));
  const entries = db
    .select(columns)
    .from(revisions)
    .innerJoin(replyEntries, eq(replyEntries.id, revisions.recordId))
    .innerJoin(replyRequests, eq(replyRequests.id, replyEntries.requestId))
    .where(sql`${revisions.recordKind} = 'reply_entry' and ${visibleTo(reader, replyRequests)}`)
    .orderBy(desc(revisions.seq))
    .limit(limitInText(1));
  return unionAll(changes, entries);
});

/**
 * The state of the dossier, as far as this reader may know: for the desk the latest revision, for others the latest
 * that changed something published. A later one would show them that drafts were written.
 */
export async function visibleRevision(reader: Actor): Promise<RevisionRef | null> {
  if (may(reader, "read drafts")) return latestRevision();
  const found = await readPublicChanges(reader, {});
  return found.reduce<RevisionRef | null>((last, one) => (last && last.seq > one.seq ? last : one), null);
}

/** Reads what no revision caches (decision 14) in one state of the dossier, and names that revision. */
export async function readWithRevision<T extends object>(
  actor: Actor,
  filter: Pick<DashboardFilter, "records">,
  read: () => Promise<T>,
): Promise<WithRevision<T>> {
  requirePermission(actor, "read published records");
  const reader = filterReader(actor, filter);
  return transaction(async () => ({ ...(await read()), head: await visibleRevision(reader) }), {
    isolation: "repeatable read",
  });
}
