import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { CapturedPart } from "@/lib/records/capture";
import type { FiledSubject } from "@/lib/records/file";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { WRITE_PERMISSIONS } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, transaction } from "../../client";
import { mayFetch } from "../../fetching/fetch-settings";
import { attachments, captures, evidence, files, people } from "../../schema";
import { findSubject } from "../discussion/subjects";
import { writtenRows } from "../history/kept-rows";
import { absorbedInto } from "../merges/redirects";
import { lockRecords } from "../records/record-content";
import { appendRevisions } from "../revisions";
import { addJob } from "./jobs";

/**
 * Asks for the page of an item to be preserved, once: while that waits, another asking is the same one.
 * @returns the capture's id
 * @throws Refusal forbidden or not_found; Invalid of an item without an address, and where nothing may be fetched
 */
export async function preservePage(actor: Actor, slug: string): Promise<{ id: string }> {
  requirePermission(actor, WRITE_PERMISSIONS.evidence);
  return transaction(async (tx) => {
    const record = (await lockRecords(tx, actor, "evidence", [slug])).get(slug);
    if (!record) throw Refusal.notFound();
    const [item] = await tx.select({ url: evidence.url }).from(evidence).where(eq(evidence.id, record.id));
    const url = item?.url;
    if (!url || !mayFetch()) throw new Invalid({ slug: "validation.notFetched" });
    const ofIt = and(
      eq(captures.subjectKind, "evidence"),
      eq(captures.subjectId, record.id),
      eq(captures.url, url),
      eq(captures.state, "pending"),
    );
    const [waiting] = await tx.select({ id: captures.id }).from(captures).where(ofIt);
    if (waiting) return waiting;
    const [made] = await tx
      .insert(captures)
      .values({ subjectKind: "evidence", subjectId: record.id, url, askedBy: actor.id })
      .returning({ id: captures.id });
    if (!made) throw new Error("A capture was not stored.");
    await addJob(tx, made.id);
    await appendRevisions(tx, actor, await writtenRows(tx, "captures", eq(captures.id, made.id)));
    return made;
  });
}

export type Capture = Awaited<ReturnType<typeof listCaptures>>[number];
/** One of its files, as long as nobody withdrew it. */
export type CaptureFile = {
  readonly id: string;
  readonly part: CapturedPart;
  readonly isNew: boolean;
  readonly name: string;
  readonly size: number;
  readonly type: string;
};

/** What was preserved of a record's pages, the latest first: the desk's alone to see. */
export async function listCaptures(actor: Actor, subject: FiledSubject) {
  requirePermission(actor, "read drafts");
  const { id } = await findSubject(db, actor, subject);
  const rows = await db
    .select({
      id: captures.id,
      url: captures.url,
      by: people.name,
      askedAt: captures.askedAt,
      state: captures.state,
      attempts: captures.attempts,
      failure: captures.failure,
      wall: captures.wall,
      finishedAt: captures.finishedAt,
      landed: captures.landed,
      status: captures.status,
      address: captures.address,
      redirects: captures.redirects,
      programs: captures.programs,
      certificates: captures.certificates,
      differsFrom: captures.differsFrom,
      files: captures.files,
    })
    .from(captures)
    .innerJoin(people, eq(people.id, captures.askedBy))
    .where(and(eq(captures.subjectKind, subject.kind), absorbedInto(captures.subjectId, id)))
    .orderBy(desc(captures.askedAt), desc(captures.id))
    .limit(MOST);
  const there = await filesOf(rows.flatMap((row) => row.files.map(({ attachment }) => attachment)));
  return rows.map((row) => ({
    ...row,
    files: row.files.flatMap(({ part, attachment, isNew }): CaptureFile[] => {
      const file = there.get(attachment);
      return file ? [{ ...file, part, isNew }] : [];
    }),
  }));
}

/** A page draws so many, the latest. */
const MOST = 50;

async function filesOf(ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await db
    .select({ id: attachments.id, name: attachments.name, size: files.size, type: files.type })
    .from(attachments)
    .innerJoin(files, eq(files.id, attachments.fileId))
    .where(and(inArray(attachments.id, [...ids]), isNull(attachments.withdrawnAt)));
  return new Map(rows.map((row) => [row.id, row]));
}

/** The attachments of a record that came by its captures, and by nobody's hand. */
export async function listCapturedIds(actor: Actor, subject: FiledSubject): Promise<ReadonlySet<string>> {
  requirePermission(actor, "read drafts");
  const { id } = await findSubject(db, actor, subject);
  const rows = await db
    .select({ files: captures.files })
    .from(captures)
    .where(and(eq(captures.subjectKind, subject.kind), absorbedInto(captures.subjectId, id)));
  return new Set(
    rows.flatMap(({ files: all }) => all.filter(({ isNew }) => isNew).map(({ attachment }) => attachment)),
  );
}

/** How many copies of an item's pages there are, and how many of these are of what stood in a page's place. */
export async function countCaptures(actor: Actor, subject: FiledSubject) {
  requirePermission(actor, "read drafts");
  const { id } = await findSubject(db, actor, subject);
  const [row] = await db
    .select({
      complete: sql<number>`count(*) filter (where ${captures.state} = 'complete')::int`,
      walls: sql<number>`count(*) filter (where ${captures.wall} is not null)::int`,
    })
    .from(captures)
    .where(and(eq(captures.subjectKind, subject.kind), absorbedInto(captures.subjectId, id)));
  return row ?? { complete: 0, walls: 0 };
}
