import { expect, test } from "vitest";
import { search } from "../messages/search";
import { type QuestionField, replaceInWords, splitFields } from "./question-fields";
import { readDays, readValue, valuesToTell } from "./question-values";

const asked = (question: string) => {
  const { words, fields } = splitFields(question, true);
  return [
    words,
    ...fields.map(({ field, values, excluded }) => `${excluded ? "-" : ""}${field}=${values.join("|")}`),
  ];
};

test.each([
  ["police country:NL", ["police", "country=NL"]],
  ["LAND:nl politie -soort:foto", ["politie", "country=nl", "-kind=foto"]],
  ['country:"the Netherlands" a', ["a", "country=the Netherlands"]],
  ["uitgever:“de Volkskrant”  a", ["a", "publisher=de Volkskrant"]],
  ["country:NL,IT,", ["", "country=NL|IT"]],
  ["语言 language：zh", ["语言", "language=zh"]],
  ["−country:IT a", ["a", "-country=IT"]],
  ["date:2022-10..2022-12", ["", "date=2022-10..2022-12"]],
  // Words, whatever they look like.
  ["https://cnn.com/a:b 10:30 re: letter", ["https://cnn.com/a:b 10:30 re: letter"]],
  ['"country:NL" -"kind:photo x"', ['"country:NL" -"kind:photo x"']],
  ["country: NL", ["country: NL"]],
  ["country://x country:", ["country://x country:"]],
  ['country:"" country:"open', ['country:"" country:"open']],
  ["constructor:a __proto__:b", ["constructor:a __proto__:b"]],
  ["xcountry:NL src-001", ["xcountry:NL src-001"]],
  ["", [""]],
])("%j is words and fields", (question, expected) => {
  expect(asked(question)).toEqual(expected);
});

test("whatever was typed is taken apart and put together again as it was", () => {
  for (const question of ["  a  country:NL   b ", 'x -kind:"a b" ', "country:NL", "no field", ""])
    expect(replaceInWords(question, true, (words) => words)).toBe(question);
  expect(replaceInWords("nl country:nl nl", true, (words) => words.toUpperCase())).toBe("NL country:nl NL");
});

test("every field is named by one word, the same in no two fields", () => {
  const fields = Object.keys(search.en.field) as QuestionField[];
  const names = fields.flatMap((field) => [...new Set([search.en.field[field], search.nl.field[field]])]);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^\p{Ll}+$/u);
  // Each is found by its name, in either language, and the help's own examples are fields with values.
  for (const { field, takes } of [search.en, search.nl]) {
    for (const [own, name] of Object.entries(field)) {
      for (const example of takes[own as "kind"].split(" · ")) {
        expect(example).toMatch(new RegExp(`^${name}:`));
        expect(splitFields(example, true)).toMatchObject({ words: "", fields: [{ field: own }] });
      }
    }
  }
});

test("a value is read in every language of the site, and as what it is of any noun", () => {
  expect(readValue("kind", "Article")).toEqual(["article"]);
  expect(readValue("kind", "news-outlet")).toEqual(["news_outlet"]);
  expect(readValue("kind", "gerechtelijk stuk")).toEqual(["court_document"]);
  expect(readValue("country", "Pays-Bas")).toEqual(["NL"]);
  expect(readValue("language", "Chinese")).toEqual(["zh", "zh-Hans", "zh-Hant"]);
  expect(readValue("language", "zh-Hans")).toEqual(["zh-Hans"]);
  expect(readValue("credibility", "2")).toEqual(["2"]);
  expect(readValue("reliability", "b")).toEqual(["B"]);
  for (const field of ["kind", "country", "language", "status", "state"] as const)
    expect(readValue(field, "constructor"), field).toEqual([]);
  expect(valuesToTell("country", "Nederlandd", "nl")).toEqual(["Nederland"]);
  expect(valuesToTell("status", "closed", "en")).toContain("Denied");
  expect(valuesToTell("kind", "fotoo", "nl")).toEqual(["Foto"]);
});

test.each([
  ["date", "2022-10", { from: "2022-10-01", to: "2022-10-31" }],
  ["date", "2022-10..2022-12", { from: "2022-10-01", to: "2022-12-31" }],
  ["date", "2022-10/2022-12-05", { from: "2022-10-01", to: "2022-12-05" }],
  ["date", "2022..", { from: "2022-01-01" }],
  ["date", "2022/..", { from: "2022-01-01" }],
  ["date", "..2022", { to: "2022-12-31" }],
  ["date", "../2022", { to: "2022-12-31" }],
  ["from", "2022-10", { from: "2022-10-01" }],
  ["to", "2022-10", { to: "2022-10-31" }],
  ["date", "..", null],
  ["date", "soon", null],
  ["to", "2022-02-30", null],
  ["date", "2022..soon", null],
] as const)("%s:%s is the days %j", (field, typed, days) => {
  expect(readDays(field, typed)).toEqual(days);
});
