import { classOf, foldText, SEPARATORS, UNSPACED } from "./folding";

/**
 * Questions as PostgreSQL takes them. The index is made by `search_document` of the migration "folding", which folds
 * and cuts a text as a question is folded and cut here.
 */

const WORD = classOf(SEPARATORS + UNSPACED, "^").source;
const PIECES = new RegExp(`(?<run>[${UNSPACED}]+)|(?<word>${WORD}(?:[-._@/:]${WORD})*)`, "gu");
const PARTS = new RegExp(WORD, "gu");
const RUNS = classOf(UNSPACED);
/** What addresses begin with, and a person leaves out. */
const SCHEMES = /\bhttps?:\/\/(?:www\.)?|\bwww\.(?=\S)/g;
const QUOTED = /"([^"]*)"|[“„]([^“”„"]*)[“”]|«([^«»]*)»|「([^「」]*)」/gu;

const LONGEST_QUESTION = 500;
const MOST_TOKENS = 32;

type SearchToken =
  | { readonly kind: "word"; readonly text: string; readonly parts: readonly string[] }
  /** Asked between quotation marks: these words side by side, in this order. */
  | { readonly kind: "phrase"; readonly words: readonly string[] }
  | { readonly kind: "unspaced"; readonly run: string };

/** For each run that is written without spaces its pairs of neighbours, or the character itself when it stands alone; each once. */
export function unspacedBigrams(text: string): string[] {
  const runs = text.match(RUNS) ?? [];
  return [...new Set(runs.flatMap((run) => (run.length === 1 ? [run] : pairsOf(run))))];
}

const pairsOf = (run: string) => Array.from({ length: run.length - 1 }, (_, index) => run.slice(index, index + 2));

function pieces(text: string): SearchToken[] {
  return [...text.matchAll(PIECES)].map(({ groups }) =>
    groups?.run
      ? { kind: "unspaced", run: groups.run }
      : { kind: "word", text: groups?.word ?? "", parts: groups?.word?.match(PARTS) ?? [] },
  );
}

function phrase(text: string): SearchToken[] {
  const found = pieces(text);
  const words = found.flatMap((token) => (token.kind === "word" ? token.parts : []));
  const runs = found.filter((token) => token.kind === "unspaced");
  return words.length > 1 ? [{ kind: "phrase", words }, ...runs] : found;
}

export type Question = { readonly wanted: string; readonly excluded: readonly string[] };

/** A word or a quotation, with the minus before it if there is one; a minus alone says nothing. */
const TERMS = /(?<=^|\s)(?<minus>[-\u2212]+)?(?<term>"[^"]*"|[“„][^“”„"]*[“”]|«[^«»]*»|「[^「」]*」|\S+)?/gu;

/** Parts what is looked for from what is not: `police -Rotterdam -"service centre"`. A minus within a word is part of the word. */
export function splitQuestion(text: string): Question {
  const wanted: string[] = [];
  const excluded: string[] = [];
  for (const { groups } of text.slice(0, LONGEST_QUESTION).matchAll(TERMS)) {
    if (groups?.term) (groups.minus ? excluded : wanted).push(groups.term);
  }
  return { wanted: wanted.join(" "), excluded };
}

/** The words, quoted phrases and unspaced runs of a question, folded, in the order asked. Only letters and digits survive. */
export function searchTokens(text: string): SearchToken[] {
  const folded = foldText(text.slice(0, LONGEST_QUESTION)).replace(SCHEMES, " ");
  const tokens: SearchToken[] = [];
  let end = 0;
  for (const match of folded.matchAll(QUOTED)) {
    tokens.push(...pieces(folded.slice(end, match.index)));
    tokens.push(...phrase(match.slice(1).find((inside) => inside !== undefined) ?? ""));
    end = match.index + match[0].length;
  }
  tokens.push(...pieces(folded.slice(end)));
  return tokens.slice(0, MOST_TOKENS);
}

const lexeme = (text: string) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;

function condition(token: SearchToken): string {
  if (token.kind === "phrase") return `(${token.words.map(lexeme).join(" <-> ")}:*)`;
  if (token.kind === "unspaced") {
    return token.run.length === 1 ? `${lexeme(token.run)}:*` : unspacedBigrams(token.run).map(lexeme).join(" & ");
  }
  const parts = token.parts.map((part) => `${lexeme(part)}:*`).join(" & ");
  // "example.org" and "2022-10" are one lexeme or several, as the text around them made PostgreSQL's parser see them.
  return token.parts.length > 1 ? `(${lexeme(token.text)}:* | (${parts}))` : parts;
}

/**
 * The question as text for `to_tsquery('simple', …)`, everything asked for at once; null when it holds nothing to look for.
 * Words are taken as beginnings of words. Safe to pass whatever a person typed.
 */
export function toTsquery(text: string): string | null {
  const tokens = searchTokens(text);
  return tokens.length === 0 ? null : tokens.map(condition).join(" & ");
}
