import { fixedText, runsOf } from "./moving-text";

const NUMBER = /\d+(?:[.,'’\u00a0\u202f]\d+)*/g;
/** In letters: a rule is read by people. */
const LONGEST = 300;

/** A line as a rule that it and lines like it meet: its words as they are, `#` for any number, `◷` for what moves by itself. */
export const lineRule = (line: string): string =>
  (fixedText(runsOf(line)) || "◷").toLowerCase().replace(NUMBER, "#").slice(0, LONGEST);

export const isIgnored = (line: string, rules: ReadonlySet<string>): boolean => rules.has(lineRule(line));
