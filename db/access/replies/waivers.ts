import { and, eq, isNull } from "drizzle-orm";
import type { RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, transaction } from "../../client";
import { people, waivers } from "../../schema";
import { lockRecords } from "../records/record-content";
import { appendRevisions } from "../revisions";
import { requireFourEyes } from "../workflow/authorship";

/**
 * Decides that a record may be published though nobody accused was heard about it. It says nothing of its content, so an
 * approval stays; it is a revision of its own.
 * @throws Refusal forbidden (wrong role, own work) or not_found; Invalid without a reason
 */
export async function waiveReply(actor: Actor, kind: RecordKind, slug: string, reason: string): Promise<void> {
  requirePermission(actor, "waive a reply");
  if (!reason.trim()) throw new Invalid({ reason: "validation.reasonRequired" });
  await transaction(async (tx) => {
    const row = (await lockRecords(tx, actor, kind, [slug])).get(slug);
    if (!row) throw Refusal.notFound();
    await requireFourEyes(tx, actor, kind, [row.id], { fourEyes: true });
    const [waiver] = await tx
      .insert(waivers)
      .values({ recordKind: kind, recordId: row.id, reason: reason.trim(), grantedBy: actor.id })
      .onConflictDoNothing()
      .returning({ id: waivers.id });
    if (!waiver) return;
    await appendRevisions(tx, actor, [
      {
        recordKind: "waiver",
        recordId: waiver.id,
        version: 1,
        action: "waiver.grant",
        snapshot: { record: { kind, id: row.id, slug }, stands: true },
        changed: ["record", "stands"],
        reason: reason.trim(),
      },
    ]);
  });
}

/** Takes a waiver back; what was published on it stays published, and its next change has to pass the gate without it. */
export async function endWaiver(actor: Actor, kind: RecordKind, slug: string, reason: string | null): Promise<void> {
  requirePermission(actor, "waive a reply");
  await transaction(async (tx) => {
    const row = (await lockRecords(tx, actor, kind, [slug])).get(slug);
    if (!row) throw Refusal.notFound();
    const [ended] = await tx
      .update(waivers)
      .set({ endedBy: actor.id, endedAt: new Date().toISOString() })
      .where(and(eq(waivers.recordKind, kind), eq(waivers.recordId, row.id), isNull(waivers.endedAt)))
      .returning({ id: waivers.id });
    if (!ended) return;
    await appendRevisions(tx, actor, [
      {
        recordKind: "waiver",
        recordId: ended.id,
        version: 2,
        action: "waiver.end",
        snapshot: { record: { kind, id: row.id, slug }, stands: false },
        changed: ["stands"],
        reason,
      },
    ]);
  });
}

/** The waiver that stands for a record; null when there is none. */
export async function findWaiver(actor: Actor, kind: RecordKind, recordId: string) {
  requirePermission(actor, "read drafts");
  const [row] = await db
    .select({ reason: waivers.reason, grantedBy: people.name, grantedAt: waivers.grantedAt })
    .from(waivers)
    .innerJoin(people, eq(people.id, waivers.grantedBy))
    .where(and(eq(waivers.recordKind, kind), eq(waivers.recordId, recordId), isNull(waivers.endedAt)));
  return row ?? null;
}
