import { expect, test } from "vitest";
import { addDraft, areDifferent, type Draft, draftKey, draftsOf, keptValues, parseDrafts } from "./draft";

const NOW = Date.UTC(2026, 10, 29);
const DAY = 24 * 60 * 60 * 1000;
const draft = (began: number, at = NOW): Draft => ({ began, at, values: { title: `of ${began}` }, titles: {} });

test("drafts are kept per person, page and form, and what can't be read is none", () => {
  const keys = [
    draftKey("a", "/claims/new", "record"),
    draftKey("b", "/claims/new", "record"),
    draftKey("a", "/claims/new?station=x", "record"),
    draftKey("a", "/claims/new", "comment"),
  ];
  expect(new Set(keys).size).toBe(4);
  expect(keys.filter((key) => key.startsWith(draftsOf("a")))).toHaveLength(3);
  for (const stored of [null, "", "{", "3", "[null,3,{}]"]) expect(parseDrafts(stored, NOW)).toEqual([]);
});

test("a page has one draft, those of other pages stay, and a month is the end", () => {
  const drafts = [1, 2, 3, 4, 3].reduce<Draft[]>((all, began) => addDraft(all, draft(began)), []);
  expect(drafts.map(({ began }) => began)).toEqual([3, 4, 2]);
  const stored = JSON.stringify([draft(1, NOW - 29 * DAY), draft(2, NOW - 31 * DAY)]);
  expect(parseDrafts(stored, NOW).map(({ began }) => began)).toEqual([1]);
});

test("a confirmation is not kept", () => {
  expect(keptValues({ reason: "A name that must go", confirm: "evt-03" })).toEqual({ reason: "A name that must go" });
});

test("what says the same is not offered again", () => {
  expect(areDifferent({ title: "A", note: "", basedOn: "1" }, { title: "A ", basedOn: "2" })).toBe(false);
  expect(areDifferent({ stations: ["a", "b"] }, { stations: "a\nb" })).toBe(false);
  expect(areDifferent({ title: "A" }, { title: "B" })).toBe(true);
  expect(areDifferent({}, { note: "typed" })).toBe(true);
});
