import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeForm } from "./form-merge";

const base = { name: "Amsterdam", city: "Amsterdam", note: null, alternateNames: ["A"], latitude: 52.1 };
const rawInput = {
  name: "Amsterdam",
  city: "Amsterdam",
  note: "",
  alternateNames: "A",
  latitude: "52.1",
  reason: "why",
};

test("what only the other person changed is taken over, and the other form values stay", () => {
  const merged = mergeForm(base, { ...rawInput, note: "Mine" }, { ...base, city: "Rotterdam" });
  expect(merged).toMatchObject({ asks: [], taken: ["city"] });
  expect(merged.values).toMatchObject({ note: "Mine", city: "Rotterdam", reason: "why" });
});

test("what both changed to different things asks, and the form value stays", () => {
  const merged = mergeForm(base, { ...rawInput, note: "Mine" }, { ...base, note: "Theirs" });
  expect(merged).toMatchObject({ asks: ["note"], taken: [] });
  expect(merged.values.note).toBe("Mine");
});

test("what both changed to the same is no question", () => {
  expect(mergeForm(base, { ...rawInput, note: "Same" }, { ...base, note: "Same" }).asks).toEqual([]);
});

test("names in one box are the list that is stored, however they are parted", () => {
  const stored = { ...base, alternateNames: ["A", "B"] };
  expect(
    mergeForm(stored, { ...rawInput, alternateNames: "A; B" }, { ...stored, alternateNames: ["C"] }),
  ).toMatchObject({
    asks: [],
    taken: ["alternateNames"],
    values: { alternateNames: ["C"] },
  });
});

test("the rows of a list are merged as a whole", () => {
  const rows = { "stances.0.evidence": "src-1", "stances.0.stance": "supports" };
  const mine = { ...rows, "stances.0.stance": "mentions" };
  const theirs = { ...rows, "stances.1.evidence": "src-2", "stances.1.stance": "supports" };
  expect(mergeForm(rows, mine, theirs)).toMatchObject({ asks: ["stances"], values: mine });
  expect(mergeForm(rows, rows, theirs)).toMatchObject({ asks: [], taken: ["stances"], values: theirs });
});

test("a field that the form does not show is taken from what is stored", () => {
  const { latitude: _, ...without } = rawInput;
  expect(mergeForm(base, without, { ...base, latitude: 51 })).toMatchObject({ taken: ["latitude"] });
});

test("nothing that one person typed is ever lost, whatever the other saved", () => {
  const words = fc.constantFrom("", "a", "b", "c");
  const form = fc.record({ name: words, city: words, note: words });
  fc.assert(
    fc.property(form, form, form, (was, mine, theirs) => {
      const { values, asks, taken } = mergeForm(was, mine, theirs);
      for (const field of ["name", "city", "note"] as const) {
        if (mine[field] !== was[field]) expect(values[field]).toBe(mine[field]);
        else expect(values[field]).toBe(theirs[field]);
        expect(asks.includes(field)).toBe(
          mine[field] !== was[field] && theirs[field] !== was[field] && mine[field] !== theirs[field],
        );
        if (taken.includes(field)) expect(mine[field]).toBe(was[field]);
      }
    }),
  );
});
