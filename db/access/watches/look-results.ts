import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import { type CapturedFile, type CaptureFailure, mayPass, type Wall } from "@/lib/records/capture";
import { type LookResult, nextLook, type WatchInterval } from "@/lib/records/watch";
import { rolesThatMay } from "@/lib/workflow/policy";
import { db, type Tx, transaction } from "../../client";
import { mayFetch } from "../../fetching/fetch-settings";
import { captures, evidence, notices, people, watches } from "../../schema";
import { type Answered, attachParts, type BrowserNext, type PartFile } from "../captures/capture-results";
import { addBrowserJob, addLookJob } from "../captures/jobs";
import { notifyDesk } from "../discussion/live-events";
import { writtenRows } from "../history/kept-rows";
import { survivorOf } from "../merges/redirects";
import { appendRevisions } from "../revisions";

// Written by the job of a watch, in the name of whoever watches: what they may was asked when they began.

/** Looks that wait at once; the next minute takes the others. */
const MOST_AT_ONCE = 200;

/** Puts the looks that are due into the queue; none where nothing may be fetched. */
export async function enqueueDueLooks(): Promise<void> {
  if (!mayFetch()) return;
  const due = await db
    .select({ id: watches.id })
    .from(watches)
    .where(and(eq(watches.state, "active"), lte(watches.nextLook, sql`now()`)))
    .orderBy(watches.nextLook)
    .limit(MOST_AT_ONCE);
  for (const { id } of due) await addLookJob(db, id);
}

export type DueWatch = {
  readonly id: string;
  readonly url: string;
  readonly by: string;
  readonly ignored: readonly string[];
  readonly base: string | null;
  readonly baseFiles: readonly CapturedFile[];
  readonly baseTitle: string | null;
};

/** Whoever left, or may no longer watch a page, has none looked at. */
const maySeeIt = and(isNull(people.disabledAt), inArray(people.role, [...rolesThatMay("watch a page")]));

/** A watch that looks now. @returns null of one that is not due, or of which the item or whoever watches is no longer there */
export async function findDueWatch(id: string): Promise<DueWatch | null> {
  const [row] = await db
    .select({
      id: watches.id,
      url: watches.url,
      by: people.name,
      ignored: watches.ignored,
      base: watches.base,
      baseFiles: captures.files,
      baseTitle: captures.pageTitle,
    })
    .from(watches)
    .innerJoin(people, and(eq(people.id, watches.personId), maySeeIt))
    .innerJoin(evidence, and(eq(evidence.id, survivorOf(watches.subjectId)), sql`${evidence.state} <> 'trashed'`))
    .leftJoin(captures, eq(captures.id, watches.base))
    .where(and(eq(watches.id, id), eq(watches.state, "active"), lte(watches.nextLook, sql`now()`)));
  return row ? { ...row, baseFiles: row.baseFiles ?? [] } : null;
}

/** Puts off the look of a watch that is due and can't look now, for as long as its interval. */
export async function postponeLook(id: string): Promise<void> {
  await transaction(async (tx) => {
    const isDue = and(eq(watches.id, id), eq(watches.state, "active"), lte(watches.nextLook, sql`now()`));
    const [due] = await tx.select({ id: watches.id }).from(watches).where(isDue);
    if (due) await endLook(tx, id, null);
  });
}

/** A look that saw no page, or the page as it was. */
export async function noteLook(
  id: string,
  look: { readonly result: LookResult; readonly why: CaptureFailure | Wall | null },
): Promise<void> {
  await transaction((tx) => endLook(tx, id, look));
}

/**
 * A look that saw another page than before, or the first one: a capture with its files, what is compared with from now on, and
 * where it differs the notice, all in one.
 */
export async function captureLook(
  watch: DueWatch,
  answered: Answered,
  parts: readonly PartFile[],
  next: BrowserNext,
): Promise<void> {
  await transaction(async (tx) => {
    const [row] = await tx
      .select({ personId: watches.personId, subject: survivorOf(watches.subjectId), state: watches.state })
      .from(watches)
      .where(eq(watches.id, watch.id));
    const [record] = row
      ? await tx
          .select({ id: evidence.id, slug: evidence.slug })
          .from(evidence)
          .where(eq(evidence.id, row.subject))
          .for("no key update")
      : [];
    if (!row || !record || row.state !== "active") return;
    const id = randomUUID();
    const writer = { id: row.personId };
    const locked = {
      id,
      landed: answered.landed,
      askedBy: writer.id,
      record: { kind: "evidence" as const, ...record },
    };
    const { files, kept } = await attachParts(tx, locked, parts);
    const asked = { id, subjectKind: "evidence" as const, subjectId: record.id, url: watch.url, askedBy: writer.id };
    const done = { state: "complete" as const, attempts: 1, finishedAt: sql`now()`, differsFrom: watch.base, files };
    await tx.insert(captures).values({ ...asked, ...answered, ...done, ...next });
    if (next.browserState) await addBrowserJob(tx, id);
    await endLook(tx, watch.id, { result: watch.base ? "changed" : "first", why: null, base: id });
    if (watch.base) await notifyOfChange(tx, writer.id, record.id, id);
    await appendRevisions(tx, writer, [...kept, ...(await writtenRows(tx, "captures", eq(captures.id, id)))]);
  });
}

async function notifyOfChange(tx: Tx, person: string, subjectId: string, captureId: string): Promise<void> {
  const about = { subjectKind: "evidence" as const, subjectId, captureId };
  await tx.insert(notices).values({ ...about, personId: person, actorId: person, cause: "page_changed" });
  await notifyDesk(tx, { kind: "evidence", id: subjectId });
}

type Look = { result: LookResult; why: CaptureFailure | Wall | null; base?: string };

async function endLook(tx: Tx, id: string, look: Look | null): Promise<void> {
  const [watch] = await tx
    .select({ every: watches.every, state: watches.state, failures: watches.failures, now: sql<string>`now()` })
    .from(watches)
    .where(eq(watches.id, id))
    .for("update");
  if (!watch) return;
  const failures = look && isFailure(look) ? watch.failures + 1 : 0;
  const at = nextLook(watch.every as WatchInterval, failures, new Date(watch.now));
  await tx
    .update(watches)
    .set({
      ...(look && { ...look, lookedAt: sql`now()`, failures }),
      ...(look?.result === "changed" && { changedAt: sql`now()` }),
      // Paused or ended while it looked, it stays so.
      nextLook: watch.state === "active" ? at.toISOString() : null,
    })
    .where(eq(watches.id, id));
}

/** What passes is tried again sooner than a day; a wall, or an address that is not asked, is no other in an hour. */
const isFailure = ({ result, why }: Look) => result === "failed" && mayPass(why as CaptureFailure);
