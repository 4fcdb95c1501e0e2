import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { RecordKind, RecordState, RevisedKind } from "@/lib/records/editorial";
import type { GateWarning } from "@/lib/workflow/gate";
import { db } from "../../client";
import { people, revisions } from "../../schema";

/** What a transition itself added, with the names of the people involved. */
export type RevisionDetail = {
  readonly ticked: readonly GateWarning[];
  /** The slug of the proposal that was applied. */
  readonly proposal: string | null;
  readonly writers: readonly string[];
  readonly approvedBy: string | null;
  /** The two that became one, or are two again: slugs. */
  readonly merge: { readonly kind: RecordKind; readonly from: string; readonly to: string } | null;
};

export type RevisionLine = Awaited<ReturnType<typeof readRevisionLines>>[number];

/** Revisions without their content, each with who wrote it and, when its content was erased, who did that and why. */
export async function readRevisionLines(where: SQL | undefined, order: SQL, limit: number) {
  const [author, tombstone, eraser] = [
    alias(people, "author"),
    alias(revisions, "tombstone"),
    alias(people, "eraser"),
  ];
  const rows = await db
    .select({
      seq: revisions.seq,
      kind: sql<RevisedKind>`${revisions.recordKind}`,
      recordId: revisions.recordId,
      version: revisions.version,
      action: revisions.action,
      state: sql<RecordState | null>`${revisions.snapshot}->>'state'`,
      changed: revisions.changed,
      reason: revisions.reason,
      author: author.name,
      at: revisions.at,
      hash: revisions.hash,
      ticked: sql<GateWarning[] | null>`${revisions.detail}->'ticked'`,
      proposal: sql<string | null>`${revisions.detail}->>'proposal'`,
      writers: sql<string[] | null>`${revisions.detail}->'writers'`,
      approvedBy: sql<string | null>`${revisions.detail}->>'approvedBy'`,
      merge: sql<RevisionDetail["merge"]>`${revisions.detail}->'merge'`,
      erased: { by: eraser.name, at: tombstone.at, reason: tombstone.reason, hash: tombstone.hash },
    })
    .from(revisions)
    .innerJoin(author, eq(author.id, revisions.authorId))
    .leftJoin(tombstone, eq(tombstone.seq, revisions.erasedBySeq))
    .leftJoin(eraser, eq(eraser.id, tombstone.authorId))
    .where(where)
    .orderBy(order)
    .limit(limit);
  const names = await namesOf(rows.flatMap(({ writers, approvedBy }) => [...(writers ?? []), approvedBy]));
  return rows.map(({ ticked, proposal, writers, approvedBy, merge, erased, ...row }) => ({
    ...row,
    erased: erased?.by && erased.at ? { ...erased, by: erased.by, at: erased.at } : null,
    detail: {
      ticked: ticked ?? [],
      proposal,
      writers: (writers ?? []).flatMap((id) => names.get(id) ?? []),
      approvedBy: approvedBy ? (names.get(approvedBy) ?? null) : null,
      merge,
    } satisfies RevisionDetail,
  }));
}

async function namesOf(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, wanted));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export const ofRecord = (kind: RevisedKind, id: string) =>
  and(eq(revisions.recordKind, kind), eq(revisions.recordId, id));
