import { and, sql } from "drizzle-orm";
import { isPublic } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { isOneOf } from "../access/records/bulk-rows";
import { editorialTableOf } from "../access/tables";
import { visibleTo } from "../access/visibility";
import type { Tx } from "../client";
import type { PlannedKind } from "./plan";

export type PublicationCounts = { published: number; inReview: number; draft: number; other: number };

/** How many of these records are how far, as this person sees it. */
export async function countPublished(
  tx: Tx,
  actor: Actor,
  kind: PlannedKind,
  slugs: readonly string[],
): Promise<PublicationCounts> {
  const counts: PublicationCounts = { published: 0, inReview: 0, draft: 0, other: 0 };
  const table = editorialTableOf(kind);
  const rows = await tx
    .select({ state: table.state, count: sql<number>`count(*)::int` })
    .from(table)
    .where(and(isOneOf(table.slug, slugs), visibleTo(actor, table)))
    .groupBy(table.state);
  for (const { state, count } of rows) {
    if (isPublic(state)) counts.published += count;
    else if (state === "in_review") counts.inReview += count;
    else if (state === "draft") counts.draft += count;
    else counts.other += count;
  }
  return counts;
}
