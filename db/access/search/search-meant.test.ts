import { beforeAll, expect, test } from "vitest";
import { slippableWords } from "@/lib/text/typing-slips";
import { type Actor, ROLES, type Role } from "@/lib/workflow/actor";
import { db } from "../../client";
import { FIRST_DOSSIER, loadDossier } from "../../dossier/load";
import { searchWords } from "../../schema";
import { makeActor, makeClaim, makeEvidence, makeStation, publishRecord } from "../../testing/make";
import { watchStatements } from "../../testing/plans";
import { connectAsSuperuser } from "../../testing/superuser";
import { reviseOne } from "../record-one";
import { transitionRecord } from "../workflow/transitions";
import { searchMeant, suggestQuestions } from "./search-meant";
import { readSearchWords } from "./search-words";

/** More of them: SLIPS=500 */
const SLIPS = Number(process.env.SLIPS || 40);
const actors = {} as Record<Role, Actor>;

beforeAll(async () => {
  for (const role of ROLES) actors[role] = await makeActor(role);
  await loadDossier({ folder: FIRST_DOSSIER });
});

/** The same numbers in every run. */
let seed = 20_221_101;
const below = (most: number) => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * most);
};

/** One letter wrong, left out, too much, or exchanged with the one before. */
function slipIn(word: string): string {
  const letters = [...word];
  const place = 1 + below(letters.length - 1);
  const other = String.fromCharCode(97 + below(26));
  const sort = below(4);
  if (sort === 0) letters[place] = other;
  if (sort === 1) letters.splice(place, 0, other);
  if (sort === 2) letters.splice(place, 1);
  if (sort === 3) letters.splice(place - 1, 2, letters[place] ?? "", letters[place - 1] ?? "");
  const typed = letters.join("");
  return typed === word ? slipIn(word) : typed;
}

test("names of the dossier with a letter wrong find what was meant among the first five", async () => {
  const named = await db.execute<{ slug: string; name: string }>(
    `select slug, name from stations union all select slug, name from organizations order by 1`,
  );
  const able = named.filter(({ name }) => slippableWords(name).length > 0);
  const missed: string[] = [];
  for (let run = 0; run < SLIPS; run += 1) {
    const { slug, name } = able[below(able.length)] as (typeof able)[number];
    const words = slippableWords(name);
    const { shown } = words[below(words.length)] as (typeof words)[number];
    const typed = name.replace(shown, slipIn(shown));
    const { items, instead } = await searchMeant(actors.editor, typed);
    if (!items.slice(0, 5).some((hit) => hit.slug === slug)) missed.push(`${name}: ${typed} (${instead})`);
  }
  if (process.env.SLIPS) console.info(`${SLIPS} slips, ${missed.length} missed`, missed);
  expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(SLIPS * 0.05);
}, 300_000);

test.each([
  ["Roterdam", "Rotterdam"],
  ["safegard", "Safeguard"],
  ["Prtao police", "Prato police"],
])("%s is answered as %s, and said to be; asked exactly it finds nothing", async (typed, meant) => {
  const found = await searchMeant(actors.reporter, typed);
  expect(found.instead).toBe(meant);
  expect(found.items.length).toBeGreaterThan(0);
  const exact = await searchMeant(actors.reporter, typed, { isExact: true });
  expect(exact).toMatchObject({ instead: null, meant: [], items: [] });
});

test("a word that is found is left as it is, and so is one that nothing is near to", async () => {
  expect(await suggestQuestions(actors.editor, "Rotterdam")).toEqual([]);
  expect(await suggestQuestions(actors.editor, "xqzvwkjh")).toEqual([]);
  expect(await suggestQuestions(actors.editor, "Rotterdam xqzvwkjh")).toEqual([]);
  expect((await searchMeant(actors.editor, "police")).meant).toEqual([]);
});

/** Words that nobody uses. */
const planted = (count: number) =>
  Array.from({ length: count }, () => Array.from({ length: 9 }, () => "bcdfghjklmnpqrstvwxz"[below(20)]).join(""));

async function suggested(role: Role, words: readonly string[]): Promise<string[]> {
  const told: string[] = [];
  for (const word of words) {
    const questions = await suggestQuestions(actors[role], slipIn(word));
    if (questions.some((question) => question.toLowerCase() === word)) told.push(word);
  }
  return told;
}

test("no word of a restricted draft is suggested to anybody, and none of a field that is no name", async () => {
  const words = planted(100);
  for (const [index, sharing] of ["AMBER", "RED"].entries()) {
    const [title, summary] = [
      words.slice(index * 40, index * 40 + 20),
      words.slice(index * 40 + 20, index * 40 + 40),
    ];
    await makeEvidence(actors.reporter, { sharing, title: title.join(" "), summary: summary.join(" ") });
  }
  await makeEvidence(actors.reporter, { note: words.slice(80, 90).join(" ") });
  await makeStation(actors.reporter, { note: words.slice(90).join(" ") });
  // All of both lists; those who share one are asked for some.
  for (const role of ROLES) {
    const asked = role === "manager" || role === "editor" ? words : words.filter((_, index) => index % 5 === 0);
    expect(await suggested(role, asked), role).toEqual([]);
  }
  const kept = await db.select({ word: searchWords.word }).from(searchWords);
  expect(kept.filter(({ word }) => words.includes(word))).toEqual([]);
}, 120_000);

test("readers are told of words that were published, and the desk of those that were not as well", async () => {
  const [draft = "", out = "", taken = "", labelled = ""] = planted(4);
  await makeClaim(actors.reporter, { proposition: draft });
  const [published, unpublished, restricted] = [
    await makeEvidence(actors.reporter, { title: out }),
    await makeEvidence(actors.reporter, { title: taken }),
    await makeEvidence(actors.reporter, { title: labelled }),
  ];
  for (const { slug } of [published, unpublished]) await publishRecord("evidence", slug);
  expect(await suggested("manager", [draft, out, taken, labelled])).toEqual([out, taken]);
  expect(await suggested("reporter", [draft, out, labelled])).toEqual([draft, out, labelled]);

  await transitionRecord(actors.editor, "evidence", unpublished.slug, "unpublish", { reason: "Looked at again" });
  const { slug, version: basedOn, input } = restricted;
  await reviseOne(actors.reporter, "evidence", { slug, basedOn, input: { ...input, sharing: "RED" } });
  expect(await suggested("manager", [out, taken, labelled])).toEqual([out]);
  expect(await suggested("editor", [taken, labelled])).toEqual([taken]);

  await readSearchWords({ anew: true });
  const kept = await db.select({ list: searchWords.list, word: searchWords.word }).from(searchWords);
  const lists = kept.filter(({ word }) => [draft, out, taken, labelled].includes(word));
  expect(lists.map(({ list, word }) => `${list} ${word}`).sort()).toEqual(
    [`desk ${draft}`, `desk ${out}`, `desk ${taken}`, `public ${out}`].sort(),
  );
});

test("a slip is looked up along the index, however many words there are", async () => {
  await suggestQuestions(actors.editor, "Roterdam");
  const behind = connectAsSuperuser();
  await behind`insert into search_words (list, word, shown, uses, near)
    select 'desk', word, word, 1, array['desk ' || word]
    from (select 'w' || md5(n::text) as word from generate_series(1, 20000) n) as made`;
  await behind`analyze search_words`;
  const { statements } = await watchStatements(() => suggestQuestions(actors.editor, "Roterdam"));
  const lookups = statements.filter(({ text }) => text.includes('from "search_words"'));
  expect(lookups.length).toBe(1);
  for (const { text, params } of lookups) {
    const plan = await behind.unsafe(`explain ${text}`, [...params] as string[]);
    const lines = plan.map((line) => line["QUERY PLAN"]).join("\n");
    expect(lines).toContain("search_words_near");
    expect(lines).not.toContain("Seq Scan");
  }
  await behind.end();
});
