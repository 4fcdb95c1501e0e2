import type { Checkpoint } from "./checkpoint";
import { GrowingTree } from "./merkle-tree";
import { logLeaf } from "./revision-proof";

/**
 * What a log of checkpoints says of a chain. `checkpoint_cut`: the chain is shorter than one says; `checkpoint_root`: its
 * beginning is another one; `checkpoint_signature`: one is signed by no key of the log; `checkpoints_gone`: there is none
 * any more.
 */
export type CheckpointProblem = {
  readonly problem: "checkpoint_cut" | "checkpoint_root" | "checkpoint_signature" | "checkpoints_gone";
  /** The last revision that the checkpoint speaks of. */
  readonly seq: number;
  /** The last revision up to which an earlier checkpoint still agrees. */
  readonly agreed: number;
};

/** Holds checkpoints against the hashes of a chain, which are given one after the other from the first. */
export class CheckpointWalk {
  readonly tree = new GrowingTree();
  private readonly ahead: readonly Pick<Checkpoint, "size" | "root">[];
  private next = 0;
  private agreed = 0;
  private found: CheckpointProblem | null = null;

  constructor(checkpoints: readonly Pick<Checkpoint, "size" | "root">[]) {
    this.ahead = [...checkpoints].sort((a, b) => a.size - b.size);
    this.compare();
  }

  add(hash: string): void {
    this.tree.add(logLeaf(hash));
    this.compare();
  }

  private compare(): void {
    const { size } = this.tree;
    for (let at = this.ahead[this.next]; at?.size === size; at = this.ahead[++this.next]) {
      const isSame = at.root.equals(this.tree.root());
      if (isSame && !this.found) this.agreed = size;
      if (!isSame) this.found ??= { problem: "checkpoint_root", seq: size, agreed: this.agreed };
    }
  }

  /** After the last revision of the chain: the first that is not as it was signed. */
  end(): CheckpointProblem | null {
    const ahead = this.ahead[this.next];
    return this.found ?? (ahead ? { problem: "checkpoint_cut", seq: ahead.size, agreed: this.agreed } : null);
  }
}
