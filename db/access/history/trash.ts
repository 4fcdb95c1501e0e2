import { and, desc, eq, inArray, lt, or, sql } from "drizzle-orm";
import { RECORD_KINDS, type RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { people, revisions } from "../../schema";
import { IS_THROWN_AWAY } from "../../schema/revisions";
import { headColumn, readPageWithTotal } from "../reading/list-totals";
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
  const { rows, total } = await readPageWithTotal(actor.role, ["trash", {}], {
    page: () => listMoves(actor, after, limit + 1),
    count: () => countTrash(actor),
  });
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
    total,
    next: rows.length > limit ? { seq: page.at(-1)?.seq ?? 0 } : null,
  };
}

/** Along the revisions that threw something away, past those whose record is there again or was thrown away once more. */
function listMoves(actor: Actor, after: TrashCursor | undefined, limit: number) {
  const isThere = RECORD_KINDS.map((kind) => {
    const table = editorialTableOf(kind);
    const record = sql`${table.id} = ${revisions.recordId} and ${trashedTo(actor, table)}`;
    return and(eq(revisions.recordKind, kind), sql`coalesce((select true from ${table} where ${record}), false)`);
  });
  const again = sql`select 1 from ${revisions} as later where later.record_kind = ${revisions.recordKind} and later.record_id = ${revisions.recordId} and later.version > ${revisions.version} and later.${sql.raw(IS_THROWN_AWAY)}`;
  return db
    .select({
      kind: sql<RecordKind>`${revisions.recordKind}`,
      id: revisions.recordId,
      seq: revisions.seq,
      at: revisions.at,
      by: people.name,
      why: revisions.reason,
      head: headColumn,
    })
    .from(revisions)
    .innerJoin(people, eq(people.id, revisions.authorId))
    .where(
      and(sql.raw(IS_THROWN_AWAY), after && lt(revisions.seq, after.seq), or(...isThere), sql`not exists (${again})`),
    )
    .orderBy(desc(revisions.seq))
    .limit(limit);
}

function countTrash(actor: Actor) {
  const counts = RECORD_KINDS.map((kind) => {
    const table = editorialTableOf(kind);
    return sql`(select count(*) from ${table} where ${trashedTo(actor, table)})`;
  });
  return db.execute<{ total: number; head: string | null }>(
    sql`select (${sql.join(counts, sql` + `)})::int as total, ${headColumn} as head`,
  );
}
