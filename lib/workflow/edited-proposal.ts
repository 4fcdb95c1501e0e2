import type { RecordKind } from "../records/editorial";
import { changedFields, type Snapshot } from "../records/merge";
import { flatFields } from "../records/rows";
import { mergeForm } from "./form-merge";
import type { FormValues } from "./outcome";

type File = {
  readonly proposal: {
    readonly recordKind: RecordKind;
    readonly slug: string;
    readonly version: number;
    readonly typed: Readonly<Record<string, unknown>>;
    readonly reason: string | null;
    readonly correctionNote: string | null;
  };
  /** The record as the proposal was made from it, and as it is. */
  readonly base: Snapshot;
  readonly current: Snapshot;
};

/** A proposal as its form shows it: joined with what its record says by now, when that moved meanwhile. */
export function editedProposal({ proposal, base, current }: File) {
  const { recordKind: kind, slug, version, typed, reason, correctionNote } = proposal;
  const shared = { kind, slug, version, reason, correctionNote };
  const moved = changedFields(base, { ...current, slug: base.slug, state: base.state }).length > 0;
  if (!moved) return { ...shared, typed, moved: null };
  const { slug: _slug, state: _state, ...now } = current;
  const { slug: _was, state: _before, ...then } = base;
  const { values, asks, taken } = mergeForm(flatFields(then), typed as FormValues, flatFields(now));
  return { ...shared, typed: values, moved: { current: flatFields(now), asks, taken } };
}
