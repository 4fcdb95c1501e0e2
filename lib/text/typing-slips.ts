import { searchTokens } from "./search";

/** Whose words a slip is looked up in: those that every reader has, or the desk's. */
export const WORD_LISTS = ["public", "desk"] as const;
export type WordList = (typeof WORD_LISTS)[number];

/** Of shorter words everything is near everything. */
const SHORTEST = 4;
const LONGEST = 40;
const LETTERS = /^\p{L}+$/u;

/** A word that somebody may mistype: folded, as questions are, and as it is spelled. */
export type SpelledWord = { readonly word: string; readonly shown: string };

/** The words of a name, a title or a question that may be mistyped, in their order. */
export function slippableWords(text: string): SpelledWord[] {
  return [...text.matchAll(WORDS)].flatMap(({ 0: shown }) => {
    const [token, ...others] = searchTokens(shown);
    if (token?.kind !== "word" || others.length > 0 || !isSlippable(token.text)) return [];
    return [{ word: token.text, shown }];
  });
}

/** A question with some of its words, folded, replaced by others. */
export const replaceWords = (text: string, replaced: ReadonlyMap<string, string>) =>
  text.replace(WORDS, (shown) => replaced.get(slippableWords(shown)[0]?.word ?? "") ?? shown);

const WORDS = /[\p{L}\p{M}]+/gu;

const isSlippable = (word: string) => {
  const { length } = [...word];
  return length >= SHORTEST && length <= LONGEST && LETTERS.test(word);
};

/**
 * The word, and the word without each of its letters. Two words that differ by one letter (another, one more, one less, or two
 * neighbours that changed places) have one of these in common, so that an index of whole strings finds them.
 */
export function nearForms(word: string): string[] {
  const letters = [...word];
  return [...new Set([word, ...letters.map((_, index) => letters.filter((_, other) => other !== index).join(""))])];
}

/** How many letters have to be changed, added, left out or exchanged with their neighbour to make one word of the other. */
export function slipsBetween(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  const rows: number[][] = [b.map((_, index) => index + 1)];
  rows[0]?.unshift(0);
  for (let i = 1; i <= a.length; i += 1) {
    const [above = [], twoAbove = []] = [rows[i - 1], rows[i - 2]];
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (twoAbove[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

type KnownWord = SpelledWord & { readonly uses: number };

/** The words that may have been meant, best first: fewest slips, then the same first letter, then the more usual word. */
export function rankMeant(typed: string, known: readonly KnownWord[], most = 5): SpelledWord[] {
  const mostSlips = [...typed].length >= 8 ? 2 : 1;
  return known
    .map((one) => ({ ...one, slips: slipsBetween(typed, one.word), starts: one.word[0] === typed[0] }))
    .filter(({ slips }) => slips > 0 && slips <= mostSlips)
    .sort(
      (a, b) =>
        a.slips - b.slips || Number(b.starts) - Number(a.starts) || b.uses - a.uses || (a.word < b.word ? -1 : 1),
    )
    .slice(0, most)
    .map(({ word, shown }) => ({ word, shown }));
}
