import fc from "fast-check";
import { expect, test } from "vitest";
import { nearForms, rankMeant, replaceWords, slippableWords, slipsBetween } from "./typing-slips";

const word = fc.string({ unit: fc.constantFrom(..."abcdé"), minLength: 4, maxLength: 9 });
const slip = fc.constantFrom("other", "more", "less", "swapped");

/** One slip of a hand, made from the letters themselves. */
function slipIn(text: string, sort: string, at: number, letter: string): string {
  const letters = [...text];
  const place = at % letters.length;
  if (sort === "other") letters[place] = letter;
  if (sort === "more") letters.splice(place, 0, letter);
  if (sort === "less") letters.splice(place, 1);
  if (sort === "swapped" && place > 0) letters.splice(place - 1, 2, letters[place] ?? "", letters[place - 1] ?? "");
  return letters.join("");
}

test("whatever is one slip away from a word has a form in common with it, and counts as one", () => {
  fc.assert(
    fc.property(word, slip, fc.nat(20), fc.constantFrom(..."abz"), (meant, sort, at, letter) => {
      const typed = slipIn(meant, sort, at, letter);
      expect(slipsBetween(typed, meant)).toBe(typed === meant ? 0 : 1);
      expect(nearForms(typed).some((form) => nearForms(meant).includes(form))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["safegard", "safeguard", 1],
  ["roterdam", "rotterdam", 1],
  ["roterdma", "rotterdam", 2],
  ["amsterdam", "rotterdam", 3],
  ["", "abc", 3],
])("from %j to %j there are %i slips", (one, other, slips) => {
  expect(slipsBetween(one, other)).toBe(slips);
  expect(slipsBetween(other, one)).toBe(slips);
});

test("words of letters that are long enough may be mistyped, and are shown as they are spelled", () => {
  expect(slippableWords("Bureau of Łódź, 2022-10: 福州 src-001 Österreich")).toEqual([
    { word: "bureau", shown: "Bureau" },
    { word: "lodz", shown: "Łódź" },
    { word: "osterreich", shown: "Österreich" },
  ]);
});

test("the fewest slips come first, then the same first letter, then the more usual word", () => {
  const known = (uses: Record<string, number>) =>
    Object.entries(uses).map(([one, count]) => ({ word: one, shown: one.toUpperCase(), uses: count }));
  const meant = (typed: string, uses: Record<string, number>) => rankMeant(typed, known(uses)).map((one) => one.word);
  expect(meant("prata", { prato: 1, plata: 5, krata: 9, prague: 9 })).toEqual(["plata", "prato", "krata"]);
  expect(meant("prato", { prato: 1 })).toEqual([]);
  expect(meant("safegurad", { safeguard: 1 })).toEqual(["safeguard"]);
});

test("a question keeps all but the words that are replaced", () => {
  const replaced = new Map([["roterdam", "Rotterdam"]]);
  expect(replaceWords('"police station" Roterdam -Prato', replaced)).toBe('"police station" Rotterdam -Prato');
});
