import {
  CLOCK,
  COUNTER_WORDS,
  DAY,
  DAYS_AGO,
  HAN_COUNTER,
  HAN_LINKING,
  HAN_STAMP,
  LINKING_WORDS,
  MOMENTS_AGO,
  NONE_WORDS,
  STAMP_WORDS,
} from "./moving-words";

/** A run of a line: `isMoving` for what a clock, a counter or a token put there, and nobody wrote. */
export type TextRun = { readonly value: string; readonly isMoving: boolean };

const UUID = `[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}`;
/** Letters and digits together, capitals in two places: a year, a telephone's number, a word or a document's number is none. */
const HEX = String.raw`(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{8,}|(?=(?:[A-F]*\d+[A-F]+\d*){2}|[A-F]+\d+[A-F])[0-9A-F]{8,}`;
const MIXED = String.raw`(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)[\w-]{16,}={0,2}|eyJ[\w-]{10,}(?:\.[\w-]+)*`;
const LABELLED = String.raw`(?:[Ss]ession|SESSION|[Ss]essie|[Ss]itzung|[Ss]esión|sess|PHPSESSID|JSESSIONID|[Ss][Ii][Dd]|[Tt]oken|[Cc][Ss][Rr][Ff]|[Xx][Ss][Rr][Ff]|[Nn]once|[Tt]race|[Rr]equest|[Rr]ay|[Vv]isitor|[Cc]orrelation|[Cc]ache|[Uu][Ii][Dd]|会话)(?:[ _-]?(?:[Ii][Dd]|[Kk]ey|[Tt]oken|[Vv]alue))?(?:=|\s*[:#：=]\s*(?=[\w+/.-]*\d))[\w+/=.-]{4,}`;
const OWN_ADDRESS = String.raw`(?:[Yy]our IP(?: address)?(?: is)?|[Jj]e IP(?:-adres)?|Ihre IP(?:-Adresse)?|[Vv]otre adresse IP|[Ss]u IP)\s*:?\s*[\da-f.:]{7,}`;
const INSTANT = String.raw`\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?`;
const EPOCH = String.raw`1[5-9]\d{8}(?:\d{3})?`;
const COPYRIGHT = String.raw`(?:©|\([cC]\)|[Cc]opyright)\s*(?:\d{4}\s*[-–]\s*)?\d{4}`;

/** By their form alone, wherever they stand. */
const TOKENS = new RegExp(
  String.raw`${LABELLED}|${OWN_ADDRESS}|(?<![\p{L}\p{N}_-])(?:${UUID}|${INSTANT}|${MIXED}|${HEX}|${EPOCH})(?![\p{L}\p{N}_-])|${COPYRIGHT}`,
  "gu",
);
const NOT_INSIDE = String.raw`(?<![\p{Script=Latin}\d])`;
const AGO = new RegExp(`${NOT_INSIDE}(?:${MOMENTS_AGO})`, "giu");
const TIMES = new RegExp(
  String.raw`${NOT_INSIDE}(?:(?<days>${DAYS_AGO})|(?<day>${DAY})(?![\p{Script=Latin}\d])|(?<clock>${CLOCK})(?![\d:]))`,
  "giu",
);
const NUMBER = /\d(?:[\d.,'’\u00a0\u202f]*\d)?\s*(?:%|[kKmM](?![\p{L}])|万|亿)?/gu;

/** What holds a number and nothing else, and what may name it, a line above or below. */
const BARE_NUMBER = /^\s*\d(?:[\d.,'’\u00a0\u202f]*\d)?\s*[kKmM万]?\s*$/;

/** Marks that stand in a line for what was found there; no page has them. */
const [TOKEN, DATE, CLOCK_MARK, AGO_MARK] = ["\ue000", "\ue001", "\ue002", "\ue003"] as const;
const MARKS = /[\ue000-\ue003]/g;
/** Between these a line says things of their own; sentences, brackets and dashes are parts of what is said. */
const BETWEEN = /(\s?[|·•\t]\s?)/;
const WITHIN = /((?<=[.!?;])\s|(?<=[。！？；])|\s[–—-]\s|[()（）[\]])/;

/** In letters: nobody writes a longer line, and what moves is not looked for in one. */
export const LONGEST_LINE = 5000;

/** Cuts a line into what moves by itself and what somebody wrote; joined, the runs are the line. */
export function runsOf(line: string): TextRun[] {
  if (line.length > LONGEST_LINE) return [{ value: line, isMoving: false }];
  const found: string[] = [];
  const mark = (sign: string) => (value: string) => {
    found.push(value);
    return sign;
  };
  // Marked in the order in which they stand: what is found later would else come first in the list.
  const marked = markAll(line.replace(MARKS, " "), mark);
  if (isStamp(marked, "line")) return line === "" ? [] : [{ value: line, isMoving: true }];
  const runs: TextRun[] = [];
  let next = 0;
  const parts = marked.split(BETWEEN);
  for (const part of parts) {
    for (const piece of part.split(WITHIN)) {
      const isWhole = piece === part;
      for (const { value, isMoving } of readPiece(piece, isWhole && parts.length > 1 ? "part" : "within")) {
        runs.push({ value: value.replace(MARKS, () => found[next++] ?? ""), isMoving });
      }
    }
  }
  return joinRuns(runs);
}

/** The lines of a text; a number of a line of its own counts readers where the line beside it says so. */
export function runsOfLines(lines: readonly string[]): (readonly TextRun[])[] {
  return lines.map((line, at) =>
    BARE_NUMBER.test(line) &&
    [lines[at - 1], lines[at + 1]].some((beside) => beside && isStamp(`${beside} 1`, "line", true))
      ? [{ value: line, isMoving: true }]
      : runsOf(line),
  );
}

type Marker = (sign: string) => (value: string) => string;

function markAll(line: string, mark: Marker): string {
  const all: { at: number; value: string; sign: string }[] = [];
  const collect = (text: string, pattern: RegExp, signOf: (match: RegExpMatchArray) => string) =>
    text.replace(pattern, (...given) => {
      const value = String(given[0]);
      const at = given.find((one): one is number => typeof one === "number") ?? 0;
      const groups = given.at(-1) as Record<string, string> | string;
      all.push({
        at,
        value,
        sign: signOf({ groups: typeof groups === "string" ? undefined : groups } as RegExpMatchArray),
      });
      return "\ue00f".repeat(value.length);
    });
  const withoutTokens = collect(line, TOKENS, () => TOKEN);
  const withoutAgo = collect(withoutTokens, AGO, () => AGO_MARK);
  collect(withoutAgo, TIMES, ({ groups }) =>
    groups?.clock !== undefined || groups?.days !== undefined ? CLOCK_MARK : DATE,
  );
  let marked = "";
  let from = 0;
  for (const { at, value, sign } of all.sort((a, b) => a.at - b.at)) {
    marked += line.slice(from, at) + mark(sign)(value);
    from = at + value.length;
  }
  return marked + line.slice(from);
}

/** `line`: it is all of a line; `part`: all between two bars; `within`: a sentence, or what stands in brackets. */
type Place = "line" | "part" | "within";

function readPiece(piece: string, place: Place): TextRun[] {
  if (!/[\p{L}\p{N}\ue000-\ue003]/u.test(piece)) return [{ value: piece, isMoving: false }];
  if (isStamp(piece, place)) return [{ value: piece, isMoving: true }];
  const runs: TextRun[] = [];
  let from = 0;
  for (const { 0: sign, index } of piece.matchAll(MARKS)) {
    runs.push({ value: piece.slice(from, index), isMoving: false });
    runs.push({ value: sign, isMoving: sign === TOKEN || sign === AGO_MARK || followsStamp(piece.slice(0, index)) });
    from = index + sign.length;
  }
  runs.push({ value: piece.slice(from), isMoving: false });
  return runs;
}

const lettersOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
const isKnown = (word: string) => STAMP_WORDS.has(word) || COUNTER_WORDS.has(word) || LINKING_WORDS.has(word);

/** Whether nothing is said there but when the page was looked at or made, or how many looked at it. */
function isStamp(piece: string, place: Place, isLabel = false): boolean {
  const rest = piece.replace(HAN_STAMP, " ").replace(HAN_COUNTER, " ").replace(HAN_LINKING, " ");
  const all = lettersOf(rest.replace(NUMBER, " "));
  const words = all.filter((word) => !NONE_WORDS.has(word));
  const none = words.length < all.length;
  if (!words.every(isKnown)) return false;
  const isStampWord = piece.search(HAN_STAMP) >= 0 || words.some((word) => STAMP_WORDS.has(word));
  const isCounter = piece.search(HAN_COUNTER) >= 0 || words.some((word) => COUNTER_WORDS.has(word));
  const hasNumber = rest.match(NUMBER) !== null;
  const hasTime = /[\ue002\ue003]/.test(piece);
  const hasDay = piece.includes(DATE);
  if (isLabel) return isCounter && (piece.match(NUMBER) ?? []).length === 1;
  const isNone = isCounter && none;
  if (isStampWord || isCounter) return hasNumber || hasTime || hasDay || isNone;
  // Without a word of its own, a day beside other things or in a sentence is a day that somebody named.
  if (hasNumber) return false;
  return place === "line" ? hasTime || hasDay : place === "part" && hasTime;
}

/** Whether a stamp's own word leads to what stands next, with nothing but small words between. */
function followsStamp(before: string): boolean {
  const words = lettersOf(before.replace(MARKS, " ")).slice(-4).reverse();
  const at = words.findIndex((word) => STAMP_WORDS.has(word) || !LINKING_WORDS.has(word));
  return at >= 0 && STAMP_WORDS.has(words[at] ?? "") && !/[.!?]\s*$/.test(before.trim());
}

function joinRuns(runs: readonly TextRun[]): TextRun[] {
  const joined: { value: string; isMoving: boolean }[] = [];
  for (const { value, isMoving } of runs) {
    const last = joined.at(-1);
    if (value === "") continue;
    if (last?.isMoving === isMoving) last.value += value;
    else joined.push({ value, isMoving });
  }
  return joined;
}

/** In what stands for all that moves. */
const MOVING = "◷";

/** A line without what moves in it: equal lines say the same. Empty for one that says nothing else. */
export const fixedText = (runs: readonly TextRun[]): string => {
  const text = runs.map(({ value, isMoving }) => (isMoving ? ` ${MOVING} ` : value)).join("");
  const tidy = text.replace(/\s+/g, " ").trim();
  return runs.some(({ isMoving }) => isMoving) && !/[\p{L}\p{N}]/u.test(tidy) ? "" : tidy;
};
