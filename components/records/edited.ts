import type { RecordKind } from "@/lib/records/editorial";

/** The stored record that a form edits; a new one has none. */
export type EditedRecord = {
  readonly slug: string;
  readonly version: number;
  readonly input: Readonly<Record<string, unknown>>;
  /** The form writes a proposal for this published record, and not the record itself. */
  readonly proposal?: EditedProposal;
  /** The page on which the form stands among other things: it goes back there once it is saved. */
  readonly returnTo?: string;
};

export type EditedProposal = {
  readonly kind: RecordKind;
  /** Null: not begun yet. */
  readonly slug: string | null;
  /** The version that a save is based on: the proposal's, or the record's while it is not begun. */
  readonly version: number;
  readonly typed: Readonly<Record<string, unknown>>;
  readonly reason: string | null;
  readonly correctionNote: string | null;
  /** What the record says by now, when it moved since the proposal was made from it; `typed` is joined with it. */
  readonly moved?: {
    readonly current: Readonly<Record<string, unknown>>;
    readonly asks: readonly string[];
    readonly taken: readonly string[];
  } | null;
};
