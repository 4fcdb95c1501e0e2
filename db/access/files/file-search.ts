import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { RecordKind } from "@/lib/records/editorial";
import { searchTokens, splitQuestion } from "@/lib/text/search";
import { type SnippetPart, snippetOf } from "@/lib/text/snippet";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { files } from "../../schema";
import { survivorIds } from "../merges/redirects";
import { listRecordLines, type RecordLine } from "../records/record-lines";
import { textQuery } from "../search/text-search";
import { editorialTableOf } from "../tables";
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
/** The index finds pages that have the words of a phrase, and each of them is read to find these side by side. */
const MOST_SAYING = 300;
const mostFound = (q: string) =>
  searchTokens(splitQuestion(q).wanted).some(({ kind }) => kind === "phrase") ? MOST_SAYING : MOST_FOUND;

/**
 * Files whose text answers a question, each by the page that answers it best; the desk's alone. Of a question that very many
 * pages answer, the best of some.
 * @param limit of files; `isMore` when there may be others
 */
export async function searchFileTexts(
  actor: Actor,
  q: string,
  limit = 10,
): Promise<{ items: FileHit[]; isMore: boolean }> {
  requirePermission(actor, "read drafts");
  const found = await listFound(actor, q);
  const records = await recordsOf(actor, found);
  const best = found.flatMap(({ kind: _kind, subject, ...row }) => {
    const record = records.get(subject);
    return record ? [{ ...row, record }] : [];
  });
  const shown = best.slice(0, limit);
  const texts = await readPageTexts(db, shown);
  const items = shown.map(({ fileId: _file, ...row }, index) => ({
    ...row,
    snippet: snippetOf(texts[index] ?? "", q),
  }));
  return { items, isMore: best.length > limit };
}

/** Where the files stand that answer best, each with its page: with a record, or with a comment that this person may read. */
async function listFound(actor: Actor, q: string) {
  const query = textQuery(q);
  if (query === null) return [];
  const found = { fileId: sql<string>`found.file_id`, page: sql<number>`found.page`, rank: sql<number>`found.rank` };
  const filed = filedAs(actor, found.fileId);
  return db
    .select({
      ...{ fileId: found.fileId, page: found.page, type: files.type },
      ...{ id: filed.id, name: filed.name, kind: filed.kind, subject: filed.subject, comment: filed.comment },
    })
    .from(sql`(select * from best_pages(${query}, ${mostFound(q)}, ${MOST_RANKED}) limit ${MOST_FILES}) as found`)
    .innerJoin(files, eq(files.id, found.fileId))
    .innerJoinLateral(filed, sql`true`)
    .orderBy(desc(found.rank), asc(filed.at), asc(filed.id));
}

/** The records that these files stand with, as far as this person sees them, by the ids under which they were handed in. */
async function recordsOf(actor: Actor, rows: readonly { kind: RecordKind; subject: string }[]) {
  const survivors = await survivorIds(db, [...new Set(rows.map(({ subject }) => subject))]);
  const idOf = (subject: string) => survivors.get(subject) ?? subject;
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const parts = kinds.map((kind) => {
    const ids = rows.filter((row) => row.kind === kind).map(({ subject }) => idOf(subject));
    return { kind, where: inArray(editorialTableOf(kind).id, ids) };
  });
  const lines = new Map((await listRecordLines(actor, parts, rows.length)).map((line) => [line.id, line]));
  return new Map(rows.map(({ subject }) => [subject, lines.get(idOf(subject))]));
}
