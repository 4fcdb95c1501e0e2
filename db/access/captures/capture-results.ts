import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { CapturedFile, CapturedPart, CaptureFailure, Certificate, Wall } from "@/lib/records/capture";
import type { FiledKind } from "@/lib/records/file";
import { db, type Tx, transaction } from "../../client";
import { captures, people, watches } from "../../schema";
import { attachIn, type Kept, keptOf } from "../files/attach-file";
import { writtenRows } from "../history/kept-rows";
import { absorbedInto, survivorIds } from "../merges/redirects";
import { appendRevisions, type NewRevision } from "../revisions";
import { editorialTableOf } from "../tables";
import { addBrowserJob } from "./jobs";

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
  await finish(id, IS_PENDING, async () => ({
    set: { state: "failed", failure, finishedAt: sql`now()` },
    kept: [],
  }));
}

export type Answered = {
  readonly landed: string;
  readonly status: number;
  readonly address: string;
  readonly redirects: number;
  readonly wall: Wall | null;
  readonly programs: Readonly<Record<string, string>>;
  readonly certificates: readonly Certificate[] | null;
  readonly pageTitle: string | null;
};
/** `pending`: a browser opens the page as well, by a job of its own; null: none does. */
export type BrowserNext = { readonly browserState: "pending" | null };
export type PartFile = Kept & { readonly part: CapturedPart };

/**
 * What was preserved, with its files, all in one: of an attempt that another one overtook, nothing. What whoever asked watches of the page
 * is compared with this copy from now on, which they have seen.
 */
export async function completeCapture(
  id: string,
  answered: Answered,
  parts: readonly PartFile[],
  next: BrowserNext,
): Promise<void> {
  await finish(id, IS_PENDING, async (tx, capture) => {
    const { files, kept } = await attachParts(tx, { id, landed: answered.landed, ...capture }, parts);
    if (next.browserState) await addBrowserJob(tx, id);
    if (!answered.wall) await moveBase(tx, id, capture);
    return { set: { state: "complete", failure: null, finishedAt: sql`now()`, ...answered, ...next, files }, kept };
  });
}

async function moveBase(tx: Tx, base: string, { askedBy, url, record }: Locked): Promise<void> {
  const own = and(eq(watches.personId, askedBy), eq(watches.url, url), ne(watches.state, "ended"));
  await tx
    .update(watches)
    .set({ base })
    .where(and(own, eq(watches.subjectKind, record.kind), absorbedInto(watches.subjectId, record.id)));
}

/** A capture whose record is locked. */
export type Locked = {
  readonly askedBy: string;
  readonly url: string;
  readonly record: { readonly kind: FiledKind; readonly id: string; readonly slug: string };
};

/** Attaches the files of a capture to its record, which is locked. @returns also what the chain is told of them */
export async function attachParts(
  tx: Tx,
  { id, landed, askedBy, record }: Omit<Locked, "url"> & { readonly id: string; readonly landed: string },
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

const IS_PENDING = eq(captures.state, "pending");

type Ended = { set: PgUpdateSetSource<typeof captures>; kept: readonly NewRevision[] };

/** Ends what of a capture still waits, under the lock of its record, and tells the chain last. */
export async function finish(
  id: string,
  waits: SQL,
  work: (tx: Tx, capture: Locked & { readonly files: readonly CapturedFile[] }) => Promise<Ended>,
): Promise<void> {
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
      .select({ files: captures.files })
      .from(captures)
      .where(and(eq(captures.id, id), waits))
      .for("update");
    if (!record || !waiting) return;
    const { askedBy, url } = asked;
    const { set, kept } = await work(tx, { askedBy, url, record: { kind, ...record }, ...waiting });
    await tx.update(captures).set(set).where(eq(captures.id, id));
    const own = await writtenRows(tx, "captures", eq(captures.id, id));
    await appendRevisions(tx, { id: asked.askedBy }, [...kept, ...own]);
  });
}
