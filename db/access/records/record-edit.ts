import type { RecordKind } from "@/lib/records/editorial";
import { changedFields } from "@/lib/records/merge";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { isEditable, stateAfterEdit } from "@/lib/workflow/workflow";
import type { RecordInputs } from "../record-mappers";
import type { RevisionSnapshot } from "../revisions";
import { requirePast } from "./plausibility";
import type { ContentChange, StoredRecord } from "./record-content";

/**
 * What an edit makes of a record that is not published; null when it changes nothing.
 * @throws Refusal readOnly; Invalid for what has happened and is dated in the future
 */
export function editOf<Kind extends RecordKind>(
  actor: Actor,
  kind: Kind,
  row: StoredRecord,
  before: RevisionSnapshot,
  { input, reason }: { readonly input: RecordInputs[Kind]; readonly reason?: string | null },
): ContentChange<Kind> | null {
  const state = stateAfterEdit(row.state);
  const after: RevisionSnapshot = { slug: row.slug, state, ...(input as RevisionSnapshot) };
  const changed = changedFields(before, after);
  if (changed.every((field) => field === "state")) return null;
  if (!isEditable(row.state)) throw Refusal.readOnly();
  requirePast(kind, input);
  return { row, input, state, changed, action: "revise", reason: reason ?? null, writerId: actor.id };
}
