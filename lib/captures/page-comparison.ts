import { diffArrays } from "diff";
import { type DiffPart, diffWords, wordsOf } from "../history/word-diff";
import { isIgnored, lineRule } from "./line-rule";
import { fixedText, LONGEST_LINE, runsOfLines, type TextRun } from "./moving-text";

/** One line of a page in two captures: null where it is in one alone. `parts`: what became of it, word by word. */
export type ChangedLine = {
  readonly before: string | null;
  readonly after: string | null;
  readonly parts: readonly DiffPart[];
  /** The rules that would ignore lines like it. */
  readonly rules: readonly string[];
};
export type ComparedBlock =
  | { readonly kind: "same"; readonly lines: readonly string[] }
  | { readonly kind: "changed"; readonly lines: readonly ChangedLine[] };

/** Two texts of one page against each other. */
export type PageComparison = {
  readonly blocks: readonly ComparedBlock[];
  /** Lines that say something else; none, and nothing changed. */
  readonly changes: number;
  /** Lines of which clocks, counters or tokens alone moved. */
  readonly moved: readonly { readonly before: string; readonly after: string }[];
  /** Lines that differ, and that somebody said to ignore. */
  readonly ignored: number;
  /** Only the beginning of a text that is too long was compared. */
  readonly isCut: boolean;
};

/** In letters: no page that a person reads is longer. */
const LONGEST = 300_000;
/** Lines that come or go, after which two texts are two pages. */
const MOST_EDITS = 4000;
/** Lines whose words are held against each other; of more, each is shown as it went or came. */
const MOST_PAIRED = 40;
/** Of the words of the longer one: what has less in common is another line. */
const LEAST_ALIKE = 0.4;

type Line = { readonly raw: string; readonly runs: readonly TextRun[]; readonly fixed: string };
type Hunk = {
  readonly change: DiffPart["change"];
  readonly before: readonly Line[];
  readonly after: readonly Line[];
};

/**
 * Says what a page says otherwise than before. What moves by itself, and lines that `ignored` names, are no change of what it says.
 * @param ignored rules as `lineRule` makes them
 */
export function comparePages(before: string, after: string, ignored: readonly string[] = []): PageComparison {
  const rules: ReadonlySet<string> = new Set(ignored);
  const moved: { before: string; after: string }[] = [];
  const blocks: ComparedBlock[] = [];
  let count = 0;
  for (const hunk of hunksOf(linesOf(before), linesOf(after))) {
    if (hunk.change === "same") {
      hunk.after.forEach(({ raw }, at) => {
        const was = hunk.before[at]?.raw ?? raw;
        if (was !== raw) moved.push({ before: was, after: raw });
      });
      addSame(blocks, hunk.after);
      continue;
    }
    for (const [was, is] of pairsOf(hunk)) {
      if (saysSame(was, is)) {
        if (was && is) moved.push({ before: was.raw, after: is.raw });
        if (is) addSame(blocks, [is]);
      } else if ([was, is].every((line) => !line || isIgnored(line.raw, rules))) {
        count += 1;
        if (is) addSame(blocks, [is]);
      } else {
        addChanged(blocks, changedLine(was, is));
      }
    }
  }
  const changes = blocks.reduce((sum, block) => sum + (block.kind === "changed" ? block.lines.length : 0), 0);
  const isCut = Math.max(before.length, after.length) > LONGEST;
  return { blocks, changes, moved, ignored: count, isCut };
}

function linesOf(text: string): Line[] {
  const lines = text
    .slice(0, LONGEST)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const runs = runsOfLines(lines);
  return lines.map((raw, at) => ({ raw, runs: runs[at] ?? [], fixed: fixedText(runs[at] ?? []) }));
}

/** Runs of lines that stayed, and of lines that went and came in one place; what says nothing fixed joins neither. */
function hunksOf(before: readonly Line[], after: readonly Line[]): Hunk[] {
  const changes = diffArrays([...before], [...after], {
    comparator: (a, b) => a.fixed === b.fixed,
    maxEditLength: MOST_EDITS,
  });
  if (!changes) return [{ change: "added", before, after }];
  const hunks: Hunk[] = [];
  let from = 0;
  for (const { value, added, removed } of changes) {
    const last = hunks.at(-1);
    if (!added && !removed) {
      hunks.push({ change: "same", before: before.slice(from, from + value.length), after: value });
      from += value.length;
      continue;
    }
    if (removed) from += value.length;
    const open = last && last.change !== "same" ? last : null;
    if (open) hunks.pop();
    hunks.push({
      change: "added",
      before: [...(open?.before ?? []), ...(removed ? value : [])],
      after: [...(open?.after ?? []), ...(added ? value : [])],
    });
  }
  return hunks;
}

type Pair = readonly [before: Line | null, after: Line | null];

/** Lines that went and came in one place, each beside the one that it became, in the order of reading. */
function pairsOf({ before, after }: Hunk): Pair[] {
  const pairs: Pair[] = [];
  const isSmall = before.length <= MOST_PAIRED && after.length <= MOST_PAIRED;
  const known = new Map<Line, ReturnType<typeof wordCounts>>();
  const countsOf = (line: Line) => {
    const counts = known.get(line) ?? wordCounts(line);
    known.set(line, counts);
    return counts;
  };
  let next = 0;
  for (const line of before) {
    const at = isSmall ? after.findIndex((other, index) => index >= next && isAlike(line, other, countsOf)) : -1;
    if (at < 0) {
      pairs.push([line, null]);
      continue;
    }
    for (const added of after.slice(next, at)) pairs.push([null, added]);
    pairs.push([line, after[at] ?? null]);
    next = at + 1;
  }
  for (const added of after.slice(next)) pairs.push([null, added]);
  return pairs;
}

function isAlike(a: Line, b: Line, countsOf: typeof wordCounts): boolean {
  if (saysSame(a, b)) return true;
  const [left, right] = [countsOf(a), countsOf(b)];
  let common = 0;
  for (const [word, count] of left.counts) common += Math.min(count, right.counts.get(word) ?? 0);
  return common >= LEAST_ALIKE * Math.max(left.total, right.total, 1);
}

function wordCounts({ raw, fixed }: Line) {
  const counts = new Map<string, number>();
  const words = wordsOf(isLong(raw) ? "" : fixed.toLowerCase()).filter((word) => /[\p{L}\p{N}]/u.test(word));
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, total: words.length };
}

/** Of random digits and letters, one in some has digits alone: beside one with letters it is the same token. */
const MAYBE_TOKEN = /(?<![\p{L}\p{N}])(?:[0-9a-f]{8,}|[0-9A-F]{8,})(?![\p{L}\p{N}])/gu;

function saysSame(was: Line | null, is: Line | null): boolean {
  const [a, b] = [was?.fixed ?? "", is?.fixed ?? ""];
  if (a === b) return true;
  const isToken = was && is && movingCount(was) !== movingCount(is);
  return Boolean(isToken) && looseText(a) === looseText(b);
}
const movingCount = ({ runs }: Line) => runs.filter(({ isMoving }) => isMoving).length;
const looseText = (text: string) => text.replace(MAYBE_TOKEN, "◷").replace(/\s+/g, " ");

function addSame(blocks: ComparedBlock[], lines: readonly Line[]) {
  const last = blocks.at(-1);
  const raw = lines.map((line) => line.raw);
  if (raw.length === 0) return;
  if (last?.kind === "same") blocks.splice(-1, 1, { kind: "same", lines: [...last.lines, ...raw] });
  else blocks.push({ kind: "same", lines: raw });
}

function addChanged(blocks: ComparedBlock[], line: ChangedLine) {
  const last = blocks.at(-1);
  if (last?.kind === "changed") blocks.splice(-1, 1, { kind: "changed", lines: [...last.lines, line] });
  else blocks.push({ kind: "changed", lines: [line] });
}

function changedLine(was: Line | null, is: Line | null): ChangedLine {
  const both = [was, is].flatMap((line) => line ?? []);
  return {
    before: was?.raw ?? null,
    after: is?.raw ?? null,
    parts: diffWords(was ? tokensOf(was) : [], is ? tokensOf(is) : []),
    rules: [...new Set(both.map(({ raw }) => lineRule(raw)))],
  };
}

const isLong = (line: string) => line.length > LONGEST_LINE;

/** Words, and each run that moves as one word that is like any other such; a line that nobody wrote is shown whole. */
const tokensOf = ({ raw, runs }: Line) =>
  isLong(raw)
    ? [{ value: raw, as: raw }]
    : runs.flatMap(({ value, isMoving }) =>
        isMoving ? [{ value, as: "◷" }] : wordsOf(value).map((word) => ({ value: word, as: word })),
      );
