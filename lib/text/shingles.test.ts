import fc from "fast-check";
import { expect, test } from "vitest";
import { sharedWords, shingle, winnow } from "./shingles";

const NONE: ReadonlySet<number> = new Set();
/** The share of a text that stands in another, by hand of the index as well: what it can't find is no candidate. */
function shareOf(text: string, other: string): number {
  const [own, its] = [shingle(text), shingle(other)];
  const index = new Set(winnow(its).map((at) => its.hashes[at]));
  const isCandidate = winnow(own).filter((at) => index.has(own.hashes[at])).length >= 2;
  const { words, of } = sharedWords(own, new Set(its.hashes), NONE);
  return isCandidate && of > 0 ? words / of : 0;
}

const SYLLABLES =
  "ba be bi bo ca ce co da de do fa fe ga go ha he ka ko la le lo ma me mo na ne no pa po ra re ro sa se so ta te to".split(
    " ",
  );
const word = fc.array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(""));
const prose = (least: number) => fc.array(word, { minLength: least, maxLength: least + 200 });
const HAN = [
  ..."福州市公安局海外警侨服务站在欧洲各国设立办理业务的地点引起当地政府关注并展开调查结果表示没有获得许可",
];
const han = fc.array(fc.constantFrom(...HAN), { minLength: 200, maxLength: 400 });
const lines = (words: readonly string[]) =>
  words.map((one, at) => (at % 12 === 11 ? `${one}.\n` : `${one} `)).join("");

test("planted copies are found, whatever stands around them and however they are set", () => {
  fc.assert(
    fc.property(prose(300), prose(60), fc.nat(), (words, own, seed) => {
      const text = lines(words);
      // Syndicated: another headline, a line of its own at the end, other line ends, capitals and punctuation.
      const syndicated = `${own.slice(0, 12).join(" ").toUpperCase()}.\n${words.join("  ")}\n— ${own.slice(12, 20).join(" ")}.`;
      expect(shareOf(text, syndicated)).toBeGreaterThan(0.97);
      expect(shareOf(syndicated, text)).toBeGreaterThan(0.8);
      // Twenty words are others.
      const step = Math.floor(words.length / 20);
      const changed = words.map((one, at) => (at % step === seed % step && at / step < 20 ? `x${one}q` : one));
      expect(shareOf(changed.join(" "), text)).toBeGreaterThan(0.3);
      // Half of it, in a text of one's own.
      const half = words.slice(0, Math.ceil(words.length / 2));
      expect(shareOf(half.join(" "), text)).toBe(1);
      expect(shareOf(text, [...own, ...half].join(" "))).toBeGreaterThan(0.45);
    }),
    { numRuns: 40 },
  );
  fc.assert(
    fc.property(han, (signs) => {
      expect(shareOf(signs.join(""), `新闻标题${signs.slice(0, 150).join("")}。`)).toBeGreaterThan(0.3);
      expect(shareOf(signs.slice(40, 180).join(""), signs.join(""))).toBe(1);
    }),
    { numRuns: 20 },
  );
});

test("of texts that nobody copied nothing is said, nor of what every page of a site has", () => {
  fc.assert(
    fc.property(prose(150), prose(150), (one, other) => {
      const menu = "Home\nNews\nWorld\nSport\nAbout us\nSign in\n";
      expect(shareOf(menu + lines(one), menu + lines(other))).toBeLessThan(0.1);
    }),
    { numRuns: 60 },
  );
  const boilerplate =
    "This page uses cookies to offer you the best experience of reading our site and to show advertisements that matter to you as a reader of it.";
  const story =
    "Officers in Rotterdam told the newspaper last week that no permission had ever been asked for the office near the harbour.";
  const [page, other] = [shingle(`${boilerplate}\n${story}`), shingle(boilerplate)];
  const common = new Set(winnow(other).map((at) => other.hashes[at] as number));
  expect(sharedWords(page, new Set(other.hashes), common).words).toBeLessThan(12);
});

test("a text too short for a run has none, and equal windows choose the same", () => {
  expect([winnow(shingle("Only four words here.")), winnow(shingle(""))]).toEqual([[], []]);
  const text = shingle("one two three four five six");
  expect([text.hashes.length, winnow(text).length]).toEqual([2, 1]);
});
