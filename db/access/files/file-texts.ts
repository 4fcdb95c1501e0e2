import { and, asc, desc, eq, gt, inArray, isNull, lt, sql } from "drizzle-orm";
import { readFileText, TEXT_TYPES } from "@/db/files/read-text";
import { openStorage } from "@/db/files/storage";
import type { Actor } from "@/lib/workflow/actor";
import { db, transaction } from "../../client";
import { filePages, files, fileTexts } from "../../schema";
import { findAttachment } from "./files";
import { standsSomewhere } from "./standing";

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
    .where(and(isNull(fileTexts.fileId), inArray(files.type, [...TEXT_TYPES]), standsSomewhere()))
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
