import { createHash } from "node:crypto";
import { type Checkpoint, openCheckpoint } from "./checkpoint";
import { leafHash, rootOfInclusion } from "./merkle-tree";
import type { Verifier } from "./signed-note";

/** The entry of the log that a revision is: the 32 bytes of its hash. */
const logEntry = (hash: string): Buffer => Buffer.from(hash.slice("sha256:".length), "hex");
export const logLeaf = (hash: string): Buffer => leafHash(logEntry(hash));

const FIRST_LINE = "c2sp.org/tlog-proof@v1";

type RevisionProof = {
  /** What the revision's hash is of, as text; of a revision whose content was erased its hash alone. */
  readonly hashed: string;
  readonly index: number;
  readonly path: readonly Buffer[];
  /** A signed note. */
  readonly checkpoint: string;
};

/** As c2sp.org/tlog-proof has it. */
export function writeProof({ hashed, index, path, checkpoint }: RevisionProof): string {
  const lines = [
    FIRST_LINE,
    `extra ${Buffer.from(hashed, "utf8").toString("base64")}`,
    `index ${index}`,
    ...path.map((hash) => hash.toString("base64")),
  ];
  return `${lines.join("\n")}\n\n${checkpoint}`;
}

const PROOF =
  /^c2sp\.org\/tlog-proof@v1\nextra ([A-Za-z0-9+/=]+)\nindex (0|[1-9]\d{0,15})\n((?:[A-Za-z0-9+/]{43}=\n)*)\n/;

/** Null: the text is no proof of a revision. */
export function parseProof(text: string): RevisionProof | null {
  const [head, extra = "", index, path = ""] = PROOF.exec(text) ?? [];
  if (!head) return null;
  return {
    hashed: Buffer.from(extra, "base64").toString("utf8"),
    index: Number(index),
    path: path.split("\n").flatMap((line) => (line ? [Buffer.from(line, "base64")] : [])),
    checkpoint: text.slice(head.length),
  };
}

/** The revision's hash, from what it is of; or as it stands, where the content was erased. */
export const hashOfProof = ({ hashed }: Pick<RevisionProof, "hashed">): string =>
  /^sha256:[0-9a-f]{64}$/.test(hashed)
    ? hashed
    : `sha256:${createHash("sha256").update(hashed, "utf8").digest("hex")}`;

/**
 * What a proof proves: that the revision stood at its place when the checkpoint was signed.
 * `signature`: no key that is trusted signed the checkpoint; `place`: the revision is not in the checkpoint's tree there.
 */
export function checkProof(
  proof: RevisionProof,
  verifiers: readonly Verifier[],
): { readonly checkpoint: Checkpoint; readonly hash: string } | "signature" | "place" {
  const checkpoint = openCheckpoint(proof.checkpoint, verifiers);
  if (!checkpoint) return "signature";
  const hash = hashOfProof(proof);
  const root = rootOfInclusion(proof.index, checkpoint.size, logLeaf(hash), proof.path);
  return root?.equals(checkpoint.root) && isAt(proof) ? { checkpoint, hash } : "place";
}

/** A revision says itself which place it has. */
function isAt({ hashed, index }: RevisionProof): boolean {
  if (hashed.startsWith("sha256:")) return true;
  try {
    return (JSON.parse(hashed) as { seq?: unknown }).seq === index + 1;
  } catch {
    return false;
  }
}
