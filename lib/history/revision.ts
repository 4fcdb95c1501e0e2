import { createHash } from "node:crypto";
import type { Snapshot } from "../records/merge";
import { canonicalJson } from "../text/canonical-json";

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
  /** Null: somebody at the machine's own console. */
  readonly authorId: string | null;
  /** ISO instant exactly as it is read back: "2022-11-01T09:00:00.000Z". */
  readonly at: string;
  readonly previousHash: string | null;
  readonly hash: string;
  /** The tombstone that emptied its snapshot, reason and detail. */
  readonly erasedBySeq?: number | null;
};

/** What of a revision is known before its place in the chain is. */
export type RevisionContent = Omit<Revision, "seq" | "at" | "previousHash" | "hash" | "erasedBySeq">;

/**
 * The canonical JSON of every field but `hash`, and of nothing else that the object may carry, in the parts that stand
 * before, between and after `at`, `previousHash` and `seq`. `append_revisions` puts those in.
 */
export function hashedParts(revision: RevisionContent): readonly [string, string, string, string] {
  const { recordKind, recordId, version, action, snapshot, changed, reason, detail, authorId } = revision;
  const [a, d, r, s] = [
    canonicalJson({ action }),
    canonicalJson({ authorId, changed, ...(detail ? { detail } : {}) }),
    canonicalJson({ reason, recordId, recordKind }),
    canonicalJson({ snapshot, version }),
  ];
  return [
    `${a.slice(0, -1)},"at":"`,
    `",${d.slice(1, -1)},"previousHash":`,
    `,${r.slice(1, -1)},"seq":`,
    `,${s.slice(1)}`,
  ];
}

/** What `hashedParts` gives with the revision's place in the chain in it: the text that its hash is of. */
export function hashedText(revision: Omit<Revision, "hash">): string {
  const { seq, at, previousHash } = revision;
  const [start, afterAt, afterPrevious, end] = hashedParts(revision);
  return `${start}${at}${afterAt}${canonicalJson(previousHash)}${afterPrevious}${canonicalJson(seq)}${end}`;
}

/** `sha256:<hex>` of `hashedText`. */
export const hashRevision = (revision: Omit<Revision, "hash">): string => sha256(hashedText(revision));

const sha256 = (text: string) => `sha256:${createHash("sha256").update(text, "utf8").digest("hex")}`;

/** Hash of what an erasure leaves of a revision; its own hash covers what is gone and can't be recomputed. */
export function hashRest(revision: Omit<Revision, "snapshot" | "reason" | "detail">): string {
  const { seq, recordKind, recordId, version, action, changed, authorId, at, previousHash, hash } = revision;
  return sha256(
    canonicalJson({ seq, recordKind, recordId, version, action, changed, authorId, at, previousHash, hash }),
  );
}

/** One revision as its tombstone names it, in `detail.erased`. */
export type Erased = { readonly seq: number; readonly hash: string; readonly rest: string };

/** The erasure that a revision records; nothing when the revision is no tombstone. */
export function erasedIn({ action, detail }: Pick<Revision, "action" | "detail">): readonly Erased[] {
  return action.endsWith(".erase") && Array.isArray(detail?.erased) ? (detail.erased as Erased[]) : [];
}

export type BrokenLink = {
  readonly seq: number;
  readonly recordKind: string;
  readonly recordId: string;
  readonly version: number;
  /**
   * `order`: a revision is missing before this one, or it is out of place; `link`: it does not follow the one before;
   * `hash`: it was altered; `erasure`: its content is gone and no later tombstone tells of it as it is.
   */
  readonly problem: "order" | "link" | "hash" | "erasure";
};

/** A walk along the chain in order of `seq`, in as many parts as the reader likes; it keeps the last link and open erasures. */
export class ChainWalk {
  private readonly open = new Map<number, { row: Revision; rest: string }>();

  constructor(private last: Pick<Revision, "seq" | "hash"> | null = null) {}

  /** Goes on over these revisions. The first broken link among them, or null. */
  over(rows: Iterable<Revision>): BrokenLink | null {
    for (const row of rows) {
      const problem = this.problemOf(row);
      if (problem) return broken(row, problem);
      if (row.erasedBySeq) this.open.set(row.seq, { row, rest: hashRest(row) });
      for (const { seq, hash, rest } of erasedIn(row)) {
        const entry = this.open.get(seq);
        if (entry?.row.hash === hash && entry.rest === rest) this.open.delete(seq);
      }
      this.last = row;
    }
    return null;
  }

  /** After the last revision: the first one that is empty without a tombstone that tells of it, or null. */
  end(): BrokenLink | null {
    const [first] = this.open.values();
    return first ? broken(first.row, "erasure") : null;
  }

  private problemOf(row: Revision): BrokenLink["problem"] | null {
    if (row.seq !== (this.last?.seq ?? 0) + 1) return "order";
    if (row.previousHash !== (this.last?.hash ?? null)) return "link";
    if (row.erasedBySeq) return isEmptied(row) && row.erasedBySeq > row.seq ? null : "erasure";
    return row.hash === hashRevision(row) ? null : "hash";
  }
}

const isEmptied = ({ snapshot, reason, detail }: Revision) =>
  Object.keys(snapshot).length === 0 && reason === null && (detail ?? null) === null;

const broken = ({ seq, recordKind, recordId, version }: Revision, problem: BrokenLink["problem"]): BrokenLink => ({
  seq,
  recordKind,
  recordId,
  version,
  problem,
});

/**
 * The first broken link of a chain read in order of `seq`, or null when it is whole.
 * @param after the last revision verified before; null: from the beginning
 */
export function verifyChain(
  rows: Iterable<Revision>,
  after: Pick<Revision, "seq" | "hash"> | null = null,
): BrokenLink | null {
  const walk = new ChainWalk(after);
  return walk.over(rows) ?? walk.end();
}
