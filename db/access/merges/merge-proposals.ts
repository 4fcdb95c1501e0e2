import { isPublic, type RecordKind } from "@/lib/records/editorial";
import { contentAfterMerge, isMergeable } from "@/lib/records/record-merge";
import { flatFields } from "@/lib/records/rows";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { WRITE_PERMISSIONS } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { isEditable } from "@/lib/workflow/workflow";
import { type Tx, transaction } from "../../client";
import { lockRecords } from "../records/record-content";
import { latestSnapshots } from "../revisions";
import { insertProposal, type ProposalContent, type ProposalWritten } from "../workflow/proposals";
import { refuseWhileProposed } from "./apply-merge";
import { absorbedSlugs } from "./redirects";
import { contentOf } from "./relink";
import { findMergeInto, survivorWithout } from "./undo-merge";

type Asked = {
  /** The survivor's version that was read. */
  readonly basedOn: number;
  readonly reason: string | null;
  readonly correctionNote?: string | null;
  /** The survivor's form as it is to be; absent: as `contentAfterMerge` makes it. */
  readonly typed?: ProposalContent["typed"];
};

/**
 * Proposes that another record of the kind is the same as this one, which stays; the other becomes one with it on approval.
 * @throws Refusal forbidden, not_found or conflict (stale, taken back, not published, open proposals, contradicting rows);
 * Invalid for a record that can't be named: itself, one that this person can't see, one that became another already
 */
export async function openMerge(
  actor: Actor,
  kind: RecordKind,
  slug: string,
  {
    absorbed: other,
    absorbedVersion,
    ...asked
  }: Asked & { readonly absorbed: string; readonly absorbedVersion: number },
): Promise<ProposalWritten> {
  requirePermission(actor, WRITE_PERMISSIONS[kind]);
  return transaction(async (tx) => {
    const { survivor, absorbed } = await lockPair(tx, actor, kind, slug, other);
    if (survivor.version !== asked.basedOn || absorbed.version !== absorbedVersion) throw Refusal.changedSinceRead();
    if (!isPublic(survivor.state) && !isEditable(survivor.state)) throw Refusal.survivorTakenBack();
    if (isPublic(absorbed.state) && !isPublic(survivor.state)) throw Refusal.survivorNotPublished([absorbed.slug]);
    await refuseWhileProposed(tx, kind, absorbed.id);
    const snapshots = await latestSnapshots(tx, kind, [survivor.id, absorbed.id]);
    const named = ({ id, slug: own }: { id: string; slug: string }) => ({
      slug: own,
      content: contentOf(snapshots.get(id) ?? {}),
    });
    const { content, conflicts } = contentAfterMerge(kind, named(survivor), named(absorbed));
    if (conflicts.length > 0) throw Refusal.mergeConflicts([survivor.slug, absorbed.slug]);
    const written = { ...textOf(asked), typed: asked.typed ?? flatFields(content) };
    return insertProposal(tx, actor, kind, survivor, written, {
      absorbsId: absorbed.id,
      absorbsVersion: absorbed.version,
    });
  });
}

const textOf = ({ basedOn, reason, correctionNote = null }: Asked) => ({ basedOn, reason, correctionNote });

/** Both records, locked. @throws Refusal not_found; Invalid for another record that can't be named */
async function lockPair(tx: Tx, actor: Actor, kind: RecordKind, slug: string, other: string) {
  if (!isMergeable(kind)) throw Refusal.notFound();
  if (slug === other) throw new Invalid({ absorbed: "validation.mergeItself" });
  const rows = await lockRecords(tx, actor, kind, [slug, other]);
  const [survivor, absorbed] = [rows.get(slug), rows.get(other)];
  if (!survivor) throw Refusal.notFound();
  if (absorbed) return { survivor, absorbed };
  const isAbsorbed = (await absorbedSlugs(tx, kind, [other])).length > 0;
  throw new Invalid({ absorbed: isAbsorbed ? "validation.mergedAlready" : "validation.unknownRecord" });
}

/**
 * Proposes that a merge is taken back: the absorbed record is there again, with the links that were its own.
 * @param absorbed slug of a record that became one with this one
 * @throws Refusal forbidden, not_found, or conflict (stale, taken back already, or not to be told apart any more)
 */
export async function openUndo(
  actor: Actor,
  kind: RecordKind,
  slug: string,
  { absorbed, ...asked }: Asked & { readonly absorbed: string },
): Promise<ProposalWritten> {
  requirePermission(actor, WRITE_PERMISSIONS[kind]);
  return transaction(async (tx) => {
    const survivor = (await lockRecords(tx, actor, kind, [slug])).get(slug);
    if (!survivor) throw Refusal.notFound();
    if (survivor.version !== asked.basedOn) throw Refusal.changedSinceRead();
    if (!isPublic(survivor.state) && !isEditable(survivor.state)) throw Refusal.survivorTakenBack();
    const merge = await findMergeInto(tx, kind, survivor.id, absorbed);
    const typed = asked.typed ?? flatFields(await survivorWithout(tx, merge));
    return insertProposal(tx, actor, kind, survivor, { ...textOf(asked), typed }, { undoesId: merge.id });
  });
}
