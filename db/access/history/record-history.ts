import { and, desc, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { RecordKind, RecordState } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { revisions } from "../../schema";
import { listRecordLines } from "../records/record-lines";
import type { RevisionSnapshot } from "../revisions";
import { type EditorialTable, editorialTableOf } from "../tables";
import { mergedTo, trashedTo, visibleTo } from "../visibility";
import { ofRecord, readRevisionLines } from "./revision-lines";

const PAGE = 50;

export type RecordHistory = Awaited<ReturnType<typeof findRecordHistory>>;

/**
 * A record's revisions, newest first; also those of one that was erased, as far as they are left.
 * @param before the version that the page before ended with
 * @throws Refusal forbidden or not_found
 */
export async function findRecordHistory(actor: Actor, kind: RecordKind, slug: string, before: number | null = null) {
  requirePermission(actor, "read the history");
  const record = (await findRow(actor, kind, slug)) ?? (await findErased(kind, slug));
  if (!record) throw Refusal.notFound();
  const all = ofRecord(kind, record.id);
  const [rows, total] = await Promise.all([
    readRevisionLines(before ? and(all, lt(revisions.version, before)) : all, desc(revisions.version), PAGE + 1),
    db.$count(revisions, all),
  ]);
  const items = rows.slice(0, PAGE);
  return { ...record, kind, slug, items, total, next: rows.length > PAGE ? (items.at(-1)?.version ?? null) : null };
}

type Found = { id: string; state: RecordState | null; version: number; title: string; on: string | null };

async function findRow(actor: Actor, kind: RecordKind, slug: string): Promise<Found | undefined> {
  const table = editorialTableOf(kind);
  const [row] = await db
    .select({ id: table.id, state: table.state, version: table.version })
    .from(table)
    .where(and(eq(table.slug, slug), seenBy(actor, kind)));
  if (!row) return undefined;
  const [line] = await listRecordLines(actor, [{ kind, where: eq(table.id, row.id) }], 1, historyVisibleTo);
  return { ...row, title: line?.title || slug, on: line?.on ?? null };
}

/**
 * The records whose history this person may read: what is in the trash too, for those who may bring it back, and what became
 * another record.
 */
export const seenBy = (actor: Actor, kind: RecordKind): SQL => historyVisibleTo(actor, editorialTableOf(kind));

export const historyVisibleTo = (actor: Actor, table: EditorialTable): SQL =>
  sql`(${visibleTo(actor, table)} or ${trashedTo(actor, table)} or ${mergedTo(actor, table)})`;

/** A record that is gone: its tombstone keeps the name that it had in the address. */
async function findErased(kind: RecordKind, slug: string): Promise<Found | undefined> {
  const [tombstone] = await db
    .select({ id: revisions.recordId, version: revisions.version })
    .from(revisions)
    .where(
      and(
        eq(revisions.recordKind, kind),
        eq(revisions.action, `${kind}.erase`),
        sql`${revisions.snapshot}->>'slug' = ${slug} and ${revisions.detail}->>'scope' = 'record'`,
      ),
    )
    .orderBy(desc(revisions.seq))
    .limit(1);
  return tombstone && { ...tombstone, state: null, title: slug, on: null };
}

export type Version = {
  readonly version: number;
  readonly at: string;
  readonly isErased: boolean;
  readonly snapshot: RevisionSnapshot;
};

/** The content of some versions of a record, by version; one that never was is not among them. */
export async function findVersions(
  actor: Actor,
  kind: RecordKind,
  slug: string,
  versions: readonly number[],
): Promise<Map<number, Version>> {
  requirePermission(actor, "read the history");
  const record = await findRow(actor, kind, slug);
  if (!record || versions.length === 0) return new Map();
  const rows = await db
    .select({
      version: revisions.version,
      at: revisions.at,
      isErased: sql<boolean>`${revisions.erasedBySeq} is not null`,
      snapshot: revisions.snapshot,
    })
    .from(revisions)
    .where(and(ofRecord(kind, record.id), inArray(revisions.version, [...versions])));
  return new Map(rows.map((row) => [row.version, row]));
}
