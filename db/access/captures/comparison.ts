import { text } from "node:stream/consumers";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { comparePages, type PageComparison } from "@/lib/captures/page-comparison";
import type { CapturedFile, CapturedPart } from "@/lib/records/capture";
import type { FiledSubject } from "@/lib/records/file";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { openStorage } from "../../files/storage";
import { attachments, captures, files } from "../../schema";
import { findSubject } from "../discussion/subjects";
import { absorbedInto } from "../merges/redirects";
import { attachedFiles, filesNow } from "./captured-files";

/** What was captured at one moment, as far as it can be compared: the title and the text of a page, or the file that was answered. */
type CapturedContent = {
  readonly title: string | null;
  readonly text: string | null;
  readonly body: string | null;
};

/**
 * `file`: at least one is no page; `differs` says whether its bytes are others. Null: one of them has nothing left to compare.
 * `title`: null where it says the same, or was not read.
 */
type CaptureComparison =
  | { readonly kind: "page"; readonly page: PageComparison; readonly title: PageComparison | null }
  | { readonly kind: "file"; readonly differs: boolean }
  | null;

/** What two captures of an address say against each other. */
export function compareContents(
  before: CapturedContent,
  after: CapturedContent,
  ignored: readonly string[] = [],
): CaptureComparison {
  if (before.text !== null && after.text !== null) {
    const isKnown = before.title !== null && after.title !== null;
    const title = isKnown ? comparePages(before.title ?? "", after.title ?? "", ignored) : null;
    return {
      kind: "page",
      page: comparePages(before.text, after.text, ignored),
      title: title && title.changes > 0 ? title : null,
    };
  }
  const isEmpty = [before, after].some(({ text: page, body }) => page === null && body === null);
  return isEmpty ? null : { kind: "file", differs: before.body !== after.body };
}

/** Whether they differ in what they say: of what can't be compared nothing is known. */
export const hasChanged = (comparison: CaptureComparison): boolean =>
  comparison?.kind === "page"
    ? comparison.page.changes > 0 || comparison.title !== null
    : comparison?.differs === true;

/** What is left of a capture to compare. A file that was withdrawn is none. */
export async function readContent(captured: {
  readonly files: readonly CapturedFile[];
  readonly pageTitle: string | null;
}): Promise<CapturedContent> {
  const digestOf = async (wanted: CapturedPart) => {
    const file = captured.files.find(({ part }) => part === wanted);
    if (!file) return null;
    const [row] = await db
      .select({ digest: files.digest })
      .from(attachments)
      .innerJoin(files, eq(files.id, attachments.fileId))
      .where(and(eq(attachments.id, file.attachment), isNull(attachments.withdrawnAt)));
    return row?.digest ?? null;
  };
  const [page, body] = [await digestOf("text"), await digestOf("body")];
  const isThere = page !== null && (await openStorage().has(page));
  return { title: captured.pageTitle, text: isThere ? await text(openStorage().open(page)) : null, body };
}

const columns = {
  id: captures.id,
  url: captures.url,
  finishedAt: captures.finishedAt,
  wall: captures.wall,
  pageTitle: captures.pageTitle,
  files: captures.files,
};

/**
 * Holds two captures of a record against each other.
 * @param ids `to` without `from`: with the one that a look found it to differ from, or the last good one before it. Neither: the last two.
 * @returns null when there are no two
 * @throws Refusal forbidden or not_found
 */
export async function compareCaptures(
  actor: Actor,
  subject: FiledSubject,
  ids: { readonly from?: string | undefined; readonly to?: string | undefined },
  ignored: readonly string[] = [],
) {
  requirePermission(actor, "read drafts");
  const { id } = await findSubject(db, actor, subject);
  const ofRecord = and(
    eq(captures.subjectKind, subject.kind),
    absorbedInto(captures.subjectId, id),
    eq(captures.state, "complete"),
  );
  const findOne = async (wanted: string) => {
    const [row] = await db
      .select({ ...columns, differsFrom: captures.differsFrom })
      .from(captures)
      .where(and(ofRecord, eq(captures.id, wanted)));
    if (!row) throw Refusal.notFound();
    return row;
  };
  const isGood = sql`${captures.wall} is null`;
  const [latest] = ids.to
    ? [await findOne(ids.to)]
    : await db
        .select({ ...columns, differsFrom: captures.differsFrom })
        .from(captures)
        .where(and(ofRecord, isGood))
        .orderBy(desc(captures.finishedAt), desc(captures.id))
        .limit(1);
  if (!latest) return null;
  const from = ids.from ?? latest.differsFrom ?? undefined;
  const [earlier] = from
    ? [await findOne(from)]
    : await db
        .select(columns)
        .from(captures)
        .where(
          and(
            ofRecord,
            isGood,
            eq(captures.url, latest.url),
            sql`(${captures.finishedAt}, ${captures.id}) < (${latest.finishedAt}::timestamptz, ${latest.id}::uuid)`,
          ),
        )
        .orderBy(desc(captures.finishedAt), desc(captures.id))
        .limit(1);
  if (!earlier) return null;
  const [before, after] = await Promise.all([readContent(earlier), readContent(latest)]);
  const there = await attachedFiles(id, [earlier, latest]);
  const shown = ({ files: all, pageTitle: _title, ...capture }: typeof earlier) => ({
    ...capture,
    files: filesNow(all, there),
  });
  const { differsFrom: _differs, ...later } = latest;
  return { from: shown(earlier), to: shown(later), comparison: compareContents(before, after, ignored) };
}
export type ComparedCaptures = NonNullable<Awaited<ReturnType<typeof compareCaptures>>>;
