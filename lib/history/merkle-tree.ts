import { createHash } from "node:crypto";

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const [LEAF, NODE] = [Buffer.of(0), Buffer.of(1)];

/** The hash tree of RFC 6962 and RFC 9162, section 2.1: entries and inner nodes can't be taken for each other. */
export const leafHash = (entry: Uint8Array): Buffer => sha256(LEAF, entry);
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(NODE, left, right);

/** A tree that grows at its end; of it stands only what its root needs: a hash for each one in the size's binary digits. */
export class GrowingTree {
  private readonly peaks: { readonly size: number; readonly hash: Buffer }[] = [];
  private count = 0;

  get size(): number {
    return this.count;
  }

  add(leaf: Buffer): void {
    let peak = { size: 1, hash: leaf };
    while (this.peaks.at(-1)?.size === peak.size) {
      const left = this.peaks.pop() as typeof peak;
      peak = { size: left.size * 2, hash: nodeHash(left.hash, peak.hash) };
    }
    this.peaks.push(peak);
    this.count++;
  }

  root(): Buffer {
    const [last, ...before] = [...this.peaks].reverse();
    return last ? before.reduce((right, left) => nodeHash(left.hash, right), last.hash) : sha256();
  }
}

export function treeRoot(leaves: Iterable<Buffer>): Buffer {
  const tree = new GrowingTree();
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
}

/** The root over the leaves from `start` up to, and not with, `end`. */
type Subtree = (start: number, end: number) => Buffer | Promise<Buffer>;

/** The largest power of two that is smaller than `size`. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** What proves that a leaf stands at `index` in the tree of `size` leaves: the hashes beside its way up, lowest first. */
export async function inclusionPath(index: number, size: number, subtree: Subtree): Promise<Buffer[]> {
  const path: Buffer[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    const isLeft = index < middle;
    path.unshift(await (isLeft ? subtree(middle, end) : subtree(start, middle)));
    if (isLeft) end = middle;
    else start = middle;
  }
  return path;
}

/** What proves that the tree of `size` leaves begins with the tree of `before`; empty for the same size and for none. */
export async function consistencyPath(before: number, size: number, subtree: Subtree): Promise<Buffer[]> {
  if (before === 0 || before === size) return [];
  const path: Buffer[] = [];
  let [start, end] = [0, size];
  while (end !== before) {
    const middle = start + splitOf(end - start);
    const isLeft = before <= middle;
    path.unshift(await (isLeft ? subtree(middle, end) : subtree(start, middle)));
    if (isLeft) end = middle;
    else start = middle;
  }
  // The old tree's own last part; the whole of the old tree is known to whoever asks.
  return start === 0 ? path : [await subtree(start, end), ...path];
}

const half = (number: number) => Math.floor(number / 2);
const isOdd = (number: number) => number % 2 === 1;

/** RFC 9162, 2.1.3.2: the root that the path leads to; null when it is not a path of this place in this tree. */
export function rootOfInclusion(index: number, size: number, leaf: Buffer, path: readonly Buffer[]): Buffer | null {
  if (!(index >= 0 && index < size)) return null;
  let [fn, sn, root] = [index, size - 1, leaf];
  for (const beside of path) {
    if (sn === 0) return null;
    if (isOdd(fn) || fn === sn) {
      root = nodeHash(beside, root);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else root = nodeHash(root, beside);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 ? root : null;
}

type Head = { readonly size: number; readonly root: Buffer };

/** RFC 9162, 2.1.4.2: whether the path proves that the later tree begins with the earlier one. */
export function isConsistent(before: Head, after: Head, path: readonly Buffer[]): boolean {
  if (before.size > after.size) return false;
  if (before.size === 0 || before.size === after.size) {
    return path.length === 0 && (before.size === 0 || before.root.equals(after.root));
  }
  let [fn, sn] = [before.size - 1, after.size - 1];
  while (isOdd(fn)) [fn, sn] = [half(fn), half(sn)];
  const [first, ...rest] = fn === 0 ? [before.root, ...path] : path;
  if (!first) return false;
  let [fr, sr] = [first, first];
  for (const beside of rest) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      fr = nodeHash(beside, fr);
      sr = nodeHash(beside, sr);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else sr = nodeHash(sr, beside);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && fr.equals(before.root) && sr.equals(after.root);
}
