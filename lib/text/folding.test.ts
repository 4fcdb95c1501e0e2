import { expect, test } from "vitest";
import { FOLDED_LETTERS, foldText } from "./folding";
import { toTsquery } from "./search";

test.each([
  ["Ｐolizeí", "polizei"],
  ["أحمد إبراهيم آل", "احمد ابراهيم ال"],
  ["ٱلرحمٰن", "الرحمن"],
  ["مدرسة", "مدرسه"],
  ["مصطفى", "مصطفي"],
  ["شيء شئ", "شي شي"],
  ["مـــحـــمـــد", "محمد"],
  ["مُحَمَّدٌ", "محمد"],
  ["کتاب فارسی", "كتاب فارسي"],
  ["שָׁלוֹם", "שלום"],
  ["ייִדיש װאָרט", "יידיש ווארט"],
  ["Łódź Đorđe Iğdır Ærø Œuvre", "lodz dorde igdir aero oeuvre"],
  ["Straße STRASSE", "strasse strasse"],
  ["Þór Ħal Əliyev", "thor hal eliyev"],
  ["Αθήνας ΑΘΗΝΑΣ", "αθηνασ αθηνασ"],
  ["Ґонґадзе Ёлка", "гонгадзе елка"],
  ["sta\u00adtion zero\u200bwidth می\u200cخواهم \ufeffbom", "station zerowidth ميخواهم bom"],
  ["٢٠٢٢ ۲۰۲۲ २०२२ ๒๐๒๒", "2022 2022 2022 2022"],
])("%s is folded to %s", (text, folded) => {
  expect(foldText(text)).toBe(folded);
  expect(foldText(folded)).toBe(folded);
});

test("each letter that is made another one has a letter to become", () => {
  expect([...FOLDED_LETTERS.from].length).toBe([...FOLDED_LETTERS.to].length);
  expect(new Set(FOLDED_LETTERS.from).size).toBe([...FOLDED_LETTERS.from].length);
});

test.each([
  ["https://www.keyt.com/news", "('keyt.com/news':* | ('keyt':* & 'com':* & 'news':*))"],
  ["www.keyt.com", "('keyt.com':* | ('keyt':* & 'com':*))"],
  ["हिन्दी", "'हिन्दी':*"],
  ["สถานีตำรวจ", toTsquery("สถานีตำรวจ")],
  ["oʻzbek", "'o':* & 'zbek':*"],
])("%s is asked as %s", (question, query) => {
  expect(toTsquery(question)).toBe(query);
});
