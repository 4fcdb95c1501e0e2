import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { findQuote, type Near } from "@/lib/text/find-quote";
import { toTsquery } from "@/lib/text/search";
import type { Db } from "../../client";
import { filePages } from "../../schema";

/** A quote is looked for on so many pages: those that have most of its words. */
const MOST_PAGES = 40;

/** Pages of these files, those first that have most of a quote's words; a hyphen may have cut the others. */
function listLikelyPages(on: Db, fileIds: readonly string[], quote: string) {
  const words = toTsquery(quote.replace(/["“”„«»「」]/gu, " "))?.replaceAll(" & ", " | ");
  const rank = words ? [desc(sql`ts_rank(${filePages.search}, to_tsquery('simple', ${words}))`)] : [];
  return on
    .select({ fileId: filePages.fileId, page: filePages.page, text: filePages.text })
    .from(filePages)
    .where(inArray(filePages.fileId, [...fileIds]))
    .orderBy(...rank, asc(filePages.page))
    .limit(MOST_PAGES);
}

/** The page of one of these files that says a quote, with where on it that stands. */
export async function searchPages<File extends { readonly fileId: string }>(
  on: Db,
  own: readonly File[],
  quote: string,
  near: Near = {},
) {
  if (own.length === 0) return null;
  const fileIds = own.map(({ fileId }) => fileId);
  for (const { fileId, page, text } of await listLikelyPages(on, fileIds, quote)) {
    const span = findQuote(text, quote, near);
    const file = span && own.find((one) => one.fileId === fileId);
    if (file) return { file, page, text, span };
  }
  return null;
}

/** Null for a page that is not there, or has no text. */
export async function readPageText(on: Db, fileId: string, page: number): Promise<string | null> {
  const [row] = await on
    .select({ text: filePages.text })
    .from(filePages)
    .where(and(eq(filePages.fileId, fileId), eq(filePages.page, page)));
  return row?.text ?? null;
}
