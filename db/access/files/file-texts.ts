import { and, asc, desc, eq, gt, inArray, isNull, lt, sql } from "drizzle-orm";
import { readFileText, TEXT_TYPES } from "@/db/files/read-text";
import { openStorage } from "@/db/files/storage";
import type { FiledKind } from "@/lib/records/file";
import { type SnippetPart, snippetOf } from "@/lib/text/snippet";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, transaction } from "../../client";
import { attachments, filePages, files, fileTexts } from "../../schema";
import { survivorIds } from "../merges/redirects";
import { listRecordLines, type RecordLine } from "../records/record-lines";
import { matchesText, textQuery } from "../search/text-search";
import { editorialTableOf } from "../tables";
import { findAttachment } from "./files";

/** Of an insertion, so many rows at once. */
const AT_ONCE = 200;

/**
 * Reads the texts of files that came since, the earliest first; for whoever looks after the files.
 * @returns how many were read
 */
export async function readDueTexts(
  { most = 100, signal = undefined as AbortSignal | undefined } = {},
  storage = openStorage(),
) {
  const due = await db
    .select({ id: files.id, digest: files.digest, size: files.size, type: files.type })
    .from(files)
    .leftJoin(fileTexts, eq(fileTexts.fileId, files.id))
    .where(and(isNull(fileTexts.fileId), inArray(files.type, [...TEXT_TYPES])))
    .orderBy(asc(files.at), asc(files.id))
    .limit(most);
  let read = 0;
  for (const file of due) {
    if (signal?.aborted) break;
    // Bytes that are missing now may be there again tomorrow: no word about them is kept.
    if (!(await storage.has(file.digest))) continue;
    const { pages, problem, texts } = await readFileText(storage, file);
    await transaction(async (tx) => {
      const [made] = await tx
        .insert(fileTexts)
        .values({ fileId: file.id, pages, problem })
        .onConflictDoNothing()
        .returning({ id: fileTexts.fileId });
      if (!made) return;
      for (let start = 0; start < texts.length; start += AT_ONCE) {
        const rows = texts.slice(start, start + AT_ONCE).map((text) => ({ fileId: file.id, ...text }));
        await tx.insert(filePages).values(rows);
      }
    });
    read += 1;
  }
  return read;
}

export type FileHit = {
  /** Of the file as it stands with its record. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly page: number;
  readonly snippet: readonly SnippetPart[];
  readonly record: RecordLine;
};

/** Pages that a question finds, of which so many are looked through for files of records that somebody sees. */
const MOST_PAGES = 200;

/**
 * Files whose text answers a question, each by the page that answers it best; the desk's alone.
 * @param limit of files; `isMore` when there may be others
 */
export async function searchFileTexts(
  actor: Actor,
  q: string,
  limit = 10,
): Promise<{ items: FileHit[]; isMore: boolean }> {
  requirePermission(actor, "read drafts");
  const query = textQuery(q);
  if (query === null) return { items: [], isMore: false };
  const rank = sql<number>`ts_rank(${filePages.search}, ${query})`;
  const found = db
    .select({ fileId: filePages.fileId, page: filePages.page, rank: rank.as("rank") })
    .from(filePages)
    .where(matchesText(filePages.search, q))
    .orderBy(desc(rank), filePages.fileId, filePages.page)
    .limit(MOST_PAGES)
    .as("found");
  const rows = await db
    .select({
      id: attachments.id,
      name: attachments.name,
      type: files.type,
      page: found.page,
      text: filePages.text,
      kind: sql<FiledKind>`${attachments.subjectKind}`,
      subject: attachments.subjectId,
    })
    .from(found)
    .innerJoin(filePages, and(eq(filePages.fileId, found.fileId), eq(filePages.page, found.page)))
    .innerJoin(files, eq(files.id, found.fileId))
    .innerJoin(attachments, and(eq(attachments.fileId, found.fileId), isNull(attachments.withdrawnAt)))
    .orderBy(desc(found.rank), asc(attachments.at), asc(attachments.id), asc(found.page));
  const best = rows.filter(({ id }, index) => rows.findIndex((row) => row.id === id) === index);
  const records = await recordsOf(actor, best);
  const items = best.flatMap(({ text, kind: _kind, subject, ...row }) => {
    const record = records.get(subject);
    return record ? [{ ...row, snippet: snippetOf(text, q), record }] : [];
  });
  return { items: items.slice(0, limit), isMore: items.length > limit };
}

/** The records that these files stand with, as far as this person sees them, by the ids under which they were handed in. */
async function recordsOf(actor: Actor, rows: readonly { kind: FiledKind; subject: string }[]) {
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

/**
 * A page of the text of a file, with those that have text before and after it; null while it was not read, or has none to read.
 * @throws Refusal forbidden or not_found
 */
export async function readFilePage(actor: Actor, attachment: string, page: number) {
  const { fileId } = await findAttachment(actor, attachment);
  const [read] = await db.select().from(fileTexts).where(eq(fileTexts.fileId, fileId));
  if (!read) return null;
  const ofFile = eq(filePages.fileId, fileId);
  const at = (where: ReturnType<typeof eq>, order: ReturnType<typeof asc>) =>
    db
      .select({ page: filePages.page, text: filePages.text })
      .from(filePages)
      .where(and(ofFile, where))
      .orderBy(order)
      .limit(1);
  const [[shown], [before], [after]] = await Promise.all([
    at(sql`${filePages.page} >= ${page}`, asc(filePages.page)),
    at(lt(filePages.page, page), desc(filePages.page)),
    at(gt(filePages.page, page), asc(filePages.page)),
  ]);
  const next = shown && shown.page > page ? undefined : after?.page;
  return { pages: read.pages, problem: read.problem, shown: shown ?? null, before: before?.page, after: next };
}
