import fc from "fast-check";
import { expect, test } from "vitest";
import { ChainWalk, hashRest, hashRevision, type Revision, verifyChain } from "./revision";

function chainOf(length: number): Revision[] {
  const rows: Revision[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const fields = {
      seq,
      recordKind: "station",
      recordId: `record-${seq % 3}`,
      version: Math.ceil(seq / 3),
      action: "station.record",
      snapshot: { name: "福州警侨服务站", order: seq },
      changed: ["name"],
      reason: seq % 2 ? null : "The ministry gave another date.",
      authorId: "person-1",
      at: "2022-11-01T09:00:00.000Z",
      previousHash: rows.at(-1)?.hash ?? null,
    };
    rows.push({ ...fields, hash: hashRevision(fields) });
  }
  return rows;
}

const altered = (rows: readonly Revision[], index: number, change: Partial<Revision>) =>
  rows.map((row, at) => (at === index ? { ...row, ...change } : row));

test("the hash is written as sha256 and hexadecimal digits", () => {
  expect(chainOf(1)[0]?.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
});

test("the hash of a revision is the same tomorrow", () => {
  expect(chainOf(1)[0]?.hash).toBe("sha256:a1c7c80a56c890bdf96090c9bb122146bae5aa249ee3af16439d8332eb1dcc34");
});

test("what a step adds is covered, and a revision without it is hashed as it always was", () => {
  const [row] = chainOf(1) as [Revision];
  expect(hashRevision({ ...row, detail: null })).toBe(row.hash);
  expect(hashRevision({ ...row, detail: { ticked: ["single_source"] } })).not.toBe(row.hash);
});

test("what a database row carries besides is not hashed", () => {
  const [row] = chainOf(1);
  const joined = { ...(row as Revision), authorName: "A. Reporter" };
  expect(hashRevision(joined)).toBe(row?.hash);
});

test("a whole chain has no broken link, read at once or in parts", () => {
  const rows = chainOf(9);
  expect(verifyChain([])).toBeNull();
  expect(verifyChain(rows)).toBeNull();
  expect(verifyChain(rows.slice(5), rows[4])).toBeNull();
});

const changes = fc.constantFrom<Partial<Revision>>(
  { recordKind: "claim" },
  { recordId: "another" },
  { version: 99 },
  { action: "station.retract" },
  { snapshot: { name: "x" } },
  { changed: [] },
  { reason: "none" },
  { authorId: "person-2" },
  { at: "2022-11-02T09:00:00.000Z" },
);

test("an altered field is found at its revision, whichever it is", () => {
  const rows = chainOf(12);
  fc.assert(
    fc.property(fc.nat(11), changes, (index, change) => {
      expect(verifyChain(altered(rows, index, change))).toMatchObject({ seq: index + 1, problem: "hash" });
    }),
  );
});

test("a revision rewritten with a fitting hash breaks the next link", () => {
  const rows = chainOf(4);
  const forged = { ...(rows[1] as Revision), reason: "forged" };
  const chain = altered(rows, 1, { reason: "forged", hash: hashRevision(forged) });
  expect(verifyChain(chain)).toEqual({
    seq: 3,
    recordKind: "station",
    recordId: "record-0",
    version: 1,
    problem: "link",
  });
});

test("a revision that was taken out is missed, also the first", () => {
  const rows = chainOf(4);
  expect(verifyChain(rows.filter((row) => row.seq !== 2))).toMatchObject({ seq: 3, problem: "order" });
  expect(verifyChain(rows.slice(1))).toMatchObject({ seq: 2, problem: "order" });
});

/** A chain of five, of which the second was emptied and the last is its tombstone. */
function erasedChain(rest?: (row: Revision) => string): Revision[] {
  const rows = chainOf(4);
  const emptied = { ...(rows[1] as Revision), snapshot: {}, reason: null, detail: null, erasedBySeq: 5 };
  const erased = [{ seq: emptied.seq, hash: emptied.hash, rest: rest?.(emptied) ?? hashRest(emptied) }];
  const tombstone = {
    ...(rows[3] as Revision),
    seq: 5,
    version: 3,
    action: "station.erase",
    snapshot: {},
    reason: "A court ordered it.",
    detail: { erased },
    previousHash: rows[3]?.hash ?? null,
  };
  return [...altered(rows, 1, emptied), { ...tombstone, hash: hashRevision(tombstone) }];
}

test("erased content breaks no link while its tombstone stands, read at once or in parts", () => {
  const rows = erasedChain();
  expect(verifyChain(rows)).toBeNull();
  const walk = new ChainWalk();
  expect([walk.over(rows.slice(0, 3)), walk.over(rows.slice(3)), walk.end()]).toEqual([null, null, null]);
});

test("content that is gone without a tombstone is a broken link, and so is an erased revision that was altered", () => {
  const rows = erasedChain();
  expect(verifyChain(rows.slice(0, 4))).toMatchObject({ seq: 2, problem: "erasure" });
  expect(verifyChain(altered(rows, 1, { erasedBySeq: null }))).toMatchObject({ seq: 2, problem: "hash" });
  expect(verifyChain(altered(rows, 1, { authorId: "person-2" }))).toMatchObject({ seq: 2, problem: "erasure" });
  expect(verifyChain(altered(rows, 1, { snapshot: { name: "invented" } }))).toMatchObject({
    seq: 2,
    problem: "erasure",
  });
  expect(verifyChain(erasedChain(() => "sha256:0"))).toMatchObject({ seq: 2, problem: "erasure" });
});

test("a tombstone that was altered is itself the broken link", () => {
  expect(verifyChain(altered(erasedChain(), 4, { reason: "No court at all." }))).toMatchObject({
    seq: 5,
    problem: "hash",
  });
});
