import { and, desc, eq, inArray } from "drizzle-orm";
import type { RecordKind, SubjectKind } from "@/lib/records/editorial";
import type { ReferenceNames } from "@/lib/records/record-field";
import type { Actor } from "@/lib/workflow/actor";
import type { GateLine } from "@/lib/workflow/gate";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { revisions } from "../../schema";
import { listReferenceNames } from "../records/record-names";
import { latestSnapshots, type RevisionSnapshot } from "../revisions";
import { findProposal } from "../workflow/proposal-file";
import { readWorkflowStatus } from "../workflow/workflow-status";

export type ReviewFile = {
  /** What kind of record is read; of a proposal the one that it changes. */
  readonly kind: RecordKind;
  /** The version that a decision on it has to name: the record's, or the proposal's. */
  readonly version: number;
  /** As it will read; null: the proposal lacks something yet. */
  readonly after: RevisionSnapshot | null;
  /** What it is held against: the record as it stands, or as it was last decided on; null: nobody has read any of it yet. */
  readonly before: RevisionSnapshot | null;
  readonly names: ReferenceNames;
  readonly checklist: readonly GateLine[];
};

/**
 * What is read before something that waits is decided on: as it will read, what changed, and its checklist.
 * @throws Refusal forbidden or not_found
 */
export async function readReviewFile(
  actor: Actor,
  { kind, slug }: { readonly kind: SubjectKind; readonly slug: string },
): Promise<ReviewFile> {
  requirePermission(actor, "read drafts");
  const read = await (kind === "proposal" ? readProposal(actor, slug) : readRecord(actor, kind, slug));
  const snapshots = [read.before, read.after].filter((snapshot) => snapshot !== null);
  return { ...read, names: await listReferenceNames(actor, snapshots) };
}

async function readProposal(actor: Actor, slug: string) {
  const { proposal, before, after, checklist } = await findProposal(actor, slug);
  return { kind: proposal.recordKind, version: proposal.version, before, after, checklist };
}

async function readRecord(actor: Actor, kind: RecordKind, slug: string) {
  const { id, version, gate: checklist } = await readWorkflowStatus(actor, kind, slug);
  const [latest, before] = await Promise.all([latestSnapshots(db, kind, [id]), lastDecided(kind, id)]);
  return { kind, version, before, after: latest.get(id) ?? {}, checklist };
}

/** The content on which somebody decided last: sent back, or approved before it was edited again. */
async function lastDecided(kind: RecordKind, id: string): Promise<RevisionSnapshot | null> {
  const [row] = await db
    .select({ snapshot: revisions.snapshot })
    .from(revisions)
    .where(
      and(
        eq(revisions.recordKind, kind),
        eq(revisions.recordId, id),
        inArray(revisions.action, [`${kind}.request_changes`, `${kind}.approve`]),
      ),
    )
    .orderBy(desc(revisions.version))
    .limit(1);
  return row ? (row.snapshot as RevisionSnapshot) : null;
}
