import { and, eq, sql } from "drizzle-orm";
import type { CapturedFile, CapturedPart, CaptureFailure, Certificate, Wall } from "@/lib/records/capture";
import type { FiledKind } from "@/lib/records/file";
import { db, type Tx, transaction } from "../../client";
import { captures, people } from "../../schema";
import { attachIn, type Kept, keptOf } from "../files/attach-file";
import { writtenRows } from "../history/kept-rows";
import { survivorIds } from "../merges/redirects";
import { appendRevisions, type NewRevision } from "../revisions";
import { editorialTableOf } from "../tables";

// Written by the job that somebody asked for, in their name: what they may was asked then.

export type OpenCapture = { readonly id: string; readonly url: string; readonly by: string };

/** Begins an attempt. @returns null for one that is done already, or not there */
export async function beginAttempt(id: string): Promise<OpenCapture | null> {
  const [row] = await db
    .select({ id: captures.id, url: captures.url, by: people.name, attempts: captures.attempts })
    .from(captures)
    .innerJoin(people, eq(people.id, captures.askedBy))
    .where(and(eq(captures.id, id), eq(captures.state, "pending")));
  if (!row) return null;
  await db
    .update(captures)
    .set({ attempts: row.attempts + 1 })
    .where(and(eq(captures.id, id), eq(captures.state, "pending")));
  return row;
}

/** What of it came to nothing, for who waits to read; the last time it failed. */
export async function noteFailure(id: string, failure: CaptureFailure, isLast: boolean): Promise<void> {
  if (!isLast) {
    await db
      .update(captures)
      .set({ failure })
      .where(and(eq(captures.id, id), eq(captures.state, "pending")));
    return;
  }
  await finish(id, async () => ({ set: { state: "failed", failure }, kept: [] }));
}

export type Answered = {
  readonly landed: string;
  readonly status: number;
  readonly address: string;
  readonly redirects: number;
  readonly wall: Wall | null;
  readonly programs: Readonly<Record<string, string>>;
  readonly certificates: readonly Certificate[] | null;
};
export type PartFile = Kept & { readonly part: CapturedPart };

/** What was preserved, with its files, all in one: of an attempt that another one overtook, nothing. */
export async function completeCapture(id: string, answered: Answered, parts: readonly PartFile[]): Promise<void> {
  await finish(id, async (tx, capture) => {
    const { files, kept } = await attachParts(tx, { id, landed: answered.landed, ...capture }, parts);
    return { set: { state: "complete", failure: null, ...answered, files }, kept };
  });
}

type Locked = {
  readonly askedBy: string;
  readonly record: { readonly kind: FiledKind; readonly id: string; readonly slug: string };
};

/** Attaches the files of a capture to its record, which is locked. @returns also what the chain is told of them */
export async function attachParts(
  tx: Tx,
  { id, landed, askedBy, record }: Locked & { readonly id: string; readonly landed: string },
  parts: readonly PartFile[],
): Promise<{ files: CapturedFile[]; kept: NewRevision[] }> {
  const files: CapturedFile[] = [];
  const kept: NewRevision[] = [];
  for (const { part, ...bytes } of parts) {
    const origin = { said: { captured: landed, capture: id, part } };
    const { id: attachment, fileId, isNew } = await attachIn(tx, { id: askedBy }, record, bytes, origin);
    files.push({ part, attachment, isNew });
    if (isNew) kept.push(...(await keptOf(tx, fileId, attachment)));
  }
  return { files, kept };
}

type Ended = { set: Partial<typeof captures.$inferInsert>; kept: readonly NewRevision[] };

/** Ends a capture that still waits, under the lock of its record, and tells the chain last. */
async function finish(id: string, work: (tx: Tx, capture: Locked) => Promise<Ended>): Promise<void> {
  await transaction(async (tx) => {
    const [asked] = await tx.select().from(captures).where(eq(captures.id, id));
    if (!asked) return;
    const kind = asked.subjectKind as FiledKind;
    const table = editorialTableOf(kind);
    const subject = (await survivorIds(tx, [asked.subjectId])).get(asked.subjectId) ?? asked.subjectId;
    const [record] = await tx
      .select({ id: table.id, slug: table.slug })
      .from(table)
      .where(eq(table.id, subject))
      .for("no key update");
    const [waiting] = await tx
      .select({ id: captures.id })
      .from(captures)
      .where(and(eq(captures.id, id), eq(captures.state, "pending")))
      .for("update");
    if (!record || !waiting) return;
    const { set, kept } = await work(tx, { askedBy: asked.askedBy, record: { kind, ...record } });
    await tx
      .update(captures)
      .set({ ...set, finishedAt: sql`now()` })
      .where(eq(captures.id, id));
    const own = await writtenRows(tx, "captures", eq(captures.id, id));
    await appendRevisions(tx, { id: asked.askedBy }, [...kept, ...own]);
  });
}
