import fc from "fast-check";
import { expect, test } from "vitest";
import { DERIVATIONS, STANCES } from "../records/claim";
import { independentSources, type Org, type StanceRow } from "./independence";
import { reportTree } from "./report-tree";

const org = (slug: string): Org => ({ id: `id-${slug}`, name: slug.toUpperCase(), slug });
const ORGS = ["ngo", "nrc", "cnn", "bbc", "rtl", "ftm", "afp", "dpa", "efe", "abc", "rai", "tsr"].map(org);
const [ngo, nrc, cnn] = ORGS as [Org, Org, Org];

const row = (slug: string, change: Partial<StanceRow>) => ({
  ...({ claimId: "claim-1", evidenceId: `id-${slug}`, slug, stance: "supports", derivation: "original" } as const),
  ...{ publisher: ngo, origin: null, claimants: [ngo] },
  ...change,
});

test("under a source stand its own publications, then who cites it, then who took its text over", () => {
  const { count, sources, unled } = reportTree([
    row("src-4", { publisher: cnn, derivation: "republished" }),
    row("src-3", { publisher: nrc, derivation: "derived" }),
    row("src-2", { publisher: nrc, derivation: "derived", claimId: "claim-2" }),
    row("src-1", {}),
    row("src-2", { publisher: nrc, derivation: "derived" }),
    row("src-5", { publisher: nrc, derivation: "derived", claimants: [] }),
    row("src-6", { publisher: nrc, stance: "contradicts" }),
  ]);
  expect({ count, unled }).toEqual({ count: 1, unled: 1 });
  expect(sources).toMatchObject([{ members: [ngo], firstHand: true, more: 0 }]);
  expect(sources[0]?.outlets).toEqual([
    { publisher: ngo, derivation: "original", count: 1, slugs: ["src-1"] },
    { publisher: nrc, derivation: "derived", count: 2, slugs: ["src-2", "src-3"] },
    { publisher: cnn, derivation: "republished", count: 1, slugs: ["src-4"] },
  ]);
});

test("of many outlets the first are drawn, and the rest counted", () => {
  const cited = ORGS.map((publisher, at) => row(`src-${at}`, { publisher, derivation: "derived", origin: ngo }));
  const [source] = reportTree(cited).sources;
  expect(source?.outlets).toHaveLength(8);
  expect(source?.more).toBe(4);
});

const someRow = fc.record({
  evidence: fc.integer({ min: 1, max: 9 }),
  claim: fc.integer({ min: 1, max: 3 }),
  stance: fc.constantFrom(...STANCES),
  derivation: fc.constantFrom(...DERIVATIONS),
  publisher: fc.option(fc.constantFrom(...ORGS)),
  origin: fc.option(fc.constantFrom(...ORGS)),
  claimants: fc.subarray(ORGS, { maxLength: 2 }),
});

test("the tree counts as the sources are counted, and each item that supports is somewhere in it", () => {
  fc.assert(
    fc.property(fc.array(someRow, { maxLength: 20 }), (some) => {
      const rows = some.map(({ evidence, claim, ...rest }) => ({
        ...rest,
        ...{ claimId: `claim-${claim}`, evidenceId: `id-${evidence}`, slug: `src-${evidence}` },
      }));
      const tree = reportTree(rows);
      const { sources, count } = independentSources(rows);
      expect(tree.count).toBe(count);
      expect(tree.sources.map(({ outlets, more, ...source }) => source)).toEqual(sources);
      const supporting = new Set(rows.filter(({ stance }) => stance === "supports").map((one) => one.evidenceId));
      expect(new Set(sources.flatMap(({ items }) => items)).size + tree.unled).toBe(supporting.size);
      for (const { items, outlets } of tree.sources) {
        const slugs = outlets.flatMap((outlet) => outlet.slugs);
        for (const slug of slugs) expect(items).toContain(slug.replace("src", "id"));
      }
    }),
  );
});
