import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { addressKey, addressKeys } from "@/lib/text/address-key";
import { foldText } from "@/lib/text/folding";
import { nameKey } from "@/lib/text/name-key";
import { makeRandomTexts } from "@/lib/text/random-texts";
import { searchTokens, toTsquery } from "@/lib/text/search";
import { db } from "../client";

// docs/decisions/0018: what is said in TypeScript and in SQL says the same.

const indexed = async (texts: readonly string[]) => [
  ...(await db.execute<{ folded: string; words: string }>(sql`
    select fold(text) as folded, array_to_json(tsvector_to_array(words_of(fold(text))))::text as words
    from jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb) with ordinality as given(text, place)
    order by place`)),
];

const wordsAsked = (text: string) =>
  searchTokens(text).flatMap((token) => (token.kind === "word" ? token.parts : []));

/** Every letter, mark, digit and sign that PostgreSQL 15 knows, and the emoji. Of Han and Hangul, all alike, each hundredth. */
const LETTERS = Array.from({ length: 0x1fbff }, (_, code) => code + 1)
  .filter((code) => (code < 0x3400 || code > 0xd7ff || code % 100 === 0) && (code < 0xffff || code > 0x1f000))
  .map((code) => String.fromCodePoint(code))
  .filter((letter) => /[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\p{Cf}]/u.test(letter));
const TOGETHER = 8;

test("every letter of Unicode is folded in the index as in the question, and cuts a word or does not in both", async () => {
  const texts = Array.from({ length: Math.ceil(LETTERS.length / TOGETHER) }, (_, at) =>
    LETTERS.slice(at * TOGETHER, (at + 1) * TOGETHER)
      .map((letter) => `a${letter}b`)
      .join(" "),
  );
  const rows = await indexed(texts);
  expect(LETTERS.length).toBeGreaterThan(15_000);
  for (const [at, text] of texts.entries()) {
    expect(rows[at]?.folded, text).toBe(foldText(text));
    expect(JSON.parse(rows[at]?.words ?? "").sort(), text).toEqual([...new Set(wordsAsked(text))].sort());
  }
});

test("plain letters are read past the classes of Unicode as by them: numbers within words, signs, words that are very long", async () => {
  const parts = [
    "1e5",
    "2e0x",
    "7e",
    "e9",
    "x1e5",
    "Police",
    "3.14",
    "A&B",
    "n't",
    "\u0001",
    "\u007f",
    "a".repeat(600),
    " ",
  ];
  const texts = Array.from({ length: 400 }, (_, at) =>
    Array.from({ length: 1 + (at % 9) }, (_part, index) => parts[(at * 7 + index * index * 5) % parts.length]).join(
      at % 3 ? " " : "",
    ),
  );
  // An accent within has the same text read by the classes of Unicode.
  const rows = await db.execute<{ text: string }>(sql`
    select text from jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb) as given(text)
    where words_of(fold(text)) is distinct from ts_delete(words_of(fold(text) || ' é'), 'é')
      or fold(text) || 'e' <> fold(text || 'é')
      or name_key(text) <> name_key(text || ' ·')`);
  expect([...rows]).toEqual([]);
});

/** As somebody else writes it: other case, points or an accent, an invisible sign, a lengthener. */
const respell = (word: string, at: number) => {
  const [first = "", ...rest] = word;
  const sign = ["\u00ad", "\u200b", "\u0301", "\ufeff"][at % 4];
  return (at % 2 ? first.toUpperCase() : first) + sign + rest.join("");
};

test("a thousand texts in fourteen scripts are found by each of their words, as written and otherwise spelled", async () => {
  const texts = makeRandomTexts(20_221_201, 1000).map(({ words }) => ({
    text: words.join(" "),
    asked: words.flatMap((word, at) => [toTsquery(word), toTsquery(respell(word, at))]),
  }));
  const rows = await db.execute<{ text: string; q: string }>(sql`
    with indexed as materialized (
      select text, asked, search_document(null, text) as document
      from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as given(text text, asked text[])
    )
    select text, q from indexed, unnest(asked) as q where (document @@ to_tsquery('simple', q)) is not true`);
  expect([...rows]).toEqual([]);
});

test("names and addresses have the keys in the index that are asked for", async () => {
  const names = [
    ...makeRandomTexts(20_221_202, 300).map(({ words }) => words.join(" ")),
    ...[
      "The Guardian",
      "B.V. De Ster",
      "Fratelli d’Italia",
      "福建省 公安厅",
      "上海·某某有限公司",
      "The",
      "ООО «Заря»",
      "★",
      "𝔄 ꙮ 𐐀 ﬀ",
    ],
  ];
  const addresses = [
    ...[
      "https://www.Example.org/Å/?b=2&utm_source=x&a=1#top",
      "HTTP://example.org:80//",
      "https://app.example.org/#/a/",
      "a?",
    ],
    ...[
      "https://web.archive.org/web/20221012000000id_/http://example.org/a/",
      "https://archive.ph/2022/https://example.org/a",
    ],
    ...[
      "https://archive.ph/AbC12",
      "https://www3.example.org.",
      "https://example.org/?fbclid=1",
      "https://例子.cn/路",
    ],
  ].flatMap(addressKeys);
  const rows = await db.execute<{ key: string }>(sql`
    select case when is_name then name_key(text) else address_key(text) end as key
    from jsonb_to_recordset(${JSON.stringify([
      ...names.map((text, place) => ({ text, place, is_name: true })),
      ...addresses.map((text, place) => ({ text, place: names.length + place, is_name: false })),
    ])}::jsonb) as given(text text, place int, is_name boolean)
    order by place`);
  expect([...rows].map(({ key }) => key)).toEqual([...names.map(nameKey), ...addresses.map(addressKey)]);
});
