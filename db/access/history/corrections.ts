import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { CorrectionKind } from "@/lib/records/correction";
import type { RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, type Tx } from "../../client";
import { corrections, evidence } from "../../schema";
import { cachedForRole } from "../figures/result-cache";
import { absorbedInto, survivorIds } from "../merges/redirects";
import { listRecordLines, type RecordLine } from "../records/record-lines";
import { editorialTableOf } from "../tables";
import { isPublicLabel, visibleTo } from "../visibility";
import { keepRows } from "./kept-rows";

/** Writes the public notes of revisions that were just appended. */
export async function addCorrections(
  tx: Tx,
  actor: Actor,
  kind: CorrectionKind,
  recordKind: RecordKind,
  notes: readonly { readonly id: string; readonly seq: number; readonly note: string }[],
): Promise<void> {
  if (notes.length === 0) return;
  const at = new Date().toISOString();
  await tx
    .insert(corrections)
    .values(notes.map(({ id, ...rest }) => ({ ...rest, kind, recordKind, recordId: id, authorId: actor.id, at })));
  const seqs = notes.map(({ seq }) => seq);
  await keepRows(tx, actor, "corrections", inArray(corrections.seq, seqs));
}

export type Correction = {
  readonly id: string;
  readonly kind: CorrectionKind;
  readonly note: string;
  /** ISO instant. */
  readonly at: string;
  readonly recordKind: RecordKind;
  /** Null for a record that this person can't see, a retracted one among them. */
  readonly record: RecordLine | null;
};

export type CorrectionCursor = { readonly at: string; readonly id: string };

/** A note on an item whose label never let it leave the desk stays on the desk as well. */
function readableBy(actor: Actor): SQL | undefined {
  if (may(actor, "read drafts")) return undefined;
  return sql`not exists (select 1 from ${evidence} where ${evidence.id} = ${corrections.recordId} and not ${isPublicLabel(evidence.sharing)})`;
}

/** The public notes, newest first. A note stays public when its record is taken back: that is what it is for. */
export async function listCorrections(
  actor: Actor,
  { after, limit = 50 }: { after?: CorrectionCursor | null; limit?: number } = {},
): Promise<{ items: Correction[]; total: number; next: CorrectionCursor | null }> {
  requirePermission(actor, "read published records");
  const afterCursor = after
    ? sql`(${corrections.at}, ${corrections.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`
    : undefined;
  const [rows, { total }] = await Promise.all([
    read(and(afterCursor, readableBy(actor)), limit + 1),
    cachedForRole(actor, "corrections", {}, async () => ({ total: await db.$count(corrections, readableBy(actor)) })),
  ]);
  const page = rows.slice(0, limit);
  const led = await survivorIds(
    db,
    page.map(({ recordId }) => recordId),
  );
  const about = (id: string) => led.get(id) ?? id;
  const kinds = [...new Set(page.map(({ recordKind }) => recordKind))];
  const lines = await listRecordLines(
    actor,
    kinds.map((kind) => {
      const table = editorialTableOf(kind);
      const ids = page.filter(({ recordKind }) => recordKind === kind).map(({ recordId }) => about(recordId));
      return { kind, where: and(sql`${table.id} = any(${`{${ids.join(",")}}`}::uuid[])`, visibleTo(actor, table)) };
    }),
    limit,
  );
  const byId = new Map(lines.map((line) => [line.id, line]));
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(({ recordId, ...row }) => ({ ...row, record: byId.get(about(recordId)) ?? null })),
    total,
    next: last ? { at: last.at, id: last.id } : null,
  };
}

/** The public notes on one record, and on what became one with it, newest first. */
export async function listCorrectionsOf(actor: Actor, kind: RecordKind, recordId: string) {
  requirePermission(actor, "read published records");
  const table = editorialTableOf(kind);
  return read(
    and(
      eq(corrections.recordKind, kind),
      absorbedInto(corrections.recordId, recordId),
      sql`exists (select 1 from ${table} where ${table.id} = ${recordId}::uuid and ${visibleTo(actor, table)})`,
    ),
    50,
  );
}

const read = (where: SQL | undefined, limit: number) =>
  db
    .select({
      id: corrections.id,
      kind: corrections.kind,
      note: corrections.note,
      at: corrections.at,
      recordKind: sql<RecordKind>`${corrections.recordKind}`,
      recordId: corrections.recordId,
    })
    .from(corrections)
    .where(where)
    .orderBy(desc(corrections.at), desc(corrections.id))
    .limit(limit);
