import { classOf, foldText, SEPARATORS, UNSPACED } from "./folding";

/** A text as runs of words that follow each other: each known by a number, which equal runs share. */
export type Shingled = {
  /** Of the run that begins at each word. */
  readonly hashes: readonly number[];
  /** Words in a run; characters, in scripts without spaces. */
  readonly size: number;
  /** How many words there are. */
  readonly words: number;
};

const [WORDS, CHARACTERS] = [5, 10] as const;
/** Words that are compared; of a longer text its beginning. */
const LONGEST = 300_000;
/** Of so many runs that follow each other one stands for them in the index: of any `WINDOW` + 4 words in common one is found. */
const WINDOW = 16;

const WORD = new RegExp(
  `[${classOf(UNSPACED).source.slice(1, -2)}]|${classOf(SEPARATORS + UNSPACED, "^").source}`,
  "gu",
);
const ONE_UNSPACED = new RegExp(`^[${classOf(UNSPACED).source.slice(1, -2)}]$`, "u");
const ENDS_SENTENCE = /[.!?:;…。！？；：]["'”’»」』)]*\s*$/u;

/** In a row so many short lines that end no sentence are a menu, and nobody's words. */
const MENU_LINES = 3;
const [SHORT_WORDS, SHORT_CHARACTERS] = [4, 8] as const;

const wordsOf = (text: string): string[] => foldText(text).match(WORD) ?? [];
const isUnspaced = (word: string) => ONE_UNSPACED.test(word);

/** The words of a text in their order, without those of its menus. */
function readWords(text: string): string[] {
  const words: string[] = [];
  let menu: string[][] = [];
  const endMenu = () => {
    if (menu.length < MENU_LINES) for (const line of menu) words.push(...line);
    menu = [];
  };
  for (const line of text.split(/\r?\n/)) {
    const own = wordsOf(line);
    if (own.length === 0) continue;
    const isShort = own.length < (own.every(isUnspaced) ? SHORT_CHARACTERS : SHORT_WORDS);
    if (isShort && !ENDS_SENTENCE.test(line)) {
      menu.push(own);
      continue;
    }
    endMenu();
    for (const word of own) words.push(word);
    if (words.length > LONGEST) break;
  }
  endMenu();
  return words.slice(0, LONGEST);
}

/** FNV-1a, from two beginnings. */
function hashWord(word: string): readonly [number, number] {
  let [one, other] = [0x811c9dc5, 0x9747b28c];
  for (let index = 0; index < word.length; index += 1) {
    one = Math.imul(one ^ word.charCodeAt(index), 0x01000193);
    other = Math.imul(other ^ word.charCodeAt(index), 0x85ebca6b);
  }
  return [one, other];
}

/** Cuts a text into runs of five words, or ten characters where most of it is written without spaces. */
export function shingle(text: string): Shingled {
  const words = readWords(text);
  const unspaced = words.reduce((sum, word) => sum + Number(isUnspaced(word)), 0);
  const size = unspaced * 2 > words.length ? CHARACTERS : WORDS;
  const own = words.map(hashWord);
  const hashes = Array.from({ length: Math.max(0, own.length - size + 1) }, (_, start) => {
    let [high, low] = [17, 31];
    for (const [one, other] of own.slice(start, start + size)) {
      high = Math.imul(high, 0x01000193) ^ one;
      low = Math.imul(low, 0x27d4eb2f) ^ other;
      low ^= low >>> 15;
    }
    // 52 bits, which JavaScript and PostgreSQL both hold exactly.
    return (high & 0xfffff) * 2 ** 32 + (low >>> 0);
  });
  return { hashes, size, words: words.length };
}

/** Where the runs begin that stand for a text in the index: of each window the least, the last of equals (winnowing). */
export function winnow({ hashes }: Pick<Shingled, "hashes">): number[] {
  const chosen: number[] = [];
  const at = (index: number) => hashes[index] as number;
  let least = -1;
  for (let end = Math.min(WINDOW, hashes.length) - 1; end >= 0 && end < hashes.length; end += 1) {
    const start = Math.max(0, end - WINDOW + 1);
    if (least < start) {
      least = start;
      for (let index = start + 1; index <= end; index += 1) if (at(index) <= at(least)) least = index;
    } else if (at(end) <= at(least)) least = end;
    if (chosen.at(-1) !== least) chosen.push(least);
  }
  return chosen;
}

/** Which runs are common property: those of `common`, and around each what no run in the index says is anybody's own. */
function commonRuns(text: Pick<Shingled, "hashes">, common: ReadonlySet<number>): readonly boolean[] {
  const isCommon = text.hashes.map((hash) => common.has(hash));
  if (common.size === 0) return isCommon;
  const chosen = winnow(text);
  for (const [index, place] of chosen.entries()) {
    if (!common.has(text.hashes[place] as number)) continue;
    const [before, after] = [chosen[index - 1], chosen[index + 1]];
    isCommon.fill(true, before === undefined ? 0 : before + 1, after ?? isCommon.length);
  }
  return isCommon;
}

/** How much of a text stands in another: of the words that are its own, those that are part of a run which both have. */
type Shared = { readonly words: number; readonly of: number };

export function sharedWords(text: Shingled, other: ReadonlySet<number>, common: ReadonlySet<number>): Shared {
  const isCommon = commonRuns(text, common);
  /** 0: its own, 1: common, 2: stands in the other. */
  const marks = new Uint8Array(text.words);
  for (const [start, isIt] of isCommon.entries()) if (isIt) marks.fill(1, start, start + text.size);
  for (const [start, hash] of text.hashes.entries()) {
    if (isCommon[start] || !other.has(hash)) continue;
    for (let index = start; index < start + text.size; index += 1) if (marks[index] === 0) marks[index] = 2;
  }
  const count = (mark: number) => marks.reduce((sum, one) => sum + Number(one === mark), 0);
  const words = count(2);
  return { words, of: words + count(0) };
}
