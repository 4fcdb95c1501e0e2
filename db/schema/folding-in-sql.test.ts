import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { foldText } from "@/lib/text/folding";
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
