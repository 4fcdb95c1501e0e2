import fc from "fast-check";
import { expect, test } from "vitest";
import {
  contextOf,
  countCodePoints,
  findQuote,
  isSameQuote,
  tidySelection,
  unitOfCodePoint,
  widenToWords,
} from "./find-quote";

const found = (text: string, quote: string, near = {}) => {
  const span = findQuote(text, quote, near);
  return span && text.slice(span.start, span.end);
};

test.each([
  ["the lease\n  ends in May.", "the lease ends in May", "the lease\n  ends in May"],
  ["a police sta-\ntion in Rome", "police station", "police sta-\ntion"],
  ["a sta\u00adtion", "station", "sta\u00adtion"],
  ["they said “we know”, twice", '"we know"', "we know"],
  ["an o\ufb03ce of\ufb01cially closed", "office officially", "o\ufb03ce of\ufb01cially"],
  ["de Café\u0301 in Łódź", "cafe in lodz", "Café\u0301 in Łódź"],
  ["👮 desk 👮 here", "desk 👮", "desk 👮"],
  ["from 2016\u20132018 on", "2016-2018", "2016\u20132018"],
  ["其在鹿特丹市设立了警侨服务站。", "鹿特丹市", "鹿特丹市"],
  ["1\u00a0500 people", "1 500 people", "1\u00a0500 people"],
])("%j says %j", (text, quote, exact) => {
  expect(found(text, quote)).toBe(exact);
});

test.each([
  ["stations were closed", "station"],
  ["a substation", "station"],
  ["10-15 of them", "1015"],
  ["1,500 of them", "1500"],
  ["1.5 of them", "15"],
  ["they closed it", "they opened it"],
  ["anything", "…"],
  ["", "a"],
])("%j does not say %j", (text, quote) => {
  expect(findQuote(text, quote)).toBeNull();
});

test("of two places the one in its surroundings is meant, and else the nearest", () => {
  const text = "In Rome it was closed. In Milan it was closed. In Paris it was closed.";
  const at = (near: object) => findQuote(text, "it was closed", near)?.start;
  expect(at({ prefix: "In Milan " })).toBe(text.indexOf("it", 25));
  expect(at({ suffix: ".\nIn Paris" })).toBe(text.indexOf("it", 25));
  expect(at({ start: 60 })).toBe(text.lastIndexOf("it was"));
  expect(at({})).toBe(text.indexOf("it was"));
});

const WORDS = "de stad station 警侨 politie Łódź bureau 2016 zei overste e\u0301e\u0301n d’Orsay ﬁjn 👮 straße".split(
  " ",
);
const someWords = fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 12 });
/** White space of any kind; never none, which would join two words. */
const gap = fc.constantFrom(" ", "\n", "  ", "\u00a0", "\r\n", "\t", " \u00ad");
const around = fc.array(fc.constantFrom("lorem", "ipsum", "dolor,", "“sit”", "amet."), { maxLength: 20 });
/** The words as a page breaks them: other gaps, and now and then a hyphen, seen or not, within a word. */
const asPrinted = (words: readonly string[]) =>
  fc.tuple(...words.map(() => fc.tuple(gap, fc.constantFrom("", "", "\u00ad", "-\n")))).map((signs) =>
    words
      .map((word, index) => {
        const [space = " ", hyphen = ""] = signs[index] ?? [];
        const broken = /^[a-z]{4,}$/.test(word) ? `${word.slice(0, 2)}${hyphen}${word.slice(2)}` : word;
        return index === 0 ? broken : `${space}${broken}`;
      })
      .join(""),
  );

const planted = fc.tuple(someWords, around, around).chain(([words, before, after]) =>
  asPrinted(words).map((printed) => ({
    words,
    printed,
    text: [...before, printed, ...after].join(" "),
    start: before.join(" ").length + (before.length > 0 ? 1 : 0),
  })),
);

test("what was printed is found where it stands, however it is broken", () => {
  fc.assert(
    fc.property(planted, ({ words, printed, text, start }) => {
      expect(findQuote(text, words.join(" "), { start })).toEqual({ start, end: start + printed.length });
      expect(isSameQuote(printed, words.join(" "))).toBe(true);
    }),
  );
});

test("with one word changed it is not", () => {
  fc.assert(
    fc.property(planted, fc.nat(), ({ words, printed, text }, at) => {
      const other = words.map((word, index) => (index === at % words.length ? "geheel" : word));
      expect(findQuote(text, other.join(" "))).toBeNull();
      expect(isSameQuote(printed, other.join(" "))).toBe(false);
    }),
  );
});

test("places are counted in code points both ways, and context cuts no letter", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), fc.nat(), fc.nat(), (text, one, other) => {
      const points = [...text];
      const [from, to] = [one % (points.length + 1), other % (points.length + 1)].sort((a, b) => a - b) as [
        number,
        number,
      ];
      const span = { start: unitOfCodePoint(text, from), end: unitOfCodePoint(text, to) };
      expect(text.slice(span.start, span.end)).toBe(points.slice(from, to).join(""));
      expect(countCodePoints(text, span.start)).toBe(from);
      const { prefix, suffix } = contextOf(text, span);
      expect((prefix + suffix).isWellFormed()).toBe(true);
      expect(text.slice(0, span.start).endsWith(prefix)).toBe(true);
      expect(text.slice(span.end).startsWith(suffix)).toBe(true);
    }),
  );
});

test.each([
  ["The le[ase of] Rome", "lease of"],
  ["The[ lease \n]of", "lease"],
  ["x[ \n]y", null],
  ["在[鹿特]丹市", "鹿特"],
  ["Café[\u0301s of] R", "Café\u0301s of"],
])("what is selected in %j is %j", (marked, words) => {
  const text = marked.replace(/[[\]]/g, "");
  const span = widenToWords(text, { start: marked.indexOf("["), end: marked.indexOf("]") - 1 });
  expect(span && text.slice(span.start, span.end)).toBe(words);
});

test("a selection becomes one line", () => {
  expect(tidySelection(" the sta\u00ad\ntion\n and north-\neast \t of  it")).toBe("the station and north-east of it");
});
