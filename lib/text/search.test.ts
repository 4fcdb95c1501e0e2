import fc from "fast-check";
import { expect, test } from "vitest";
import { foldText } from "./folding";
import { searchTokens, splitQuestion, toTsquery, unspacedBigrams } from "./search";

const questions: [question: string, query: string | null][] = [
  ["politiebureau", "'politiebureau':*"],
  ["Police  STATION", "'police':* & 'station':*"],
  ['"police station"', "('police' <-> 'station':*)"],
  ["„Polizei-Station“ Berlin", "('polizei' <-> 'station':*) & 'berlin':*"],
  ['"police', "'police':*"],
  ['"police"', "'police':*"],
  ["福州", "'福州'"],
  ["鹿特丹", "'鹿特' & '特丹'"],
  ["福", "'福':*"],
  ["福州 police", "'福州' & 'police':*"],
  ["福州police", "'福州' & 'police':*"],
  ['"福州 police station"', "('police' <-> 'station':*) & '福州'"],
  ["警察ステーション", "'警察' & '察ス' & 'ステ' & 'テー' & 'ーシ' & 'ショ' & 'ョン'"],
  ["アムステルダム・ロッテ", toTsquery("アムステルダム ロッテ")],
  ["경찰서", "'경찰서':*"],
  ["佐々木", "'佐':* & '木':*"],
  ["Québec", "'quebec':*"],
  ["Ｆｕｚｈｏｕ", "'fuzhou':*"],
  ["safeguarddefenders.com", "('safeguarddefenders.com':* | ('safeguarddefenders':* & 'com':*))"],
  ["2022-10", "('2022-10':* | ('2022':* & '10':*))"],
  ["l'Italia", "'l':* & 'italia':*"],
  ["πολις ΠΟΛΙΣ", "'πολισ':* & 'πολισ':*"],
  ["", null],
  [" !&|:*()<-> ' \\ ", null],
];

test.each(questions)("%s is asked as %s", (question, query) => {
  expect(toTsquery(question)).toBe(query);
});

test.each([
  ["police", "police", []],
  ["-Rotterdam", "", ["Rotterdam"]],
  ["\u2212Rotterdam", "", ["Rotterdam"]],
  ["- Rotterdam", "Rotterdam", []],
  ["-", "", []],
  ["police - station", "police station", []],
  ['police -"service centre" Prato', "police Prato", ['"service centre"']],
  ["police -„Polizei-Station“", "police", ["„Polizei-Station“"]],
  ["follow-the-money 2022-10", "follow-the-money 2022-10", []],
  ['"police -station"', '"police -station"', []],
  ["police -福州 -Prato", "police", ["福州", "Prato"]],
])("%s looks for %j without %j", (question, wanted, excluded) => {
  expect(splitQuestion(question)).toEqual({ wanted, excluded });
});

test("what would be an operator is never one", () => {
  expect(toTsquery("a'); DROP TABLE stations; --")).toBe("'a':* & 'drop':* & 'table':* & 'stations':*");
  expect(toTsquery("police & !station | x:* \\' <2>")).toBe("'police':* & 'station':* & 'x':* & '2':*");
});

test("tokens keep the order asked", () => {
  expect(searchTokens('Fuzhou "police station" 鹿特丹').map((token) => token.kind)).toEqual([
    "word",
    "phrase",
    "unspaced",
  ]);
});

test("kana keep their voicing marks, because か and が are different letters", () => {
  expect(foldText("ｶﾞ")).toBe("ガ");
  expect(foldText("か\u3099")).toBe("が");
});

test("each pair of characters is indexed once, a lone one as itself", () => {
  expect(unspacedBigrams("福州福州 and 米兰, 意")).toEqual(["福州", "州福", "米兰", "意"]);
  expect(unspacedBigrams("police")).toEqual([]);
});

/** What is left of a query when its quoted lexemes are taken out may only be operators of ours. */
const skeleton = (query: string) => query.replace(/'(?:[^'\\]|''|\\\\)+'/g, "q");
const SHAPE = /^(?:q(?::\*)?|\((?:q <-> )+q:\*\)|\(q:\* \| \((?:q:\* & )+q:\*\)\))$/;

test("no question breaks out of its quotes or makes a query that PostgreSQL can't read", () => {
  const nasty = fc.string({ unit: fc.constantFrom(..."'\\\"&|!():*<->%福州 aé9ß\u0000\u0301«»"), maxLength: 30 });
  const anything = fc.string({ unit: "binary", maxLength: 30 });
  fc.assert(
    fc.property(fc.oneof(nasty, anything), (question) => {
      const query = toTsquery(question);
      if (query === null) return;
      for (const part of skeleton(query).split(/ & (?![^(]*\))/)) expect(part).toMatch(SHAPE);
    }),
    { numRuns: 1000 },
  );
});

test("a run inside a text is found by every run of two or more that it contains", () => {
  const han = fc.string({ unit: fc.constantFrom(..."福州警侨服务站鹿特丹"), minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(han, fc.nat(10), fc.integer({ min: 2, max: 12 }), (run, start, length) => {
      const query = run.slice(start, start + length);
      if (query.length < 2) return;
      expect(unspacedBigrams(run)).toEqual(expect.arrayContaining(unspacedBigrams(query)));
    }),
  );
});

test("an endless question is cut", () => {
  expect(searchTokens("word ".repeat(10_000)).length).toBeLessThanOrEqual(32);
});
