import { z } from "zod";
import type { CheckpointProblem } from "./checkpoint-walk";
import type { BrokenLink } from "./revision";

/** The end of the chain, as it is written down elsewhere to be held against the chain later. */
const chainHead = z.object({
  seq: z.int().min(1),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
});
export type ChainHead = z.infer<typeof chainHead>;

/** An exported head: the end of the chain, when it was written there, and how many revisions stood before it and with it. */
export type ExportedHead = ChainHead & { readonly at: string; readonly revisions: number };

/** An export as it was downloaded, pasted or uploaded; null when it is none. */
export function parseChainHead(text: string): ChainHead | null {
  try {
    return chainHead.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * What is not as it was written. Of the chain: as in `BrokenLink`. Of the rows beside it, told at the record's last
 * revision: `row_changed`, the row says something else; `row_missing`, it is gone; `row_unrecorded`, a row without any
 * revision. Of an earlier export: `head`, the chain no longer holds the revision that was its end. Of the log of
 * checkpoints, told at the last revision that one speaks of: as in `CheckpointProblem`.
 */
export type HistoryProblem = Omit<BrokenLink, "problem"> & {
  readonly problem:
    | BrokenLink["problem"]
    | CheckpointProblem["problem"]
    | "row_changed"
    | "row_missing"
    | "row_unrecorded"
    | "head";
  /** The last revision up to which an earlier checkpoint still agrees. */
  readonly agreed?: number;
  /** The record's name in its address, as far as it is known. */
  readonly slug: string | null;
  /** The fields of a row that differ; the version that a gap in a record's versions shows to be missing. */
  readonly fields?: readonly string[];
  readonly missing?: { readonly recordKind: string; readonly recordId: string; readonly version: number };
};

export type HistoryResult = {
  readonly head: ExportedHead | null;
  readonly revisions: number;
  readonly records: number;
  /** Of the log, that were held against the chain. */
  readonly checkpoints: number;
  readonly milliseconds: number;
  readonly problem: HistoryProblem | null;
};
