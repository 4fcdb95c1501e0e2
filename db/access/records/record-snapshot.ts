import { and, eq } from "drizzle-orm";
import type { RecordKind, RecordState } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import type { RecordInputs } from "../record-mappers";
import { latestSnapshots } from "../revisions";
import { editorialTableOf } from "../tables";
import { visibleTo } from "../visibility";

/** A record as its form and its API write it, with the version that a change has to name. */
export type RecordSnapshot<Kind extends RecordKind> = {
  readonly id: string;
  readonly slug: string;
  readonly state: RecordState;
  readonly version: number;
  readonly input: RecordInputs[Kind];
};

/** @throws Refusal forbidden, or not_found when the record is not there or not this person's to see */
export async function findRecord<Kind extends RecordKind>(
  actor: Actor,
  kind: Kind,
  slug: string,
): Promise<RecordSnapshot<Kind>> {
  requirePermission(actor, "read drafts");
  const table = editorialTableOf(kind);
  const [row] = await db
    .select({ id: table.id, slug: table.slug, state: table.state, version: table.version })
    .from(table)
    .where(and(eq(table.slug, slug), visibleTo(actor, table)));
  if (!row) throw Refusal.notFound();
  const snapshot = (await latestSnapshots(db, kind, [row.id])).get(row.id) ?? {};
  const { slug: _slug, state: _state, ...input } = snapshot;
  return { ...row, input: input as RecordInputs[Kind] };
}
