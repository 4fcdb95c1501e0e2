import { and, eq, sql } from "drizzle-orm";
import type { FollowCause } from "@/lib/records/notice";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { type Db, db, transaction } from "../../client";
import { follows } from "../../schema";
import type { WorkSubject } from "../queue/assignments";
import type { SubjectId } from "./notices";
import { findSubject } from "./subjects";

/** `cause`: why this person follows; null while they do not. */
export type Following = { readonly cause: FollowCause | null };

export async function readFollowing(on: Db, actor: Actor, { kind, id }: SubjectId): Promise<Following> {
  const [row] = await on
    .select({ cause: follows.cause, stoppedAt: follows.stoppedAt })
    .from(follows)
    .where(and(eq(follows.personId, actor.id), eq(follows.subjectKind, kind), eq(follows.subjectId, id)));
  return { cause: row && !row.stoppedAt ? row.cause : null };
}

/** @throws Refusal forbidden or not_found */
export async function findFollowing(actor: Actor, subject: WorkSubject): Promise<Following> {
  requirePermission(actor, "read the discussion");
  const { id } = await findSubject(db, actor, subject);
  return readFollowing(db, actor, { kind: subject.kind, id });
}

/**
 * Follows by choice, or stops; whoever stopped is not made to follow again by anything but this.
 * @throws Refusal forbidden or not_found
 */
export async function setFollowing(actor: Actor, subject: WorkSubject, isWanted: boolean): Promise<Following> {
  requirePermission(actor, "read the discussion");
  return transaction(async (tx) => {
    const { id } = await findSubject(tx, actor, subject);
    const own = { personId: actor.id, subjectKind: subject.kind, subjectId: id };
    if (isWanted) {
      const set = { cause: "chosen" as const, stoppedAt: null, since: sql`now()` };
      await tx
        .insert(follows)
        .values({ ...own, cause: "chosen" })
        .onConflictDoUpdate({
          target: [follows.personId, follows.subjectKind, follows.subjectId],
          set,
          setWhere: sql`${follows.stoppedAt} is not null`,
        });
    } else {
      await tx
        .update(follows)
        .set({ stoppedAt: sql`now()` })
        .where(
          and(
            eq(follows.personId, actor.id),
            eq(follows.subjectKind, subject.kind),
            eq(follows.subjectId, id),
            sql`${follows.stoppedAt} is null`,
          ),
        );
    }
    return readFollowing(tx, actor, { kind: subject.kind, id });
  });
}
