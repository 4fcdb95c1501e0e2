import { and, eq, inArray, ne, or } from "drizzle-orm";
import { isPublic, type RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { OPEN_PROPOSAL_STATES } from "@/lib/workflow/proposal";
import { Refusal } from "@/lib/workflow/refusal";
import type { Tx } from "../../client";
import { merges, proposals } from "../../schema";
import type { StoredRecord } from "../records/record-content";
import { latestSnapshots, type NewRevision } from "../revisions";
import { referencingRecords } from "../workflow/referencing-records";
import { keepMerge, moveSubjects } from "./moved-subjects";
import {
  type MergeDecision,
  relinkedRecords,
  relinkRevisions,
  relinksTo,
  setMergeState,
  storeRelinks,
} from "./relink";

/** What a step of a proposal does beside the change of its record: its revisions, and what is written once those are. */
export type MergeStep = {
  readonly revisions: readonly NewRevision[];
  /** After the chain's lock: refuses when another transaction came between. */
  check(): Promise<void>;
  /** @param seq of the survivor's revision */
  record(seq: number): Promise<void>;
};

type Merge = {
  readonly kind: RecordKind;
  readonly survivor: StoredRecord;
  readonly absorbed: StoredRecord | undefined;
  readonly absorbedVersion: number;
  readonly proposal: string;
};

/**
 * Leads everything that names the absorbed record on to the survivor, and puts the absorbed one away. The survivor's own
 * content is the proposal's.
 * @throws Refusal conflict: the absorbed one is gone or was changed, has open proposals, or what names it says different
 * things of the two; or what is published would lead to a draft
 */
export async function absorbRecord(tx: Tx, actor: Actor, merge: Merge, decision: MergeDecision): Promise<MergeStep> {
  const { kind, survivor, absorbed } = merge;
  if (!absorbed) throw Refusal.absorbedGone();
  if (absorbed.version !== merge.absorbedVersion) throw Refusal.absorbedMoved();
  await refuseWhileProposed(tx, kind, absorbed.id, merge.proposal);
  const relinks = await relinksTo(tx, actor, kind, { from: absorbed, to: survivor }, decision);
  if (!isPublic(survivor.state)) {
    const out = relinks.filter(({ change }) => isPublic(change.row.state)).map(({ change }) => change.row.slug);
    const led = isPublic(absorbed.state) ? [absorbed.slug, ...out] : out;
    if (led.length > 0) throw Refusal.survivorNotPublished(led);
  }
  const content = (await latestSnapshots(tx, kind, [absorbed.id])).get(absorbed.id) ?? {};
  await storeRelinks(tx, actor, relinks);
  await setMergeState(tx, kind, absorbed, "merged");
  const moved = await moveSubjects(tx, { kind, from: absorbed.id, to: survivor.id });
  return {
    revisions: [
      ...relinkRevisions(relinks),
      {
        recordKind: kind,
        recordId: absorbed.id,
        version: absorbed.version + 1,
        action: `${kind}.merged`,
        snapshot: { ...content, state: "merged" },
        changed: ["state"],
        reason: decision.reason,
        detail: decision.detail,
        authorId: decision.writerId,
      },
    ],
    async check() {
      const left = await referencingRecords(tx, kind, absorbed.id);
      if (left.some((one) => one.kind !== kind || one.slug !== survivor.slug)) throw Refusal.changedSinceRead();
    },
    async record(seq) {
      const [merged] = await tx
        .insert(merges)
        .values({
          recordKind: kind,
          absorbedId: absorbed.id,
          absorbedSlug: absorbed.slug,
          absorbedVersion: absorbed.version + 1,
          survivorId: survivor.id,
          survivorSlug: survivor.slug,
          survivorVersion: survivor.version + 1,
          relinked: relinkedRecords(relinks),
          moved,
          seq,
        })
        .returning({ id: merges.id });
      await keepMerge(tx, actor, merged?.id ?? "", { kind, from: absorbed.id, to: survivor.id }, moved);
    },
  };
}

/** A proposal on a record that is no more could not be decided about. */
export async function refuseWhileProposed(tx: Tx, kind: RecordKind, id: string, own?: string): Promise<void> {
  const open = await tx
    .select({ slug: proposals.slug })
    .from(proposals)
    .where(
      and(
        eq(proposals.recordKind, kind),
        or(eq(proposals.recordId, id), eq(proposals.absorbsId, id)),
        own ? ne(proposals.slug, own) : undefined,
        inArray(proposals.state, [...OPEN_PROPOSAL_STATES]),
      ),
    );
  if (open.length > 0) throw Refusal.openProposals(open.map(({ slug }) => slug));
}
