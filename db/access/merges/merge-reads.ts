import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { RECORD_KINDS, type RecordKind } from "@/lib/records/editorial";
import type { Snapshot } from "@/lib/records/merge";
import { localTitleOf } from "@/lib/records/record-field";
import { contentAfterMerge, isMergeable } from "@/lib/records/record-merge";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { WRITE_PERMISSIONS } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { comments, follows, merges, revisions } from "../../schema";
import { listRecordLines, type RecordLine } from "../records/record-lines";
import { findRecord } from "../records/record-snapshot";
import { latestSnapshots } from "../revisions";
import { editorialTableOf } from "../tables";
import { referencingRecords } from "../workflow/referencing-records";
import { absorbedSlugs } from "./redirects";
import { contentOf } from "./relink";
import { findMergeInto, survivorWithout } from "./undo-merge";

/** One of the two records that are to be one, or two again. */
export type MergedRecord = { readonly slug: string; readonly title: string; readonly content: Snapshot };

/** What goes along with a record beside its own content. */
export type MovedAlong = {
  readonly records: readonly RecordLine[];
  readonly comments: number;
  readonly followers: number;
};

export type ComparedRecords = Awaited<ReturnType<typeof compareForMerge>>;

/**
 * Two records of a kind side by side, what the one that stays would say, and what would lead to it.
 * @throws Refusal forbidden or not_found; Invalid for another record that can't be named
 */
export async function compareForMerge(actor: Actor, kind: RecordKind, slug: string, other: string) {
  requirePermission(actor, WRITE_PERMISSIONS[kind]);
  if (!isMergeable(kind)) throw Refusal.notFound();
  const survivor = await findRecord(actor, kind, slug);
  if (slug === other) throw new Invalid({ with: "validation.mergeItself" });
  const absorbed = await findRecord(actor, kind, other).catch(async (error: unknown) => {
    if (!(error instanceof Refusal) || error.kind !== "not_found") throw error;
    const isAbsorbed = (await absorbedSlugs(db, kind, [other])).length > 0;
    throw new Invalid({ with: isAbsorbed ? "validation.mergedAlready" : "validation.unknownRecord" });
  });
  const named = (record: { slug: string; input: object }) => ({
    slug: record.slug,
    content: { ...record.input } as Snapshot,
  });
  const { content, conflicts } = contentAfterMerge(kind, named(survivor), named(absorbed));
  const titled = (record: { slug: string; input: object }) => ({
    ...record,
    ...named(record),
    title: localTitleOf(kind, record.input, actor.locale) || record.slug,
  });
  return {
    survivor: { ...survivor, ...titled(survivor) },
    absorbed: { ...absorbed, ...titled(absorbed) },
    after: content,
    conflicts,
    moved: await movedWith(actor, kind, absorbed.id, slug),
  };
}

/** What names a record, as far as this person sees it, and what is said of it. */
export async function movedWith(actor: Actor, kind: RecordKind, id: string, survivor: string): Promise<MovedAlong> {
  requirePermission(actor, "read drafts");
  const found = await referencingRecords(db, kind, id);
  const others = found.filter((one) => one.kind !== kind || one.slug !== survivor);
  const about = (table: typeof comments | typeof follows) =>
    and(eq(table.subjectKind, kind), eq(table.subjectId, id));
  return {
    records: await linesOf(
      actor,
      others.map((one) => ({ kind: one.kind, name: one.slug })),
      "slug",
    ),
    comments: await db.$count(comments, about(comments)),
    followers: await db.$count(follows, and(about(follows), sql`${follows.stoppedAt} is null`)),
  };
}

async function linesOf(
  actor: Actor,
  named: readonly { readonly kind: RecordKind; readonly name: string }[],
  by: "slug" | "id",
): Promise<RecordLine[]> {
  const kinds = RECORD_KINDS.filter((kind) => named.some((one) => one.kind === kind));
  const lines = await listRecordLines(
    actor,
    kinds.map((kind) => {
      const names = named.filter((one) => one.kind === kind).map(({ name }) => name);
      return { kind, where: inArray(editorialTableOf(kind)[by], names) };
    }),
    named.length,
  );
  return kinds.flatMap((kind) => lines.filter((line) => line.kind === kind));
}

export type UnmergePreview = Awaited<ReturnType<typeof previewUnmerge>>;

/**
 * A merge that could be taken back: what the survivor says and would say, and what would lead to the other record again.
 * @throws Refusal forbidden, not_found, mergeUndone or mergeStays
 */
export async function previewUnmerge(actor: Actor, kind: RecordKind, slug: string, absorbed: string) {
  requirePermission(actor, WRITE_PERMISSIONS[kind]);
  const record = await findRecord(actor, kind, slug);
  const merge = await findMergeInto(db, kind, record.id, absorbed);
  const other = await nameOf(actor, kind, merge.absorbedId);
  if (!other) throw Refusal.notFound();
  const content = { ...record.input } as Snapshot;
  const title = localTitleOf(kind, content, actor.locale) || slug;
  return {
    survivor: { slug, title, content, version: record.version },
    absorbed: other,
    after: await survivorWithout(db, merge),
    moved: await movedBack(actor, merge),
  };
}

async function movedBack(actor: Actor, merge: typeof merges.$inferSelect): Promise<MovedAlong> {
  const records = await linesOf(
    actor,
    merge.relinked.map((one) => ({ kind: one.kind, name: one.id })),
    "id",
  );
  return { records, comments: merge.moved.comments.length, followers: merge.moved.follows.length };
}

type Proposed = {
  readonly recordKind: RecordKind;
  readonly absorbsId: string | null;
  readonly undoesId: string | null;
};

/** What a proposal merges, or takes apart again; null: it is about one record alone. */
export async function readProposedMerge(actor: Actor, proposal: Proposed, survivor: string) {
  requirePermission(actor, "read drafts");
  const { recordKind: kind, absorbsId, undoesId } = proposal;
  if (absorbsId) {
    const other = await nameOf(actor, kind, absorbsId);
    return other && { undoes: false, other, moved: await movedWith(actor, kind, absorbsId, survivor) };
  }
  if (!undoesId) return null;
  const [merge] = await db.select().from(merges).where(eq(merges.id, undoesId));
  const other = merge && (await nameOf(actor, kind, merge.absorbedId));
  if (!merge || !other) return null;
  return { undoes: true, other, moved: await movedBack(actor, merge) };
}

async function nameOf(actor: Actor, kind: RecordKind, id: string): Promise<MergedRecord | null> {
  const snapshot = (await latestSnapshots(db, kind, [id])).get(id);
  if (!snapshot) return null;
  const slug = String(snapshot.slug);
  return { slug, title: localTitleOf(kind, snapshot, actor.locale) || slug, content: contentOf(snapshot) };
}

export type RecordMerges = Awaited<ReturnType<typeof listMerges>>;
export type MergeLine = RecordMerges["into"][number];

/** The merges of a record: what became one with it, newest first, and what it became one with itself. */
export async function listMerges(actor: Actor, kind: RecordKind, id: string) {
  requirePermission(actor, "read the history");
  const read = (where: ReturnType<typeof eq>) =>
    db
      .select({
        id: merges.id,
        absorbedId: merges.absorbedId,
        absorbed: merges.absorbedSlug,
        survivorId: merges.survivorId,
        survivor: merges.survivorSlug,
        isActive: merges.isActive,
        at: revisions.at,
      })
      .from(merges)
      .innerJoin(revisions, eq(revisions.seq, merges.seq))
      .where(and(eq(merges.recordKind, kind), where))
      .orderBy(desc(merges.seq));
  const [into, from] = await Promise.all([
    read(eq(merges.survivorId, id)),
    read(and(eq(merges.absorbedId, id), merges.isActive) as ReturnType<typeof eq>),
  ]);
  const titles = await latestSnapshots(db, kind, [
    ...into.map((row) => row.absorbedId),
    ...from.map((row) => row.survivorId),
  ]);
  const titleOf = (own: string, slug: string) => localTitleOf(kind, titles.get(own) ?? {}, actor.locale) || slug;
  return {
    into: into.map((row) => ({ ...row, title: titleOf(row.absorbedId, row.absorbed) })),
    became: from.map((row) => ({ slug: row.survivor, title: titleOf(row.survivorId, row.survivor) }))[0] ?? null,
  };
}
