import { expect, test } from "vitest";
import { CheckpointWalk } from "./checkpoint-walk";
import { treeRoot } from "./merkle-tree";
import { hashOfProof, logLeaf } from "./revision-proof";

const hashes = Array.from({ length: 9 }, (_, index) => hashOfProof({ hashed: `${index}` }));
const sealed = (size: number, of = hashes) => ({ size, root: treeRoot(of.slice(0, size).map(logLeaf)) });

function walk(checkpoints: ReturnType<typeof sealed>[], chain: readonly string[] = hashes) {
  const walking = new CheckpointWalk(checkpoints);
  for (const hash of chain) walking.add(hash);
  return walking.end();
}

test("a chain that only grew agrees with its checkpoints, in whatever order and however often they come", () => {
  expect(walk([])).toBeNull();
  expect(walk([sealed(0), sealed(9), sealed(4), sealed(4), sealed(1)])).toBeNull();
});

test("an end that was cut off is named by the first checkpoint that speaks of it", () => {
  const found = walk([sealed(3), sealed(6), sealed(9)], hashes.slice(0, 5));
  expect(found).toEqual({ problem: "checkpoint_cut", seq: 6, agreed: 3 });
});

test("a chain that was written anew is named between the last that agrees and the first that does not", () => {
  const anew = hashes.map((hash, index) => (index < 4 ? hash : hashOfProof({ hashed: `other ${index}` })));
  expect(walk([sealed(2), sealed(4), sealed(6), sealed(9)], anew)).toEqual({
    problem: "checkpoint_root",
    seq: 6,
    agreed: 4,
  });
});

test("two checkpoints of one size that differ can't both be agreed with", () => {
  const other = sealed(4, [...hashes].reverse());
  expect(walk([sealed(4), other])).toEqual({ problem: "checkpoint_root", seq: 4, agreed: 4 });
});
