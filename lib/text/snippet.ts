import { foldText } from "./folding";
import { searchTokens, splitQuestion } from "./search";

/** A piece of a text, and whether a question asks for it. */
export type SnippetPart = { readonly text: string; readonly isFound: boolean };

type Span = { readonly start: number; readonly end: number };

const WORDS = /[\p{L}\p{M}\p{N}]+/gu;

/** The words and runs that a question looks for, folded. */
function soughtIn(question: string): { words: string[]; runs: string[] } {
  const tokens = searchTokens(splitQuestion(question).wanted);
  return {
    words: tokens.flatMap((token) =>
      token.kind === "word" ? token.parts : token.kind === "phrase" ? token.words : [],
    ),
    runs: tokens.flatMap((token) => (token.kind === "unspaced" ? [token.run] : [])),
  };
}

/** Where in a text the words stand that a question finds it by: words that begin so, and runs without spaces. */
function spansOf(text: string, question: string): Span[] {
  const { words, runs } = soughtIn(question);
  return [...text.matchAll(WORDS)].flatMap(({ 0: word, index }) => {
    const folded = foldText(word);
    if (words.some((one) => folded.startsWith(one))) return [{ start: index, end: index + word.length }];
    const run = runs.find((one) => folded.includes(one));
    // Folding may change lengths; a run that it does not is marked alone.
    if (!run) return [];
    const at = folded.length === word.length ? folded.indexOf(run) : 0;
    return [{ start: index + at, end: index + (folded.length === word.length ? at + run.length : word.length) }];
  });
}

/** A text with what a question asks for marked in it. */
export function markFound(text: string, question: string): SnippetPart[] {
  const parts: SnippetPart[] = [];
  let end = 0;
  for (const span of spansOf(text, question)) {
    if (span.start > end) parts.push({ text: text.slice(end, span.start), isFound: false });
    parts.push({ text: text.slice(span.start, span.end), isFound: true });
    end = span.end;
  }
  if (end < text.length || parts.length === 0) parts.push({ text: text.slice(end), isFound: false });
  return parts;
}

/** The part of a long text where most of what is asked for stands together, marked; its beginning when none does. */
export function snippetOf(text: string, question: string, length = 240): SnippetPart[] {
  const spans = spansOf(text, question).slice(0, 500);
  let best = { start: 0, count: 0 };
  for (const [index, { start }] of spans.entries()) {
    const count = spans.slice(index, index + 20).filter(({ end }) => end <= start + length * 0.75).length;
    if (count > best.count) best = { start, count };
  }
  const from =
    best.start <= length / 4 ? 0 : text.indexOf(" ", best.start - Math.floor(length / 4)) + 1 || best.start;
  const start = Math.min(from, best.start);
  const cut = text.slice(start, start + length);
  const end = start + length < text.length ? cut.replace(/\s+\S*$/u, "") : cut;
  const shown = end === "" ? cut : end;
  const before = start > 0 ? "… " : "";
  const after = start + shown.length < text.length ? " …" : "";
  return markFound(`${before}${shown.replace(/\s+/gu, " ")}${after}`, question);
}
