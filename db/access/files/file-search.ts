import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { type AskedFields, LISTS, viewOfFields } from "@/lib/filters/question-views";
import type { RecordKind } from "@/lib/records/editorial";
import { type SnippetPart, snippetOf } from "@/lib/text/snippet";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { files } from "../../schema";
import { survivorIds } from "../merges/redirects";
import { listRecordLines, type RecordLine } from "../records/record-lines";
import { SEARCH_KINDS, type SearchKind } from "../search/search";
import { type AskedQuestion, readQuestion } from "../search/search-question";
import { MOST_SAYING } from "../search/some-found";
import { saysPhrase, textQuery } from "../search/text-search";
import { editorialTableOf } from "../tables";
import { conditionOfView } from "../views/view-matches";
import { filedAs } from "./filed-as";
import { readPageTexts } from "./quote-search";

export type FileHit = {
  /** Of the file as it stands with its record, or with a comment. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly page: number;
  readonly snippet: readonly SnippetPart[];
  /** The record, or the one that is talked about. */
  readonly record: RecordLine;
  /** The comment that it came with. */
  readonly comment: string | null;
};

/** Of a question so many pages are found, so many of them held against each other, and the files of the best looked for. */
const [MOST_FOUND, MOST_RANKED, MOST_FILES] = [5000, 300, 50];
const mostFound = (q: string) => (saysPhrase(q) ? MOST_SAYING : MOST_FOUND);

/**
 * Files whose text answers a question, each by the page that answers it best; the desk's alone. Of a question that very many
 * pages answer, the best of some; what its fields narrow is the record that a file stands with.
 * @param q as it was typed, or as `readQuestion` took it apart
 * @param limit of files; `isMore` when there may be others
 */
export async function searchFileTexts(
  actor: Actor,
  q: string | AskedQuestion,
  limit = 10,
): Promise<{ items: FileHit[]; isMore: boolean }> {
  requirePermission(actor, "read drafts");
  const { words, fields } = typeof q === "string" ? await readQuestion(actor, q) : q;
  const found = await listFound(actor, words, fields ? MOST_RANKED : MOST_FILES);
  const records = await recordsOf(actor, found, fields);
  const best = found.flatMap(({ kind: _kind, subject, ...row }) => {
    const record = records.get(subject);
    return record ? [{ ...row, record }] : [];
  });
  const shown = best.slice(0, limit);
  const texts = await readPageTexts(db, shown);
  const items = shown.map(({ fileId: _file, ...row }, index) => ({
    ...row,
    snippet: snippetOf(texts[index] ?? "", words),
  }));
  return { items, isMore: best.length > limit };
}

/** Where the files stand that answer best, each with its page: with a record, or with a comment that this person may read. */
async function listFound(actor: Actor, q: string, most: number) {
  const query = textQuery(q);
  if (query === null) return [];
  const found = { fileId: sql<string>`found.file_id`, page: sql<number>`found.page`, rank: sql<number>`found.rank` };
  const filed = filedAs(actor, found.fileId);
  return db
    .select({
      ...{ fileId: found.fileId, page: found.page, type: files.type },
      ...{ id: filed.id, name: filed.name, kind: filed.kind, subject: filed.subject, comment: filed.comment },
    })
    .from(sql`(select * from best_pages(${query}, ${mostFound(q)}, ${MOST_RANKED}) limit ${most}) as found`)
    .innerJoin(files, eq(files.id, found.fileId))
    .innerJoinLateral(filed, sql`true`)
    .orderBy(desc(found.rank), asc(filed.at), asc(filed.id));
}

/**
 * The records that these files stand with, as far as this person sees them and a question's fields leave them, by the ids under
 * which they were handed in.
 */
async function recordsOf(
  actor: Actor,
  rows: readonly { kind: RecordKind; subject: string }[],
  fields: AskedFields | null,
) {
  const survivors = await survivorIds(db, [...new Set(rows.map(({ subject }) => subject))]);
  const idOf = (subject: string) => survivors.get(subject) ?? subject;
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const parts = kinds.flatMap((kind) => {
    const ids = rows.filter((row) => row.kind === kind).map(({ subject }) => idOf(subject));
    const isOne = inArray(editorialTableOf(kind).id, ids);
    if (fields === null) return { kind, where: isOne };
    const list = isSearched(kind) ? LISTS[kind] : null;
    const view = list && viewOfFields(list, fields);
    return list && view !== null ? { kind, where: and(isOne, conditionOfView(actor, list, view)) } : [];
  });
  const lines = new Map((await listRecordLines(actor, parts, rows.length)).map((line) => [line.id, line]));
  return new Map(rows.map(({ subject }) => [subject, lines.get(idOf(subject))]));
}

const isSearched = (kind: RecordKind): kind is SearchKind => (SEARCH_KINDS as readonly string[]).includes(kind);
