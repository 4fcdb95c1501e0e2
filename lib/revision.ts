import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json";
import type { Snapshot } from "./merge";

export { changedFields, type FieldChange, fieldDiff, type Merge, mergeThreeWay, type Snapshot } from "./merge";

/** One version of one record, chained to the revision before it (of whatever record) by hash. */
export type Revision = {
  /** Place in the chain: 1, 2, 3 … without gaps. */
  readonly seq: number;
  readonly recordKind: string;
  readonly recordId: string;
  readonly version: number;
  readonly action: string;
  readonly snapshot: Snapshot;
  readonly changed: readonly string[];
  readonly reason: string | null;
  /** What the step itself adds; a revision without it is hashed as if there were no such field. */
  readonly detail?: Readonly<Record<string, unknown>> | null;
  readonly authorId: string;
  /** ISO instant exactly as it is read back: "2022-11-01T09:00:00.000Z". */
  readonly at: string;
  readonly previousHash: string | null;
  readonly hash: string;
};

/** `sha256:<hex>` of the canonical JSON of every field but `hash`, and of nothing else that the object may carry. */
export function hashRevision(revision: Omit<Revision, "hash">): string {
  const {
    seq,
    recordKind,
    recordId,
    version,
    action,
    snapshot,
    changed,
    reason,
    detail,
    authorId,
    at,
    previousHash,
  } = revision;
  const covered = {
    seq,
    recordKind,
    recordId,
    version,
    action,
    snapshot,
    changed,
    reason,
    ...(detail ? { detail } : {}),
    authorId,
    at,
    previousHash,
  };
  return `sha256:${createHash("sha256").update(canonicalJson(covered), "utf8").digest("hex")}`;
}

export type BrokenLink = {
  readonly seq: number;
  readonly recordKind: string;
  readonly recordId: string;
  readonly version: number;
  /** `order`: a revision is missing or out of place; `link`: it does not follow the one before; `hash`: it was altered. */
  readonly problem: "order" | "link" | "hash";
};

/**
 * The first broken link of a chain read in order of `seq`, or null when it is whole.
 * @param after the last revision verified before, to go through a long chain in parts; null: from the beginning
 */
export function verifyChain(
  rows: Iterable<Revision>,
  after: Pick<Revision, "seq" | "hash"> | null = null,
): BrokenLink | null {
  let seq = after?.seq ?? 0;
  let hash = after?.hash ?? null;
  for (const row of rows) {
    const problem = problemOf(row, seq + 1, hash);
    if (problem) {
      return { seq: row.seq, recordKind: row.recordKind, recordId: row.recordId, version: row.version, problem };
    }
    ({ seq, hash } = row);
  }
  return null;
}

function problemOf(row: Revision, seq: number, previousHash: string | null): BrokenLink["problem"] | null {
  if (row.seq !== seq) return "order";
  if (row.previousHash !== previousHash) return "link";
  return row.hash === hashRevision(row) ? null : "hash";
}
