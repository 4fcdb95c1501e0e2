import { and, eq, inArray, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { RECORD_KINDS, type RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { people, revisions } from "../../schema";
import { listRecordLines, type RecordLine } from "../records/record-lines";
import { editorialTableOf } from "../tables";
import { trashedTo } from "../visibility";

export type TrashedRecord = RecordLine & {
  /** ISO instant. */
  readonly thrownAt: string;
  readonly thrownBy: string;
  readonly why: string | null;
};
type TrashCursor = { readonly seq: number };

/** Drafts in the trash, the latest first, with who threw them away, when and why. */
export async function listTrash(
  actor: Actor,
  { after }: { readonly after?: TrashCursor } = {},
  limit = 50,
): Promise<{ items: TrashedRecord[]; total: number; next: TrashCursor | null }> {
  requirePermission(actor, "move a record to the trash");
  const [first, second, ...rest] = RECORD_KINDS.map((kind) => {
    const table = editorialTableOf(kind);
    return db
      .select({ kind: sql<RecordKind>`${kind}::record_kind`.as("kind"), id: table.id, version: table.version })
      .from(table)
      .where(trashedTo(actor, table));
  });
  if (!first || !second) return { items: [], total: 0, next: null };
  const thrown = unionAll(first, second, ...rest).as("thrown");
  const moves = db
    .select({
      kind: sql<RecordKind>`${revisions.recordKind}`.as("record_kind"),
      id: revisions.recordId,
      seq: revisions.seq,
      at: revisions.at,
      by: people.name,
      why: revisions.reason,
      total: sql<number>`count(*) over ()::int`.as("total"),
    })
    .from(thrown)
    .innerJoin(
      revisions,
      and(
        eq(revisions.recordKind, thrown.kind),
        eq(revisions.recordId, thrown.id),
        eq(revisions.version, thrown.version),
      ),
    )
    .innerJoin(people, eq(people.id, revisions.authorId))
    .as("moves");
  const rows = await db
    .select()
    .from(moves)
    .where(after && sql`${moves.seq} < ${after.seq}`)
    .orderBy(sql`${moves.seq} desc`)
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const parts = [...new Set(page.map(({ kind }) => kind))].map((kind) => ({
    kind,
    where: inArray(
      editorialTableOf(kind).id,
      page.filter((row) => row.kind === kind).map(({ id }) => id),
    ),
  }));
  const lines = new Map((await listRecordLines(actor, parts, limit, trashedTo)).map((line) => [line.id, line]));
  return {
    items: page.flatMap(({ id, at, by, why }) => {
      const line = lines.get(id);
      return line ? [{ ...line, thrownAt: at, thrownBy: by, why }] : [];
    }),
    total: page[0]?.total ?? 0,
    next: rows.length > limit ? { seq: page.at(-1)?.seq ?? 0 } : null,
  };
}
