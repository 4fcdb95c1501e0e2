import fc from "fast-check";
import { expect, test } from "vitest";
import { parseEdtf } from "../dates/edtf";
import { compareFuzzy } from "../dates/fuzzy-order";
import type { Org } from "./independence";
import { type CountClaim, latestPerClaimant, rangeOf } from "./tally";

const org = (slug: string): Org => ({ id: slug, name: slug, slug });
const [ngo, rtl, ftm, post, minister] = ["ngo", "rtl", "ftm", "post", "minister"].map(org) as [
  Org,
  Org,
  Org,
  Org,
  Org,
];
const italy = { scope: "country", region: null, country: "IT", stationId: null } as const;

let made = 0;
function claim(value: number | null, asOf: string | null, change: Partial<CountClaim> = {}): CountClaim {
  const id = `clm-${++made}`;
  const date = asOf === null ? null : parseEdtf(asOf);
  const figure = { position: "asserts", value, bound: "exactly", asOf: date } as const;
  return { id, slug: id, claimants: [ngo], relayedBy: null, ...italy, ...figure, ...change };
}
const latestValues = (...claims: CountClaim[]) => latestPerClaimant(claims).map((c) => c.value);

test("dates are ordered by first possible day, the more precise later, the unknown first", () => {
  const texts = [null, "2022", "2022-09", "2022-12", "2022-12-01", "2022-12-05", "2023/.."];
  const dates = texts.map((text) => (text === null ? null : parseEdtf(text)));
  expect([...dates].reverse().sort(compareFuzzy)).toEqual(dates);
  expect(compareFuzzy(parseEdtf("2022"), parseEdtf("2022~"))).toBe(0);
});

test("a claimant's later figure takes the place of its earlier one in the same country", () => {
  expect(latestValues(claim(4, "2022-09"), claim(11, "2022-12-05"))).toEqual([11]);
  expect(latestValues(claim(11, "2022-12-05"), claim(4, "2022-09"))).toEqual([11]);
});

test("another claimant's figure and another country's figure stand beside it", () => {
  expect(latestValues(claim(11, "2022-12"), claim(1, "2022-12-07", { claimants: [minister] }))).toEqual([11, 1]);
  expect(latestValues(claim(11, "2022-12"), claim(9, "2022-09", { country: "ES" }))).toEqual([11, 9]);
});

test("two figures of one claimant with the same date both stand", () => {
  expect(latestValues(claim(102, "2022-12-05"), claim(100, "2022-12-05", { bound: "at_least" }))).toEqual([102, 100]);
});

test("a month is not before a day within it: both figures stand", () => {
  const claims = [claim(100, "2022-12", { bound: "at_least" }), claim(102, "2022-12-05")];
  expect(latestPerClaimant(claims)).toEqual(claims);
});

test("an undated figure stands only while there is no dated one", () => {
  expect(latestValues(claim(32, null))).toEqual([32]);
  expect(latestValues(claim(32, null), claim(36, "2022"))).toEqual([36]);
});

test("what others relay does not replace what the claimant said itself", () => {
  expect(latestValues(claim(102, "2022-12-05"), claim(110, "2022-12-07", { relayedBy: post }))).toEqual([102, 110]);
});

test("what was relayed certainly before the claimant's own later figure is an earlier figure", () => {
  const own = claim(102, "2022-12-05");
  expect(latestValues(claim(54, "2022-10-20", { relayedBy: post }), own)).toEqual([102]);
  expect(latestValues(claim(54, "2022-12", { relayedBy: post }), own)).toEqual([54, 102]);
  expect(latestValues(claim(54, null, { relayedBy: post }), own)).toEqual([54, 102]);
  expect(latestValues(claim(54, "2022-10-20", { relayedBy: post }), claim(102, null))).toEqual([54, 102]);
  const elsewhere = claim(9, "2022-12-05", { country: "ES" });
  expect(latestValues(claim(54, "2022-10-20", { relayedBy: post }), elsewhere)).toEqual([54, 9]);
  const retracted = claim(54, "2022-12-05", { position: "retracts" });
  expect(latestValues(claim(54, "2022-10-20", { relayedBy: post }), retracted)).toEqual([]);
  const joint = { claimants: [ngo, rtl], relayedBy: post };
  expect(latestValues(claim(54, "2022-10-20", joint), own)).toEqual([54, 102]);
});

test("of a joint claim the claimant that said nothing newer still stands", () => {
  const joint = { claimants: [rtl, ftm] };
  expect(latestValues(claim(2, "2022-10", joint), claim(3, "2022-12", { claimants: [rtl] }))).toEqual([2, 3]);
  expect(latestValues(claim(2, "2022-10", joint), claim(3, "2022-12", joint))).toEqual([3]);
});

test("a claimant whose last word takes its figure back has none", () => {
  expect(latestValues(claim(11, "2022-12"), claim(11, "2023-01", { position: "retracts" }))).toEqual([]);
});

test("the range shows each figure with its owners, and our own count beside them", () => {
  const claims = [
    claim(11, "2022-12-05"),
    claim(1, "2022-12-07", { claimants: [minister] }),
    claim(11, "2023", { claimants: [rtl] }),
  ];
  const range = rangeOf(claims, 4);
  expect(range).toMatchObject({ lowest: 1, highest: 11, documented: 4 });
  expect(range.marks.map((mark) => [mark.value, mark.claimants.map((c) => c.slug), mark.asOf?.edtf])).toEqual([
    [1, ["minister"], "2022-12-07"],
    [11, ["ngo"], "2022-12-05"],
    [11, ["rtl"], "2023"],
  ]);
});

test("an earlier figure of the same claimant stays in sight as what it is", () => {
  const range = rangeOf([claim(4, "2022-09"), claim(11, "2022-12-05")], 0);
  expect(range.marks.map(({ value, standing }) => [value, standing])).toEqual([
    [4, false],
    [11, true],
  ]);
  expect(range).toMatchObject({ lowest: 11, highest: 11 });
});

test("a figure that another relays is not put in the mouth of whoever else gives it", () => {
  const [own, relayed] = [
    claim(110, "2022-12-15", { claimants: [minister] }),
    claim(110, "2022-12", { relayedBy: post }),
  ];
  const { marks } = rangeOf([own, relayed], 0);
  expect(marks.map(({ claimants, relayedBy }) => [claimants[0]?.slug, relayedBy?.slug ?? null])).toEqual([
    ["ngo", "post"],
    ["minister", null],
  ]);
});

test("a lower bound is another mark than the exact figure", () => {
  const marks = rangeOf([claim(100, "2022", { bound: "at_least" }), claim(100, "2022", { bound: null })], 0).marks;
  expect(marks.map((mark) => mark.bound)).toEqual(["exactly", "at_least"]);
});

test("without a figure there is no range, which is not a range from zero", () => {
  expect(rangeOf([claim(null, "2022")], 0)).toEqual({ lowest: null, highest: null, marks: [], documented: 0 });
  expect(rangeOf([claim(0, "2022", { position: "denies" })], 0)).toMatchObject({ lowest: 0, highest: 0 });
});

const anyClaim = fc
  .tuple(
    fc.nat(5),
    fc.constantFrom(null, "2022", "2022-09", "2022-12-05", "../2018"),
    fc.subarray([ngo, rtl, ftm], { minLength: 1 }),
    fc.option(fc.constant(post)),
  )
  .map(([value, asOf, claimants, relayedBy]) => claim(value, asOf, { claimants, relayedBy }));

test("every claimant who gave a figure keeps at least one, and the order of claims changes nothing", () => {
  fc.assert(
    fc.property(fc.array(anyClaim, { maxLength: 10 }), (claims) => {
      const left = latestPerClaimant(claims);
      const voices = (some: readonly CountClaim[]) => new Set(some.flatMap((c) => c.claimants.map((o) => o.id)));
      expect(voices(left)).toEqual(voices(claims));
      expect(new Set(latestPerClaimant([...claims].reverse()))).toEqual(new Set(left));
      expect(latestPerClaimant(left)).toEqual(left);
    }),
  );
});
