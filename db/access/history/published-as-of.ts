import { and, desc, eq, gt, lte, type SQL, sql } from "drizzle-orm";
import type { AsOf } from "@/lib/filters/as-of";
import type { RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { db } from "../../client";
import { revisions } from "../../schema";
import type { RevisionSnapshot } from "../revisions";
import { editorialTableOf } from "../tables";
import { isPublicRecord, visibleTo } from "../visibility";

/** A record as it was published at a moment. */
export type PublishedVersion = {
  readonly id: string;
  readonly slug: string;
  readonly version: number;
  /** ISO instant at which that version was written. */
  readonly at: string;
  readonly hash: string;
  /** When the record itself was first written. */
  readonly recordedAt: string;
  readonly snapshot: RevisionSnapshot;
};

/**
 * What of a kind had been published by a moment: of each record its last version until then, if that one was public. Held
 * to today's visibility as well: what was taken back since, or labelled, stays with the desk; erased content is nobody's.
 * @param named a condition on the version's content, `past.snapshot`
 * @param among one on the records themselves: of all others not even the version is looked for
 * @param limit so many of them, whichever; else by their slugs
 * @param page so many of them by their slugs, from behind one of them on; else all
 */
export function publishedAsOf(
  actor: Actor,
  kind: RecordKind,
  { until }: AsOf,
  {
    named,
    among,
    limit,
    page,
  }: {
    readonly named?: (snapshot: SQL) => SQL;
    readonly among?: SQL;
    readonly limit?: number;
    readonly page?: { readonly after?: string | undefined; readonly limit: number };
  } = {},
) {
  const table = editorialTableOf(kind);
  const past = db
    .select({ version: revisions.version, at: revisions.at, hash: revisions.hash, snapshot: revisions.snapshot })
    .from(revisions)
    .where(and(eq(revisions.recordKind, kind), eq(revisions.recordId, table.id), lte(revisions.at, until)))
    .orderBy(desc(revisions.at), desc(revisions.version))
    .limit(1)
    .as("past");
  const snapshot = sql`${past.snapshot}`;
  const sharing = may(actor, "read drafts") ? undefined : sql`coalesce(${snapshot}->>'sharing', 'CLEAR')`;
  const found = db
    .select({
      id: table.id,
      slug: table.slug,
      recordedAt: table.createdAt,
      version: past.version,
      at: past.at,
      hash: past.hash,
      snapshot: past.snapshot,
    })
    .from(table)
    .innerJoinLateral(past, sql`true`)
    .where(
      and(
        ...[among, visibleTo(actor, table), isPublicRecord({ state: sql`${snapshot}->>'state'`, sharing })],
        named?.(snapshot),
        page?.after === undefined ? undefined : gt(table.slug, page.after),
      ),
    )
    .$dynamic();
  if (limit !== undefined) return found.limit(limit);
  return page ? found.orderBy(table.slug).limit(page.limit) : found.orderBy(table.slug);
}
