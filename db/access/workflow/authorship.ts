import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { RevisedKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import type { Db } from "../../client";
import { revisions } from "../../schema";
import { isOneOf } from "../records/bulk-rows";

/** The actions that write content; the others move it. */
const contentActions = (kind: RevisedKind) =>
  ["record", "revise", "open", "apply", "correct", "merge", "unmerge", "relink"].map((action) => `${kind}.${action}`);

/** True for a revision in which this person wrote content, by their own hand or in the proposal that it came from. */
export const wroteContent = (actor: Actor, kind: RevisedKind) => wroteContentAs(sql`${actor.id}::uuid`, kind);

/** The same for a person named by an SQL expression. */
export const wroteContentAs = (personId: SQL, kind: RevisedKind): SQL | undefined =>
  and(
    eq(revisions.recordKind, kind),
    inArray(revisions.action, contentActions(kind)),
    or(
      sql`${revisions.authorId} = ${personId}`,
      sql`${revisions.detail} @> jsonb_build_object('writers', jsonb_build_array(${personId}))`,
    ),
  );

/**
 * Four eyes: whoever wrote any of the content does not decide about it; and only those take back who wrote.
 * @throws Refusal ownWork or notYourWork
 */
export async function requireFourEyes(
  on: Db,
  actor: Actor,
  kind: RevisedKind,
  ids: readonly string[],
  { fourEyes, ownWork }: { readonly fourEyes?: true; readonly ownWork?: true },
): Promise<void> {
  if (!fourEyes && !ownWork) return;
  const own = await on
    .selectDistinct({ id: revisions.recordId })
    .from(revisions)
    .where(and(isOneOf(revisions.recordId, ids, "uuid"), wroteContent(actor, kind)));
  if (fourEyes && own.length > 0) throw Refusal.ownWork();
  if (ownWork && own.length < new Set(ids).size) throw Refusal.notYourWork();
}
