import { expect, test } from "vitest";
import type { ClaimedMark } from "../figures/country-figure";
import { scopeOfOverview } from "../filters/overview-filter";
import { isStateChanged, type Known, stateFigures } from "./state-figures";

const org = (slug: string) => ({ id: slug, slug, name: slug });
const mark = (value: number, claimants: string[], standing = true): ClaimedMark => ({
  value,
  bound: "exactly",
  claimants: claimants.map(org),
  relayedBy: null,
  asOf: null,
  standing,
  claims: [],
});
const range = (marks: ClaimedMark[]) => {
  const values = marks.filter(({ standing }) => standing).map(({ value }) => value);
  return { lowest: values[0] ?? null, highest: values.at(-1) ?? null, marks };
};
const known = (published: number, acted: number, marks: ClaimedMark[]): Known => ({
  stations: { total: published + 5, published, countries: 3 },
  claimed: range(marks),
  responses: { total: 20, denied: 4, acted },
  governments: 7,
});
const EVERYWHERE = scopeOfOverview({ country: { any: [], without: [] } });
const ITALY = scopeOfOverview({ country: { any: ["IT"], without: [] } });

test("a number is the one of now, and its change lies between the two days: what bears no date is in neither", () => {
  const over = { now: known(10, 3, []), end: known(8, 3, []), before: known(6, 3, []) };
  const { documented, acted } = stateFigures(over, EVERYWHERE);
  expect(documented).toMatchObject({ value: 10, change: 2, onFile: 15, href: expect.stringContaining("/stations?") });
  expect(acted).toMatchObject({ value: 3, change: 0 });
  expect(isStateChanged(over)).toBe(true);
  expect(isStateChanged({ ...over, before: over.end })).toBe(false);
});

test("claimants are counted once each, by the figures that stand, and a range is never one number", () => {
  const before = known(6, 3, [mark(54, ["ngo"])]);
  const now = known(6, 3, [mark(54, ["ngo"], false), mark(100, ["ngo"]), mark(110, ["ngo", "senate"])]);
  const { claimed } = stateFigures({ now, end: now, before }, EVERYWHERE);
  expect(claimed).toMatchObject({ claimants: 2, range: { lowest: 100, highest: 110 }, before: { highest: 54 } });
  expect(claimed.href).toContain("scope=global");
  expect(stateFigures({ now, end: now, before: now }, ITALY).claimed).toMatchObject({ before: null });
  expect(stateFigures({ now, end: now, before: now }, ITALY).claimed.href).toMatch(/scope=country&country=IT/);
});

test("of several countries nobody gave a figure, which is not zero", () => {
  const none = { ...known(6, 3, []), claimed: null };
  expect(stateFigures({ now: none, end: none, before: none }, EVERYWHERE).claimed).toMatchObject({
    range: null,
    claimants: 0,
  });
});
