import { classOf, foldText, UNSPACED } from "./folding";

/** Part of a text, in UTF-16 code units as JavaScript counts. */
export type Span = { readonly start: number; readonly end: number };

/** Where among several places a quote is meant. */
export type Near = { readonly start?: number; readonly prefix?: string; readonly suffix?: string };

/** A text as it is compared, and for each of its letters where in the text that stands. */
type Comparable = { readonly letters: string; readonly starts: readonly number[]; readonly ends: readonly number[] };

/** What stands between two words, of which one letter is kept where both are digits. */
type Between = Span & { readonly letter: string };

/** A letter with its accents, which folding looks at together. */
const CLUSTERS = /\P{M}\p{M}*|\p{M}+/gu;
const HYPHEN = /^[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]$/u;
const QUOTATION_MARK = /^["'`\u00ab\u00bb\u2018-\u201f\u2032\u2033\u2039\u203a\u300c-\u300f\uff02\uff07]$/u;
const DIGIT = /^\p{N}$/u;
const WORD = /^[\p{L}\p{N}]$/u;
const RUN = new RegExp(`^${classOf(UNSPACED).source}$`, "u");

/** So much before and after a quote tells it from the same words elsewhere. */
const CONTEXT = 32;

/** What a letter is for comparing: itself folded, or what only stands between words. */
function readCluster(cluster: string): string | "space" | "hyphen" | null {
  if (/^\s/u.test(cluster)) return "space";
  if (HYPHEN.test(cluster)) return "hyphen";
  return QUOTATION_MARK.test(cluster) ? null : foldText(cluster);
}

const widen = (earlier: Between | null, read: "space" | "hyphen", { start, end }: Span): Between => ({
  letter: read === "hyphen" || earlier?.letter === "-" ? "-" : " ",
  start: earlier?.start ?? start,
  end,
});

/**
 * White space, hyphens and quotation marks are no part of what was said: a line ends where the page does. Between two digits
 * they are kept, since "10-15" and "1015" are two things.
 */
function compareForm(text: string): Comparable {
  const letters: string[] = [];
  const [starts, ends]: [number[], number[]] = [[], []];
  const known = new Map<string, ReturnType<typeof readCluster>>();
  const add = (letter: string, { start, end }: Span) => {
    for (const unit of letter.split("")) {
      letters.push(unit);
      starts.push(start);
      ends.push(end);
    }
  };
  let between: Between | null = null;
  for (const { 0: cluster, index: start } of text.matchAll(CLUSTERS)) {
    if (!known.has(cluster)) known.set(cluster, readCluster(cluster));
    const read = known.get(cluster);
    const end = start + cluster.length;
    if (!read) continue;
    if (read === "space" || read === "hyphen") {
      between = widen(between, read, { start, end });
      continue;
    }
    // One letter may be folded into several: "½" into "1⁄2", whose first is a digit.
    if (between && DIGIT.test(letters.at(-1) ?? "") && DIGIT.test(read[0] ?? "")) add(between.letter, between);
    between = null;
    add(read, { start, end });
  }
  return { letters: letters.join(""), starts, ends };
}

/** Whether two texts say the same, however their white space, hyphens, quotation marks and accents are written. */
export const isSameQuote = (one: string, other: string): boolean =>
  compareForm(one).letters === compareForm(other).letters;

/** Whether a word goes on from one letter to the next; scripts without spaces have no words that could be cut. */
function isWithinWord(text: string, { letters, starts, ends }: Comparable, index: number): boolean {
  const [before, after] = [letters[index - 1], letters[index]];
  if (before === undefined || after === undefined || !WORD.test(before) || !WORD.test(after)) return false;
  if (RUN.test(before) || RUN.test(after)) return false;
  const gap = text.slice(ends[index - 1], starts[index]);
  return foldText(gap) === "";
}

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}
const reversed = (text: string) => text.split("").reverse().join("");

/** How well what stands around a place is what stood around the quote. */
function contextScore(letters: string, from: number, to: number, { prefix, suffix }: Near): number {
  const before = compareForm(prefix ?? "").letters;
  const after = compareForm(suffix ?? "").letters;
  return (
    commonLength(reversed(letters.slice(Math.max(0, from - before.length), from)), reversed(before)) +
    commonLength(letters.slice(to, to + after.length), after)
  );
}

/**
 * Where a text says a quote, as `isSameQuote` compares and in whole words; of several places the one in whose surroundings it
 * stood, and then the one nearest to where it stood. Null: nowhere.
 */
export function findQuote(text: string, quote: string, near: Near = {}): Span | null {
  const sought = compareForm(quote).letters;
  if (sought === "") return null;
  const form = compareForm(text);
  let best: (Span & { score: number; distance: number }) | null = null;
  for (let from = form.letters.indexOf(sought); from >= 0; from = form.letters.indexOf(sought, from + 1)) {
    const to = from + sought.length;
    if (isWithinWord(text, form, from) || isWithinWord(text, form, to)) continue;
    const [start, end] = [form.starts[from] ?? 0, form.ends[to - 1] ?? 0];
    const score = contextScore(form.letters, from, to, near);
    const distance = Math.abs(start - (near.start ?? 0));
    if (!best || score > best.score || (score === best.score && distance < best.distance)) {
      best = { start, end, score, distance };
    }
  }
  return best && { start: best.start, end: best.end };
}

/** Whether it cuts a pair of code units that are one code point. */
const isCut = (text: string, at: number) =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? "") && /[\udc00-\udfff]/.test(text[at] ?? "");

/** What stands right before and after a part of a text. */
export function contextOf(text: string, { start, end }: Span): { readonly prefix: string; readonly suffix: string } {
  const [from, to] = [Math.max(0, start - CONTEXT), Math.min(text.length, end + CONTEXT)];
  return {
    prefix: text.slice(isCut(text, from) ? from + 1 : from, start),
    suffix: text.slice(end, isCut(text, to) ? to - 1 : to),
  };
}

/** A place in a text as the number of code points before it, as Web Annotation counts. */
export const countCodePoints = (text: string, units: number): number => [...text.slice(0, units)].length;

/** The other way: the code unit before which so many code points stand. */
export function unitOfCodePoint(text: string, points: number): number {
  let units = 0;
  for (let left = points; left > 0 && units < text.length; left -= 1) {
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  }
  return units;
}

/** A selection without the white space at its ends, and up to the ends of its words; null when nothing is left. */
export function widenToWords(text: string, span: Span): Span | null {
  let [start, end] = [span.start, span.end];
  while (start < end && /\s/u.test(text[start] ?? "")) start += 1;
  while (end > start && /\s/u.test(text[end - 1] ?? "")) end -= 1;
  if (start === end) return null;
  const goesOn = (at: number) => {
    const pair = [text[at - 1] ?? "", text[at] ?? ""];
    return pair.every((letter) => /[\p{L}\p{M}\p{N}]/u.test(letter) && !RUN.test(letter));
  };
  while (goesOn(start)) start -= 1;
  while (goesOn(end)) end += 1;
  return { start, end };
}

/** Words that were selected in a file as a quote has them: in one line, without the signs that nobody sees. */
export const tidySelection = (text: string): string =>
  text
    .replace(/\u00ad\s*/g, "")
    .replace(/(\p{L}-)\s*\n\s*(?=\p{Ll})/gu, "$1")
    .replace(/\s+/gu, " ")
    .trim();
