import { and, desc, eq, inArray } from "drizzle-orm";
import { isPublic, type RecordKind, type RecordState } from "@/lib/records/editorial";
import type { Snapshot } from "@/lib/records/merge";
import { withoutChange } from "@/lib/records/record-merge";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import type { Db, Tx } from "../../client";
import { merges, type RelinkedRecord } from "../../schema";
import { lockRecords, type StoredRecord } from "../records/record-content";
import { latestSnapshots, snapshotsAt } from "../revisions";
import { editorialTableOf } from "../tables";
import { gateReasonsOf } from "../workflow/gate";
import type { MergeStep } from "./apply-merge";
import { keepMerge, moveSubjectsBack } from "./moved-subjects";
import {
  contentOf,
  inAnyState,
  type MergeDecision,
  type Relink,
  relinkOf,
  relinkRevisions,
  setMergeState,
  storeRelinks,
} from "./relink";

type StoredMerge = typeof merges.$inferSelect & { readonly recordKind: RecordKind };

/** @throws Refusal mergeUndone */
export async function findActiveMerge(on: Db, id: string): Promise<StoredMerge> {
  const [merge] = await on
    .select()
    .from(merges)
    .where(and(eq(merges.id, id), merges.isActive));
  if (!merge) throw Refusal.mergeUndone();
  return merge as StoredMerge;
}

/** The last merge of a record into another one. @throws Refusal not_found, or mergeUndone when it was taken back */
export async function findMergeInto(
  on: Db,
  kind: RecordKind,
  survivorId: string,
  absorbed: string,
): Promise<StoredMerge> {
  const [merge] = await on
    .select()
    .from(merges)
    .where(and(eq(merges.recordKind, kind), eq(merges.survivorId, survivorId), eq(merges.absorbedSlug, absorbed)))
    .orderBy(desc(merges.seq))
    .limit(1);
  if (!merge) throw Refusal.notFound();
  if (!merge.isActive) throw Refusal.mergeUndone();
  return merge as StoredMerge;
}

type Written = Omit<RelinkedRecord, "kind"> & { readonly slug: string };

/**
 * What records of a kind say now without what a merge wrote into them as this version, by id.
 * @throws Refusal mergeStays, when that can't be told apart, or is erased
 */
async function contentsWithout(on: Db, kind: RecordKind, records: readonly Written[]) {
  const ids = records.map(({ id }) => id);
  const before = await snapshotsAt(
    on,
    kind,
    records.map(({ id, version }) => ({ id, version: version - 1 })),
  );
  const [written, latest] = [await snapshotsAt(on, kind, records), await latestSnapshots(on, kind, ids)];
  return new Map(
    records.map(({ id, slug }) => [id, contentWithout(slug, before.get(id), written.get(id), latest.get(id))]),
  );
}

function contentWithout(slug: string, was?: Snapshot, became?: Snapshot, now?: Snapshot) {
  const isErased = (snapshot: Snapshot | undefined) => !snapshot || !("state" in snapshot);
  if (!was || !became || !now || [was, became, now].some(isErased)) throw Refusal.mergeStays([slug]);
  const { content, conflicts } = withoutChange(contentOf(was), contentOf(became), contentOf(now));
  if (conflicts.length > 0) throw Refusal.mergeStays([slug]);
  return { content, before: now, stateThen: became.state as RecordState };
}

/** What the survivor of a merge would say without it. @throws Refusal mergeStays */
export const survivorWithout = async (on: Db, merge: StoredMerge): Promise<Snapshot> =>
  (
    await contentsWithout(on, merge.recordKind, [
      { id: merge.survivorId, version: merge.survivorVersion, slug: merge.survivorSlug },
    ])
  ).get(merge.survivorId)?.content ?? {};

/** The records that the merge led to the survivor, as they are without that; an erased one is left out. */
async function relinksBack(tx: Tx, actor: Actor, merge: StoredMerge, decision: MergeDecision) {
  const relinks: (Relink & { readonly isOutSince: boolean })[] = [];
  for (const kind of new Set(merge.relinked.map((one) => one.kind))) {
    const versions = new Map(
      merge.relinked.filter((one) => one.kind === kind).map(({ id, version }) => [id, version]),
    );
    const rows = await lockById(tx, actor, kind, [...versions.keys()]);
    const contents = await contentsWithout(
      tx,
      kind,
      rows.map(({ id, slug }) => ({ id, slug, version: versions.get(id) as number })),
    );
    for (const row of rows) {
      const { content, before, stateThen } = contents.get(row.id) as ReturnType<typeof contentWithout>;
      if (row.state === "merged" && stateThen !== "merged") throw Refusal.mergeStays([row.slug]);
      const change = relinkOf(row, before, content, decision);
      if (change.changed.some((field) => field !== "state"))
        relinks.push({ kind, change, isOutSince: !isPublic(stateThen) });
    }
  }
  return relinks;
}

async function lockById(tx: Tx, actor: Actor, kind: RecordKind, ids: readonly string[]): Promise<StoredRecord[]> {
  const table = editorialTableOf(kind);
  const rows = await tx
    .select({ slug: table.slug })
    .from(table)
    .where(inArray(table.id, [...ids]));
  const slugs = rows.map(({ slug }) => slug);
  return [...(await lockRecords(tx, actor, kind, slugs, inAnyState)).values()];
}

/** Of these records, by slug, the published ones that rest on what is not published. */
async function restOnDrafts(tx: Tx, relinks: readonly Relink[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const kind of new Set(relinks.map((one) => one.kind))) {
    const rows = relinks.filter((one) => one.kind === kind).map(({ change }) => change.row);
    const out = rows.filter(({ state }) => isPublic(state));
    const reasons = await gateReasonsOf(
      tx,
      kind,
      out.map(({ id }) => id),
    );
    for (const { id, slug } of out) if (reasons.get(id)?.includes("rests_on_unpublished")) found.add(slug);
  }
  return found;
}

/**
 * Gives the absorbed record its state back, and the links that the merge moved; what was added to the survivor since stays
 * there. The survivor's own content is the proposal's.
 * @throws Refusal mergeUndone, or mergeStays: what was published since would rest on what is not, or can't be told apart
 */
export async function restoreAbsorbed(
  tx: Tx,
  actor: Actor,
  mergeId: string,
  decision: MergeDecision,
): Promise<MergeStep> {
  const merge = await findActiveMerge(tx, mergeId);
  const kind = merge.recordKind;
  const [absorbed] = await lockById(tx, actor, kind, [merge.absorbedId]);
  if (absorbed?.state !== "merged") throw Refusal.mergeStays([merge.absorbedSlug]);
  const { id } = absorbed;
  const earlier = await snapshotsAt(tx, kind, [{ id, version: merge.absorbedVersion - 1 }]);
  const state = earlier.get(id)?.state as RecordState | undefined;
  const content = (await latestSnapshots(tx, kind, [id])).get(id);
  if (!state || !content) throw Refusal.mergeStays([merge.absorbedSlug]);

  const relinks = await relinksBack(tx, actor, merge, decision);
  const outSince = relinks.filter((one) => one.isOutSince);
  const restedBefore = await restOnDrafts(tx, outSince);
  await tx.update(merges).set({ isActive: false }).where(eq(merges.id, merge.id));
  await setMergeState(tx, kind, absorbed, state);
  await storeRelinks(tx, actor, relinks);
  const blocked = [...(await restOnDrafts(tx, outSince))].filter((slug) => !restedBefore.has(slug));
  if (blocked.length > 0) throw Refusal.mergeStays(blocked);
  const ends = { kind, from: id, to: merge.survivorId };
  await moveSubjectsBack(tx, ends, merge.moved);
  return {
    revisions: [
      ...relinkRevisions(relinks),
      {
        recordKind: kind,
        recordId: id,
        version: absorbed.version + 1,
        action: `${kind}.unmerged`,
        snapshot: { ...content, state },
        changed: ["state"],
        reason: decision.reason,
        detail: decision.detail,
        authorId: decision.writerId,
      },
    ],
    async check() {
      const [reason] = isPublic(state) ? ((await gateReasonsOf(tx, kind, [id])).get(id) ?? []) : [];
      if (reason) throw Refusal.gate(reason);
    },
    async record(seq) {
      await tx.update(merges).set({ undoneSeq: seq }).where(eq(merges.id, merge.id));
      await keepMerge(tx, actor, merge.id, ends, merge.moved);
    },
  };
}
