import fc from "fast-check";
import { expect, test } from "vitest";
import {
  consistencyPath,
  inclusionPath,
  isConsistent,
  leafHash,
  nodeHash,
  rootOfInclusion,
  treeRoot,
} from "./merkle-tree";

/** The entries that Certificate Transparency's and transparency-dev's own tests take, and the roots they give. */
const ENTRIES = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map((hex) => leafHash(Buffer.from(hex, "hex")));
const ROOTS = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

/** RFC 6962, 2.1, word for word. */
function naiveRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length <= 1) return leaves[0] ?? treeRoot([]);
  const k = splitOf(leaves.length);
  return nodeHash(naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}

/** RFC 6962, 2.1.1: PATH(m, D[n]). */
function naivePath(m: number, leaves: readonly Buffer[]): Buffer[] {
  const n = leaves.length;
  if (n <= 1) return [];
  const k = splitOf(n);
  return m < k
    ? [...naivePath(m, leaves.slice(0, k)), naiveRoot(leaves.slice(k))]
    : [...naivePath(m - k, leaves.slice(k)), naiveRoot(leaves.slice(0, k))];
}

/** RFC 6962, 2.1.2: SUBPROOF(m, D[n], b). */
function naiveProof(m: number, leaves: readonly Buffer[], isWhole = true): Buffer[] {
  const n = leaves.length;
  if (m === n) return isWhole ? [] : [naiveRoot(leaves)];
  const k = splitOf(n);
  return m <= k
    ? [...naiveProof(m, leaves.slice(0, k), isWhole), naiveRoot(leaves.slice(k))]
    : [...naiveProof(m - k, leaves.slice(k), false), naiveRoot(leaves.slice(0, k))];
}

const splitOf = (n: number) => 2 ** (Math.ceil(Math.log2(n)) - 1);
const leavesOf = (count: number) => Array.from({ length: count }, (_, index) => leafHash(Buffer.from(`${index}`)));
const within = (leaves: readonly Buffer[]) => (start: number, end: number) => naiveRoot(leaves.slice(start, end));
const hex = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString("hex"));

test("the roots are those of the published vectors", () => {
  expect(ROOTS.map((_, size) => treeRoot(ENTRIES.slice(0, size)).toString("hex"))).toEqual(ROOTS);
});

test("inclusion and consistency are proved as the published vectors prove them", async () => {
  expect(hex(await inclusionPath(5, 8, within(ENTRIES)))).toEqual([
    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  ]);
  expect(hex(await consistencyPath(6, 8, within(ENTRIES)))).toEqual([
    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  ]);
});

test("every place and every earlier size of small trees: as the RFC's recursion says, and accepted", async () => {
  for (let size = 1; size <= 24; size++) {
    const leaves = leavesOf(size);
    const root = naiveRoot(leaves);
    expect(treeRoot(leaves)).toEqual(root);
    for (const [index, leaf] of leaves.entries()) {
      const path = await inclusionPath(index, size, within(leaves));
      expect(path).toEqual(naivePath(index, leaves));
      expect(rootOfInclusion(index, size, leaf, path)).toEqual(root);
      const before = { size: index + 1, root: naiveRoot(leaves.slice(0, index + 1)) };
      const proof = await consistencyPath(before.size, size, within(leaves));
      expect(proof).toEqual(naiveProof(before.size, leaves));
      expect(isConsistent(before, { size, root }, proof)).toBe(true);
    }
  }
});

test("a proof of another place, size, leaf or path leads to no root or another one", () =>
  fc.assert(
    fc.asyncProperty(
      fc
        .integer({ min: 2, max: 200 })
        .chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1), fc.nat(size - 1))),
      fc.nat(),
      async ([size, index, other], at) => {
        const leaves = leavesOf(size);
        const [root, leaf] = [treeRoot(leaves), leaves[index] as Buffer];
        const path = await inclusionPath(index, size, within(leaves));
        expect(path).toEqual(naivePath(index, leaves));
        if (other !== index) expect(rootOfInclusion(other, size, leaf, path)).not.toEqual(root);
        expect(rootOfInclusion(index, size, leafHash(Buffer.from("x")), path)).not.toEqual(root);
        expect(rootOfInclusion(index, size, leaf, path.slice(1))).not.toEqual(root);
        expect(rootOfInclusion(index, size, leaf, [...path, root])).not.toEqual(root);
        const bent = path.map((hash, place) => (place === at % path.length ? nodeHash(hash, hash) : hash));
        expect(rootOfInclusion(index, size, leaf, bent)).not.toEqual(root);
        const [before, after] = [
          { size: index + 1, root: naiveRoot(leaves.slice(0, index + 1)) },
          { size, root },
        ];
        const proof = await consistencyPath(before.size, size, within(leaves));
        expect(isConsistent(before, after, proof)).toBe(true);
        expect(isConsistent({ ...before, root: leaf }, after, proof)).toBe(before.size === 1);
        expect(isConsistent(before, { ...after, root: leaf }, proof)).toBe(false);
        expect(isConsistent(before, after, [...proof, root])).toBe(false);
        expect(isConsistent({ ...before, size: size + 1 }, after, proof)).toBe(false);
      },
    ),
    { numRuns: 60, seed: 6962 },
  ));
