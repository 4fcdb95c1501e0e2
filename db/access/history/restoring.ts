import { isPublic, type RecordKind } from "@/lib/records/editorial";
import { flatFields } from "@/lib/records/rows";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { WRITE_PERMISSIONS } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { isEditable } from "@/lib/workflow/workflow";
import type { RecordInputs } from "../record-mappers";
import { reviseOne } from "../record-one";
import { findRecord } from "../records/record-snapshot";
import { inputOf, openProposal } from "../workflow/proposals";
import { findVersions } from "./record-history";

type Restored = {
  readonly slug: string;
  /** The version whose content is to be had again. */
  readonly version: number;
  /** The record's version that the decision was made at. */
  readonly basedOn: number;
  readonly reason: string;
};

/**
 * Writes an earlier version's content again: as a new revision of a record that can be edited, as a proposal on one that
 * is published. Nothing of what came between is lost.
 * @returns the slug of the proposal, or null
 * @throws Refusal forbidden, not_found (an erased version too) or conflict; Invalid when the old content does not fit any more
 */
export async function restoreVersion(
  actor: Actor,
  kind: RecordKind,
  { slug, version, basedOn, reason }: Restored,
): Promise<string | null> {
  requirePermission(actor, WRITE_PERMISSIONS[kind]);
  if (!reason.trim()) throw new Invalid({ reason: "validation.reasonRequired" });
  const old = (await findVersions(actor, kind, slug, [version])).get(version);
  if (!old || old.isErased) throw Refusal.notFound();
  const record = await findRecord(actor, kind, slug);
  if (record.version !== basedOn) throw Refusal.changedSinceRead();
  const { slug: _slug, state: _state, ...content } = old.snapshot;
  const rawInput = flatFields(content);
  if (isPublic(record.state)) {
    const opened = await openProposal(actor, kind, slug, { basedOn, typed: rawInput, reason, correctionNote: null });
    return opened.slug;
  }
  if (!isEditable(record.state)) throw Refusal.reopenFirst();
  const input = inputOf(kind, rawInput) as RecordInputs[typeof kind] | null;
  if (!input) throw new Invalid({ reason: "validation.oldContent" });
  await reviseOne(actor, kind, { slug, basedOn, input, reason });
  return null;
}
