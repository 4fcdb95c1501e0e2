import { sql } from "drizzle-orm";
import { findQuote, type Near } from "@/lib/text/find-quote";
import { toTsquery } from "@/lib/text/search";
import type { Db } from "../../client";
import { filePages } from "../../schema";

/** A quote is looked for on so many pages: those that have most of its words. Few are read before most quotes are found. */
const LIKELIEST_PAGES = 4;
const MOST_PAGES = 40;

type InFiles = { readonly fileId: string };
type Part = { readonly offset: number; readonly limit: number };
export type QuoteSearch<File extends InFiles> = {
  readonly own: readonly File[];
  readonly quote: string;
  readonly near?: Near;
};

/** For each search, by its index, pages of its files, those first that have most of the quote's words; a hyphen may have cut the others. */
function listLikelyPages(
  on: Db,
  asked: readonly (readonly [number, QuoteSearch<InFiles>])[],
  { offset, limit }: Part,
) {
  const searches = asked.map(([index, { own, quote }]) => ({
    index,
    words: toTsquery(quote.replace(/["“”„«»「」]/gu, " "))?.replaceAll(" & ", " | ") ?? null,
    files: own.map(({ fileId }) => fileId),
  }));
  return on.execute<{ index: number; fileId: string; page: number; text: string }>(sql`
    select asked.index, likely.file_id as "fileId", likely.page, likely.text
    from json_to_recordset(${JSON.stringify(searches)}::json) as asked (index int, words text, files uuid[])
    cross join lateral (
      select file_id, page, text, coalesce(ts_rank(search, to_tsquery('simple', asked.words)), 0) as rank
      from ${filePages} where file_id = any(asked.files)
      order by rank desc, page, file_id limit ${limit} offset ${offset}
    ) as likely
    order by asked.index, likely.rank desc, likely.page, likely.file_id`);
}

/** For each search the page of one of its files that says the quote, with where on it that stands: two statements at most. */
export async function searchPages<File extends InFiles>(on: Db, searches: readonly QuoteSearch<File>[]) {
  const found = searches.map(() => null) as (FoundPage<File> | null)[];
  let left = [...searches.entries()].filter(([, { own }]) => own.length > 0);
  for (const part of PARTS) {
    if (left.length === 0) break;
    for (const { index, fileId, page, text } of await listLikelyPages(on, left, part)) {
      const { own, quote, near } = searches[index] as QuoteSearch<File>;
      const span = found[index] ? null : findQuote(text, quote, near);
      const file = span && own.find((one) => one.fileId === fileId);
      if (file) found[index] = { file, page, text, span };
    }
    left = left.filter(([index]) => found[index] === null);
  }
  return found;
}

const PARTS: readonly Part[] = [
  { offset: 0, limit: LIKELIEST_PAGES },
  { offset: LIKELIEST_PAGES, limit: MOST_PAGES - LIKELIEST_PAGES },
];
type FoundPage<File> = {
  readonly file: File;
  readonly page: number;
  readonly text: string;
  readonly span: NonNullable<ReturnType<typeof findQuote>>;
};

type PageName = { readonly fileId: string; readonly page: number };

/** The text of each page; null for one that is not there, or has no text. */
export async function readPageTexts(on: Db, pages: readonly PageName[]): Promise<(string | null)[]> {
  if (pages.length === 0) return [];
  const rows = await on.execute<{ index: number; text: string }>(sql`
    select asked.index, text
    from json_to_recordset(${JSON.stringify(pages.map((page, index) => ({ ...page, index })))}::json)
      as asked ("fileId" uuid, page int, index int)
    join ${filePages} on file_id = asked."fileId" and ${filePages.page} = asked.page`);
  const texts = new Map(rows.map(({ index, text }) => [index, text]));
  return pages.map((_, index) => texts.get(index) ?? null);
}
