import fc from "fast-check";
import { expect, test } from "vitest";
import { assessClaim, independentSources, type Org, type StanceRow } from "./independence";

const org = (slug: string): Org => ({ id: `id-${slug}`, name: slug.toUpperCase(), slug });
const [ngo, rtl, ftm, nrc, cnn, ministry] = ["ngo", "rtl", "ftm", "nrc", "cnn", "ministry"].map(org) as [
  Org,
  Org,
  Org,
  Org,
  Org,
  Org,
];

let items = 0;
const row = (change: Partial<StanceRow>): StanceRow => ({
  claimId: "claim-1",
  evidenceId: `src-${String(++items).padStart(3, "0")}`,
  stance: "supports",
  derivation: "original",
  publisher: ngo,
  origin: null,
  claimants: [ngo],
  ...change,
});
const slugsOf = (rows: StanceRow[]) =>
  independentSources(rows).sources.map((source) => source.members.map((m) => m.slug));

test("two outlets that cite one report are one independent source", () => {
  const rows = [nrc, cnn].map((publisher) => row({ publisher, derivation: "derived" }));
  expect(slugsOf(rows)).toEqual([["ngo"]]);
  expect(independentSources(rows).sources[0]).toMatchObject({
    firstHand: false,
    items: rows.map((r) => r.evidenceId),
  });
});

test("the report itself makes its source first-hand and does not add one", () => {
  const rows = [row({ publisher: nrc, derivation: "derived" }), row({})];
  expect(independentSources(rows)).toMatchObject({ count: 1, sources: [{ firstHand: true }] });
});

test("a joint investigation of two outlets is one source", () => {
  expect(
    slugsOf([row({ publisher: rtl, claimants: [rtl, ftm] }), row({ publisher: ftm, claimants: [rtl, ftm] })]),
  ).toEqual([["ftm", "rtl"]]);
});

test("an outlet that found it by itself is a second source", () => {
  expect(independentSources([row({}), row({ publisher: nrc })]).count).toBe(2);
});

test("a derived item leads to its named origin, not to the claimant", () => {
  expect(slugsOf([row({ publisher: nrc, derivation: "derived", origin: ministry })])).toEqual([["ministry"]]);
});

test("a copy that leads to nobody counts nothing, nor does an original without a publisher", () => {
  expect(independentSources([row({ derivation: "republished", claimants: [] }), row({ publisher: null })])).toEqual({
    sources: [],
    count: 0,
  });
});

test("only support is counted", () => {
  expect(independentSources([row({ stance: "mentions" }), row({ stance: "contradicts" })]).count).toBe(0);
});

test("sources of several claims that share an organization are one", () => {
  const rows = [
    row({ claimId: "a", publisher: rtl, claimants: [rtl, ftm] }),
    row({ claimId: "b", publisher: nrc, derivation: "derived", claimants: [ftm, cnn] }),
    row({ claimId: "c", publisher: ngo }),
  ];
  expect(slugsOf(rows)).toEqual([["cnn", "ftm", "rtl"], ["ngo"]]);
});

test("an assessment says how many stand behind a claim, and disagreement first", () => {
  expect(assessClaim([], false)).toBe("unassessed");
  expect(assessClaim([row({})], false)).toBe("single_source");
  expect(assessClaim([row({}), row({ publisher: nrc })], false)).toBe("corroborated");
  expect(assessClaim([row({}), row({ publisher: nrc })], true)).toBe("contested");
  expect(assessClaim([row({}), row({ publisher: nrc, stance: "contradicts" })], false)).toBe("contested");
});

const anyOrg = fc.constantFrom(ngo, rtl, ftm, nrc, cnn, ministry);
const anyRow: fc.Arbitrary<StanceRow> = fc.record({
  claimId: fc.constantFrom("a", "b"),
  evidenceId: fc.constantFrom("e1", "e2", "e3", "e4", "e5"),
  stance: fc.constantFrom("supports", "contradicts", "mentions", "retracts"),
  derivation: fc.constantFrom("original", "derived", "republished"),
  publisher: fc.option(anyOrg),
  origin: fc.option(anyOrg),
  claimants: fc.uniqueArray(anyOrg, { maxLength: 3, selector: (o) => o.id }),
});

test("no organization stands in two sources, and the order of the rows changes nothing", () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 12 }), (rows) => {
      const { sources, count } = independentSources(rows);
      const members = sources.flatMap((source) => source.members.map((member) => member.id));
      expect(new Set(members).size).toBe(members.length);
      expect(count).toBe(sources.length);
      expect(independentSources([...rows].reverse())).toEqual({ sources, count });
    }),
  );
});

test("repeating what a source said never adds a source", () => {
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1, maxLength: 8 }), anyOrg, (rows, publisher) => {
      const echoes = rows.map((r) => {
        const own = r.derivation === "original" && !r.claimants.some((c) => c.id === r.publisher?.id);
        const origin = own ? r.publisher : r.derivation === "original" ? null : r.origin;
        return { ...r, derivation: "derived" as const, publisher, origin };
      });
      const silent = rows.filter((r) => !(r.derivation === "original" && r.publisher === null));
      const relayed = echoes.filter((_, index) => silent.includes(rows[index] as StanceRow));
      expect(independentSources([...silent, ...relayed]).count).toBe(independentSources(silent).count);
    }),
  );
});
