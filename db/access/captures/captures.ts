import { and, desc, eq, sql } from "drizzle-orm";
import type { FiledSubject } from "@/lib/records/file";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { WRITE_PERMISSIONS } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, type Tx, transaction } from "../../client";
import { mayFetch, preservesNew } from "../../fetching/fetch-settings";
import { captures, evidence, people } from "../../schema";
import { findSubject } from "../discussion/subjects";
import { writtenRows } from "../history/kept-rows";
import { absorbedInto } from "../merges/redirects";
import type { Append } from "../record-one";
import { lockRecords } from "../records/record-content";
import { appendRevisions, type NewRevision } from "../revisions";
import { attachedFiles, filesNow } from "./captured-files";
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
    const asked = await askFor(tx, actor, record.id, url);
    await appendRevisions(tx, actor, asked.revisions);
    return { id: asked.id };
  });
}

/** @returns what waits, and what the chain is told of what is new */
async function askFor(tx: Tx, actor: Actor, subjectId: string, url: string) {
  const subject = { subjectKind: "evidence" as const, subjectId, url };
  const ofIt = and(
    eq(captures.subjectKind, subject.subjectKind),
    eq(captures.subjectId, subjectId),
    eq(captures.url, url),
    eq(captures.state, "pending"),
  );
  const [waiting] = await tx.select({ id: captures.id }).from(captures).where(ofIt);
  if (waiting) return { ...waiting, revisions: [] };
  const [made] = await tx
    .insert(captures)
    .values({ ...subject, askedBy: actor.id })
    .returning({ id: captures.id });
  if (!made) throw new Error("A capture was not stored.");
  await addJob(tx, made.id);
  return { ...made, revisions: await writtenRows(tx, "captures", eq(captures.id, made.id)) };
}

/** Has the pages of items that are recorded preserved with them, where the installation says so: with what records them, or not at all. */
export const preservingNew =
  (append: Append): Append =>
  async (tx, actor, added) => {
    const items = added.filter(({ recordKind, version }) => recordKind === "evidence" && version === 1);
    const asked: NewRevision[] = [];
    for (const { recordId, snapshot } of preservesNew() ? items : []) {
      const { url } = snapshot as { url?: string | null };
      if (url) asked.push(...(await askFor(tx, actor, recordId, url)).revisions);
    }
    await append(tx, actor, [...added, ...asked]);
  };

export type Capture = Awaited<ReturnType<typeof listCaptures>>[number];
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
      browserState: captures.browserState,
      browserAttempts: captures.browserAttempts,
      browserFailure: captures.browserFailure,
      browserAt: captures.browserAt,
      browser: captures.browser,
      files: captures.files,
    })
    .from(captures)
    .innerJoin(people, eq(people.id, captures.askedBy))
    .where(and(eq(captures.subjectKind, subject.kind), absorbedInto(captures.subjectId, id)))
    .orderBy(desc(captures.askedAt), desc(captures.id))
    .limit(MOST);
  const there = await attachedFiles(id, rows);
  return rows.map((row) => ({ ...row, files: filesNow(row.files, there) }));
}

/** A page draws so many, the latest. */
const MOST = 50;

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
