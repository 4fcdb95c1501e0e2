import fc from "fast-check";
import { expect, test } from "vitest";
import { changedFields, fieldDiff, mergeThreeWay } from "./merge";

const base = { city: "Rotterdam", kind: "contact_point", note: null, sources: ["src-001"] };

test("a new record changed in every field that holds something", () => {
  expect(changedFields(null, base)).toEqual(["city", "kind", "sources"]);
});

test("a field that was not there before and holds nothing has not changed", () => {
  expect(changedFields(base, { ...base, relayedBy: null })).toEqual([]);
});

test("the order of keys inside a field is no change, the order of a list is", () => {
  expect(changedFields({ asOf: { from: 1, to: 2 } }, { asOf: { to: 2, from: 1 } })).toEqual([]);
  expect(changedFields({ sources: ["a", "b"] }, { sources: ["b", "a"] })).toEqual(["sources"]);
});

test("a diff shows both values", () => {
  expect(fieldDiff(base, { ...base, city: "Amsterdam", note: "seen" })).toEqual([
    { field: "city", before: "Rotterdam", after: "Amsterdam" },
    { field: "note", before: null, after: "seen" },
  ]);
});

test("changes to different fields are joined", () => {
  expect(mergeThreeWay(base, { ...base, city: "Amsterdam" }, { ...base, note: "seen" })).toEqual({
    merged: { ...base, city: "Amsterdam", note: "seen" },
    conflicts: [],
  });
});

test("a field that both changed differently is a conflict and keeps what I typed", () => {
  const { merged, conflicts } = mergeThreeWay(base, { ...base, city: "Amsterdam" }, { ...base, city: "Den Haag" });
  expect(conflicts).toEqual(["city"]);
  expect(merged.city).toBe("Amsterdam");
});

test("clearing a field against a change of it is a conflict, the same change twice is none", () => {
  expect(mergeThreeWay(base, { ...base, city: null }, { ...base, city: "Den Haag" }).conflicts).toEqual(["city"]);
  expect(mergeThreeWay(base, { ...base, city: "X" }, { ...base, city: "X" }).conflicts).toEqual([]);
});

const snapshots = fc.dictionary(fc.constantFrom("a", "b", "c", "__proto__"), fc.constantFrom(null, 1, "x", ["y"]));

test("no merge loses a change: each field holds mine, theirs, or is named a conflict", () => {
  fc.assert(
    fc.property(snapshots, snapshots, snapshots, (was, mine, theirs) => {
      const { merged, conflicts } = mergeThreeWay(was, mine, theirs);
      for (const field of changedFields(was, mine)) expect(changedFields(mine, merged)).not.toContain(field);
      for (const field of changedFields(was, theirs)) {
        if (!conflicts.includes(field)) expect(changedFields(theirs, merged)).not.toContain(field);
      }
      expect(mergeThreeWay(was, theirs, mine).conflicts).toEqual(conflicts);
    }),
  );
});
