import { and, not, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { searchTokens, splitQuestion, toTsquery } from "@/lib/text/search";

/** Text for `to_tsquery('simple', …)` as a tsquery. */
type Beginnings = (asTyped: string | SQLWrapper) => SQL;
const asBeginnings: Beginnings = (asTyped) => sql`to_tsquery('simple', ${asTyped})`;
/** As a subquery, which is looked up once: the function, which reads a table, would be asked again for each row that is gone through. */
const asWords: Beginnings = (asTyped) => sql`(select evidence_words_query(${asTyped}))`;

/** Whether a question looks for words side by side. */
export const saysPhrase = (q: string): boolean =>
  searchTokens(splitQuestion(q).wanted).some(({ kind }) => kind === "phrase");

/**
 * What a person typed as one tsquery, or null when it holds no letter and no digit: beginnings of the words as they stand,
 * or else their English or Dutch stems ("stations" finds "station", a quoted phrase stays a phrase). A minus excludes.
 */
export function textQuery(q: string, beginnings = asBeginnings): SQL | null {
  const { wanted, excluded } = splitQuestion(q);
  const sought = termQuery(wanted, beginnings);
  // What any of the forms finds is excluded, as what any of them finds is found.
  const unwanted = excluded.flatMap((term) => termQuery(term, beginnings) ?? []).map((term) => sql`!!${term}`);
  const all = sought ? [sought, ...unwanted] : unwanted;
  return all.length === 0 ? null : sql`(${sql.join(all, sql` && `)})`;
}

function termQuery(term: string, beginnings: Beginnings): SQL | null {
  const asTyped = toTsquery(term);
  return asTyped === null ? null : anyForm(beginnings, asTyped, plainText(term), saysPhrase(term));
}

const plainText = (term: string) => term.slice(0, 500).replaceAll("\0", "");

function anyForm(
  beginnings: Beginnings,
  asTyped: string | SQLWrapper,
  text: string | SQLWrapper,
  isPhrase = false,
): SQL {
  const folded = sql`fold(${text}::text)`;
  const [english, dutch] = [
    sql`websearch_to_tsquery('english', ${folded})`,
    sql`websearch_to_tsquery('dutch', ${folded})`,
  ];
  // Most stems are the same in both, and each row would be held against the same phrase twice.
  const other = isPhrase ? sql`case when ${dutch} = ${english} then ''::tsquery else ${dutch} end` : dutch;
  return sql`(${beginnings(asTyped)} || ${english} || ${other})`;
}

/** A question that excludes nothing, as tsqueries: all of it, and the same for `matchesEvidenceText`. */
export type AskedText = { readonly beginnings: SQL; readonly words: SQL };

/** The values of such a question for `askedQueries`; null when it excludes something, or asks for nothing. */
export function askedValues(q: string): { asTyped: string; text: string } | null {
  const { wanted, excluded } = splitQuestion(q);
  const asTyped = excluded.length === 0 ? toTsquery(wanted) : null;
  return asTyped === null ? null : { asTyped, text: plainText(wanted) };
}

const [asTyped, text] = [sql.placeholder("asTyped"), sql.placeholder("text")];

/** Whether an item's own words alone can answer a question: nothing that it excludes is found by others. */
export const asksOwnWords = (q: string): boolean => askedValues(q) !== null;

/** For a statement that is made once for all questions: its tsqueries, as the row of a subquery that they are looked up in. */
export const askedQueries: AskedText = {
  beginnings: anyForm(asBeginnings, asTyped, text),
  words: anyForm(asWords, asTyped, text),
};

/** By the words that begin so, where they are not too many: a whole word is found faster than whatever begins with it. */
export function matchesEvidenceText(search: AnyPgColumn, q: string | AskedText): SQL<boolean> {
  return typeof q === "string" ? answers(search, textQuery(q, asWords), q) : answers(search, q.words);
}

/** True for rows whose generated search document answers the question; false for all when there is nothing to look for. */
export function matchesText(search: AnyPgColumn | SQL, q: string | AskedText): SQL<boolean> {
  return typeof q === "string" ? answers(search, textQuery(q), q) : answers(search, q.beginnings);
}

/**
 * The same where the first few rows are enough, always along the index: of a word that it takes for usual the planner would
 * rather read all rows until it has those, and finds none when the word is not there.
 */
export function matchesByIndex(search: AnyPgColumn, q: string): SQL<boolean> {
  const query = textQuery(q);
  return answers(search, query && sql`(select ${query})`, q);
}

/** The same for rows that are gone through, without an index; null when the question excludes something, or asks for nothing. */
export function matchesByReading(search: AnyPgColumn, q: string): SQL | null {
  const query = splitQuestion(q).excluded.length > 0 ? null : textQuery(q);
  return query && sql`coalesce(${search} @@ ${query}, false)`;
}

/** A phrase by its words, along the index, and each that has them by the phrase, which no index is asked for. */
function answers(search: AnyPgColumn | SQL, query: SQL | null, q = ""): SQL<boolean> {
  if (query === null) return sql<boolean>`false`;
  if (!saysPhrase(q)) return sql<boolean>`${search} @@ ${query}`;
  return sql<boolean>`(${search} @@ all_words_of(${query}) and coalesce(${search} @@ ${query}, false))`;
}

/**
 * The same for rows that can be found by more than their own words.
 * @param isFound true for rows that answer a term, or several at once, without a minus; false or null for the rest
 */
export function matchesTextBy(isFound: (term: string) => SQL | undefined, q: string): SQL {
  const { wanted, excluded } = splitQuestion(q);
  const unwanted = excluded
    .filter((term) => textQuery(term) !== null)
    .map((term) => not(sql`coalesce(${isFound(term)}, false)`));
  const sought = unwanted.length > 0 && textQuery(wanted) === null ? [] : [isFound(wanted)];
  return and(...sought, ...unwanted) ?? sql`false`;
}

/**
 * The same, one condition for each way in which a row may be found: where some are enough, the ways are gone one after another
 * until there are enough.
 */
export function waysToMatch(waysOf: (term: string) => readonly SQL[], q: string): SQL[] {
  const { wanted, excluded } = splitQuestion(q);
  const unwanted = excluded
    .filter((term) => textQuery(term) !== null)
    .map((term) => not(sql`coalesce(${or(...waysOf(term))}, false)`));
  if (unwanted.length > 0 && textQuery(wanted) === null) return [and(...unwanted) ?? sql`false`];
  return waysOf(wanted).map((way) => and(way, ...unwanted) ?? way);
}
