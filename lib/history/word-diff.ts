import { diffArrays } from "diff";
import { canonicalJson } from "../text/canonical-json";

/** A run of text, or one item of a list, and what the change did to it. */
export type DiffPart<T = string> = { readonly value: T; readonly change: "same" | "added" | "removed" };

/** Texts that share less are shown whole, one after the other: a reader can't follow ins and del in every other word. */
const LEAST_IN_COMMON = 0.25;
/** Steps after which two long texts that share next to nothing are no longer compared. */
const MOST_EDITS = 3000;

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Of each segment the engine copies all that it was cut from: a long text is cut in parts first, between words where it can be. */
const PARTS = /.{1,400}(?:\s(?=\S)|$)|.{1,400}/gsu;

/** Words as Unicode segments them: 福州市公安局 is three of them, "police-run" with its hyphen three too. */
export const wordsOf = (text: string): string[] =>
  (text.match(PARTS) ?? []).flatMap((part) => [...segmenter.segment(part)].map(({ segment }) => segment));

/** A word, and what it is compared as. */
type Token = { readonly value: string; readonly as: string };

/** What becomes of a text, word by word: its parts in reading order, neighbours of one kind joined. */
export function wordDiff(before: string, after: string): DiffPart[] {
  if (before === after) return after ? [{ value: after, change: "same" }] : [];
  const tokens = (text: string) => wordsOf(text).map((word) => ({ value: word, as: word }));
  return diffWords(tokens(before), tokens(after));
}

/** The same of words that are compared as something else than they are. What stayed is written as it is now. */
export function diffWords(before: readonly Token[], after: readonly Token[]): DiffPart[] {
  const textOf = (tokens: readonly Token[]) => tokens.map(({ value }) => value).join("");
  const changes = diffArrays([...before], [...after], {
    maxEditLength: MOST_EDITS,
    comparator: (a, b) => a.as === b.as,
  });
  const parts = bridged(
    (changes ?? []).map(({ value, ...change }) => ({ value: textOf(value), change: nameOf(change) })),
  );
  const kept = parts
    .filter(({ change }) => change === "same")
    .reduce((sum, { value }) => sum + value.trim().length, 0);
  const whole = [
    { value: textOf(before), change: "removed" as const },
    { value: textOf(after), change: "added" as const },
  ];
  if (!changes || kept < LEAST_IN_COMMON * Math.max(...whole.map(({ value }) => value.length))) {
    return whole.filter(({ value }) => value !== "");
  }
  return parts;
}

const nameOf = ({ added, removed }: { added?: boolean; removed?: boolean }): DiffPart["change"] =>
  added ? "added" : removed ? "removed" : "same";

/** A lone space that stayed between two changed words belongs to both: "three stations" → "four offices" is one change. */
function bridged(parts: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = [];
  let [removed, added] = ["", ""];
  const flush = () => {
    if (removed) joined.push({ value: removed, change: "removed" });
    if (added) joined.push({ value: added, change: "added" });
    [removed, added] = ["", ""];
  };
  parts.forEach((part, index) => {
    if (part.change === "removed") removed += part.value;
    else if (part.change === "added") added += part.value;
    else if (removed && added && part.value.trim() === "" && index < parts.length - 1) {
      removed += part.value;
      added += part.value;
    } else {
      flush();
      joined.push(part);
    }
  });
  flush();
  return joined;
}

/** What becomes of a list, item by item; items are the same when they hold the same. */
export function itemDiff(before: readonly unknown[], after: readonly unknown[]): DiffPart<unknown>[] {
  return diffArrays([...before], [...after], { comparator: (a, b) => canonicalJson(a) === canonicalJson(b) }).flatMap(
    ({ value, ...change }) => value.map((item) => ({ value: item, change: nameOf(change) })),
  );
}

type DiffRow = Readonly<Record<string, unknown>>;
export type RowChange = { readonly before: DiffRow | null; readonly after: DiffRow | null };

/** The rows that differ, paired by what they are about (`key`, a field of theirs): changed, added (`before` null), removed. */
export function rowDiff(before: readonly DiffRow[], after: readonly DiffRow[], key: string): RowChange[] {
  const nameOfRow = (row: DiffRow) => canonicalJson(row[key] ?? row);
  const old = new Map(before.map((row) => [nameOfRow(row), row]));
  const now = new Map(after.map((row) => [nameOfRow(row), row]));
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((name) => ({ before: old.get(name) ?? null, after: now.get(name) ?? null }))
    .filter((row) => canonicalJson(row.before) !== canonicalJson(row.after));
}
