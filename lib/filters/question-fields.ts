import { search } from "../messages/search";
import { foldText } from "../text/folding";
import type { Locale } from "../text/locale";
import { ownEntry } from "../text/own-entry";

/** What of a question can be asked by `field:value`; a list that has the filter is narrowed by it in the same way. */
export type QuestionField = keyof typeof search.en.field;

/** A field as somebody typed it, with its values as they stand. */
export type TypedField = {
  readonly field: QuestionField;
  readonly values: readonly string[];
  readonly excluded: boolean;
};

const LONGEST_QUESTION = 500;
const MOST_FIELDS = 20;
const QUOTED = '"[^"]*"|[“„][^“”„"]*[“”]|«[^«»]*»|「[^」]*」';
/** Parts of a question between spaces: a quotation, which is never a field, a name with its value, or a word. */
const PARTS = new RegExp(
  `(?<=^|\\s)(?:[-\\u2212]*(?:${QUOTED})|(?<minus>[-\\u2212]*)(?<name>\\p{L}+)[:：](?<value>${QUOTED}|[^\\s"“„«「/]\\S*)(?=\\s|$)|\\S+)`,
  "gu",
);

const byName: Readonly<Record<string, QuestionField>> = Object.fromEntries(
  [search.en.field, search.nl.field].flatMap((names) =>
    (Object.entries(names) as [QuestionField, string][]).map(([field, name]) => [foldText(name), field]),
  ),
);

const isQuoted = (value: string) => /^["“„«「]/u.test(value);
const valuesOf = (value: string) =>
  (isQuoted(value) ? [value.slice(1, -1)] : value.split(","))
    .map((one) => one.replaceAll("\0", "").trim())
    .filter((one) => one !== "");

type Piece = { readonly text: string; readonly typed: TypedField | null };

/** A question in its pieces, fields and what stands between them; put together they are the question. */
function piecesOf(question: string, seesDrafts: boolean): Piece[] {
  const asked = question.slice(0, LONGEST_QUESTION);
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: text, index, groups } of asked.matchAll(PARTS)) {
    const field = groups?.name === undefined ? undefined : ownEntry(byName, foldText(groups.name));
    const values = valuesOf(groups?.value ?? "");
    // Only the desk may ask by state: to others it is a word like any.
    if (!field || values.length === 0 || (field === "state" && !seesDrafts) || pieces.length > 2 * MOST_FIELDS)
      continue;
    pieces.push({ text: asked.slice(end, index), typed: null });
    pieces.push({ text, typed: { field, values, excluded: groups?.minus !== "" } });
    end = index + text.length;
  }
  return [...pieces, { text: asked.slice(end), typed: null }];
}

/**
 * The words of a question, and the fields that it asks by: `police country:NL -kind:photo`. Names of fields are understood in
 * every language of the site; any other word with a colon stays a word (an address, a time), and so does what is quoted.
 * @param seesDrafts whether the reader may read drafts, and so ask by state
 */
export function splitFields(question: string, seesDrafts: boolean): { words: string; fields: readonly TypedField[] } {
  const pieces = piecesOf(question, seesDrafts);
  return {
    words: pieces.flatMap(({ text, typed }) => (typed ? [] : text.trim() || [])).join(" "),
    fields: pieces.flatMap(({ typed }) => typed ?? []),
  };
}

/** A question with its words changed, and each field left as it was typed. */
export const replaceInWords = (question: string, seesDrafts: boolean, replace: (words: string) => string): string =>
  piecesOf(question, seesDrafts)
    .map(({ text, typed }) => (typed ? text : replace(text)))
    .join("");

export const fieldName = (field: QuestionField, locale: Locale) => search[locale].field[field];
