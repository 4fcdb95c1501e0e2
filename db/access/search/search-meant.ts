import { and, arrayOverlaps, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { replaceInWords, splitFields } from "@/lib/filters/question-fields";
import { splitQuestion } from "@/lib/text/search";
import { rankMeant, replaceWords, type SpelledWord, slippableWords } from "@/lib/text/typing-slips";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { searchWords } from "../../schema";
import { editorialTableOf } from "../tables";
import { isPublicLabel, visibleTo } from "../visibility";
import { SEARCH_KINDS, type SearchOptions, searchEverything } from "./search";
import { type AskedQuestion, type FieldProblem, readQuestion } from "./search-question";
import { catchUpWithWords, formsIn } from "./search-words";
import { matchesByIndex } from "./text-search";

type Labelled = { readonly search: AnyPgColumn; readonly sharing?: AnyPgColumn };

/** With so few finds one may have meant something else. */
const LITTLE = 2;
const MOST_MEANT = 5;
/** Of words near a slip so many are compared, the more usual ones. */
const MOST_NEAR = 200;

type Found = Awaited<ReturnType<typeof searchEverything>>;
type FoundOrMeant = Found & {
  /** The question that is answered instead, because what was typed finds nothing. */
  readonly instead: string | null;
  /** Other questions that may have been meant, the likeliest first. */
  readonly meant: readonly string[];
  /** Values of fields that could not be taken, and were left out. */
  readonly problems: readonly FieldProblem[];
};

/**
 * What the dossier holds on a question; where that is little, on what may have been meant by it as well: a word that finds
 * nothing may be one of a name, with one letter wrong.
 * @param isExact what was typed is what was meant
 */
export async function searchMeant(
  actor: Actor,
  q: string | AskedQuestion,
  { isExact = false, ...options }: SearchOptions & { isExact?: boolean } = {},
): Promise<FoundOrMeant> {
  const question = typeof q === "string" ? await readQuestion(actor, q) : q;
  const { problems, typed } = question;
  const found = await searchEverything(actor, question, options);
  const total = totalOf(found);
  if (isExact || total > LITTLE) return { ...found, instead: null, meant: [], problems };
  const meant = await suggestQuestions(actor, typed);
  const [first, ...others] = meant;
  if (total > 0 || !first) return { ...found, instead: null, meant, problems };
  const { words } = splitFields(first, may(actor, "read drafts"));
  const other = await searchEverything(actor, { ...question, words }, options);
  if (totalOf(other) === 0) return { ...found, instead: null, meant: [], problems };
  return { ...other, instead: first, meant: others, problems };
}

const totalOf = ({ counts }: Found) => Object.values(counts).reduce((sum, count) => sum + count, 0);

/**
 * Questions that may have been meant by one, likeliest first: with each word that nothing is found by replaced by one that is
 * near it. Only by words that stand in a name or a title which this person may see, of a record that no label keeps at the desk.
 */
export async function suggestQuestions(actor: Actor, q: string): Promise<string[]> {
  requirePermission(actor, "read published records");
  const seesDrafts = may(actor, "read drafts");
  const { wanted } = splitQuestion(splitFields(q, seesDrafts).words);
  const typed = [...new Map(slippableWords(wanted).map((one) => [one.word, one.word])).keys()].slice(0, 8);
  if (typed.length === 0) return [];
  const known = await whichAreFound(actor, typed, false);
  const unknown = typed.filter((word) => !known.has(word));
  if (unknown.length === 0) return [];
  await catchUpWithWords();
  const choices = await Promise.all(unknown.map((word) => listMeant(actor, word)));
  if (choices.some((words) => words.length === 0)) return [];
  return Array.from({ length: Math.max(...choices.map(({ length }) => length)) }, (_, at) => {
    const chosen = choices.map((words) => words[at] ?? words[0]);
    const replaced = new Map(unknown.map((word, index) => [word, chosen[index]?.shown ?? word]));
    return replaceInWords(q, seesDrafts, (words) => replaceWords(words, replaced));
  });
}

async function listMeant(actor: Actor, typed: string): Promise<SpelledWord[]> {
  const list = may(actor, "read drafts") ? "desk" : "public";
  const near = await db
    .select({ word: searchWords.word, shown: searchWords.shown, uses: searchWords.uses })
    .from(searchWords)
    .where(arrayOverlaps(searchWords.near, formsIn(list, typed)))
    .orderBy(sql`${searchWords.uses} desc`, searchWords.word)
    .limit(MOST_NEAR);
  const ranked = rankMeant(typed, near, 2 * MOST_MEANT);
  // The lists are behind the records: who may not see a word any more is not told of it.
  const found = await whichAreFound(
    actor,
    ranked.map(({ word }) => word),
    true,
  );
  return ranked.filter(({ word }) => found.has(word)).slice(0, MOST_MEANT);
}

/** Which of some words a record that this person sees has; with labels, one that no label keeps at the desk. */
async function whichAreFound(actor: Actor, words: readonly string[], isLabelHeld: boolean): Promise<Set<string>> {
  if (words.length === 0) return new Set();
  const isFound = (word: string) =>
    sql.join(
      SEARCH_KINDS.map((kind) => {
        const table = editorialTableOf(kind) as ReturnType<typeof editorialTableOf> & Labelled;
        const label = isLabelHeld && table.sharing ? isPublicLabel(table.sharing) : undefined;
        return sql`exists (select from ${table} where ${and(matchesByIndex(table.search, word), visibleTo(actor, table), label)})`;
      }),
      sql` or `,
    );
  const rows = await db.execute<{ word: string }>(
    sql.join(
      words.map((word) => sql`(select ${word}::text as word where ${isFound(word)})`),
      sql` union all `,
    ),
  );
  return new Set(rows.map(({ word }) => word));
}
