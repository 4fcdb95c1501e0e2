import fc from "fast-check";
import { expect, test } from "vitest";
import { openCheckpoint, readCheckpoint, signCheckpoint, splitNotes } from "./checkpoint";
import { inclusionPath, treeRoot } from "./merkle-tree";
import { hashRevision } from "./revision";
import { checkProof, hashOfProof, logLeaf, parseProof, writeProof } from "./revision-proof";
import { makeSigner } from "./signed-note";

const signer = makeSigner("desk.example/history", Buffer.alloc(32, 1));
const trusted = [signer.verifier];
const texts = Array.from({ length: 11 }, (_, index) => `{"action":"station.record","seq":${index + 1}}`);
const leaves = texts.map((hashed) => logLeaf(hashOfProof({ hashed })));
const within = (start: number, end: number) => treeRoot(leaves.slice(start, end));
const checkpointOf = (size: number, signers = [signer]) =>
  signCheckpoint({ origin: signer.verifier.name, size, root: treeRoot(leaves.slice(0, size)) }, signers);

async function proofOf(index: number, size = texts.length) {
  const path = await inclusionPath(index, size, within);
  return { hashed: texts[index] as string, index, path, checkpoint: checkpointOf(size) };
}

test("a checkpoint is three lines, signed; and what it says is read back", () => {
  const note = checkpointOf(3);
  expect(note).toMatch(/^desk\.example\/history\n3\n[A-Za-z0-9+/]{43}=\n\n— desk\.example\/history \S+\n$/);
  expect(openCheckpoint(note, trusted)).toEqual({ origin: "desk.example/history", size: 3, root: within(0, 3) });
  expect(openCheckpoint(note.replace("\n3\n", "\n4\n"), trusted)).toBeNull();
  expect(readCheckpoint(note.replace("\n3\n", "\n03\n"))).toBeNull();
});

test("a file of checkpoints falls into its notes, whoever else signed them", () => {
  const other = makeSigner("witness.example", Buffer.alloc(32, 2));
  const notes = [checkpointOf(1), checkpointOf(4, [signer, other]), checkpointOf(11)];
  expect(splitNotes(notes.join(""))).toEqual(notes);
  expect(splitNotes("")).toEqual([]);
});

test("a proof is written as its specification has it, and proves", async () => {
  const proof = await proofOf(4);
  const text = writeProof(proof);
  const lines = text.split("\n");
  expect(lines[0]).toBe("c2sp.org/tlog-proof@v1");
  expect(lines[1]).toBe(`extra ${Buffer.from(texts[4] as string).toString("base64")}`);
  expect(lines[2]).toBe("index 4");
  expect(lines.slice(3, 3 + proof.path.length)).toEqual(proof.path.map((hash) => hash.toString("base64")));
  expect(lines.slice(3 + proof.path.length).join("\n")).toBe(`\n${proof.checkpoint}`);
  expect(parseProof(text)).toEqual(proof);
  expect(checkProof(proof, trusted)).toMatchObject({ hash: hashOfProof(proof), checkpoint: { size: 11 } });
});

test("nothing else is proved: another text, place, tree or key", async () => {
  const proof = await proofOf(4);
  const other = makeSigner(signer.verifier.name, Buffer.alloc(32, 9));
  expect(checkProof({ ...proof, hashed: texts[5] as string }, trusted)).toBe("place");
  expect(checkProof({ ...proof, index: 5 }, trusted)).toBe("place");
  expect(checkProof({ ...proof, checkpoint: checkpointOf(10) }, trusted)).toBe("place");
  expect(checkProof(proof, [other.verifier])).toBe("signature");
  // A revision says its place itself: one that was moved is not proved by a tree that holds it elsewhere.
  const moved = { ...proof, hashed: texts[4] as string, index: 0, path: [], checkpoint: "" };
  const root = treeRoot([leaves[4] as Buffer]);
  moved.checkpoint = signCheckpoint({ origin: "desk.example/history", size: 1, root }, [signer]);
  expect(checkProof(moved, trusted)).toBe("place");
});

test("of a revision whose content was erased its hash is proved", async () => {
  const proof = await proofOf(7);
  const erased = { ...proof, hashed: hashOfProof(proof) };
  expect(checkProof(parseProof(writeProof(erased)) ?? proof, trusted)).toMatchObject({ hash: erased.hashed });
});

test("what a proof holds is what its revision's hash is of", () => {
  const revision = {
    ...{ seq: 1, recordKind: "station", recordId: "1", version: 1, action: "station.record", snapshot: { a: "é" } },
    ...{ changed: [], reason: null, authorId: "2", at: "2022-11-01T09:00:00.000Z", previousHash: null },
  };
  const hash = hashRevision(revision);
  expect(logLeaf(hash)).toHaveLength(32);
  expect(hashOfProof({ hashed: hash })).toBe(hash);
});

test("no text makes the reader of proofs fail", () =>
  fc.assert(
    fc.property(fc.string(), fc.string(), (start, end) => {
      expect(parseProof(start)).toBeNull();
      const cut = parseProof(`c2sp.org/tlog-proof@v1\nextra AAAA\nindex 0\n${start}\n\n${end}`);
      if (cut) expect(checkProof(cut, trusted)).toBe("signature");
    }),
    { numRuns: 200, seed: 11 },
  ));
