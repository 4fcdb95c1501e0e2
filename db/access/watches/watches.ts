import { and, asc, desc, eq, ne, type SQL, sql } from "drizzle-orm";
import { MOST_RULES, type WatchChange, type WatchInput, type WatchState } from "@/lib/records/watch";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, type Tx, transaction } from "../../client";
import { mayFetch } from "../../fetching/fetch-settings";
import { captures, evidence, people, watches } from "../../schema";
import { addLookJob } from "../captures/jobs";
import { findSubject } from "../discussion/subjects";
import { absorbedInto, survivorOf } from "../merges/redirects";
import { lockRecords } from "../records/record-content";
import { visibleTo } from "../visibility";

/**
 * Has the page of an item looked at again, from now on, for whoever asks. Once: of one that they watch already the interval changes.
 * @throws Refusal forbidden or not_found; Invalid of an item without an address, and where nothing may be fetched
 */
export async function watchPage(actor: Actor, { evidence: slug, every }: WatchInput): Promise<{ id: string }> {
  requirePermission(actor, "watch a page");
  return transaction(async (tx) => {
    const record = (await lockRecords(tx, actor, "evidence", [slug])).get(slug);
    if (!record) throw Refusal.notFound();
    const [item] = await tx.select({ url: evidence.url }).from(evidence).where(eq(evidence.id, record.id));
    const url = item?.url;
    if (!url || !mayFetch()) throw new Invalid({ evidence: "validation.notFetched" });
    const subject = { subjectKind: "evidence" as const, subjectId: record.id, url };
    const own = { ...subject, personId: actor.id, every, base: await latestGood(tx, record.id, url) };
    const [made] = await tx
      .insert(watches)
      .values({ ...own, nextLook: sql`now()` })
      .onConflictDoUpdate({
        target: [watches.personId, watches.subjectKind, watches.subjectId, watches.url],
        targetWhere: sql`"state" <> 'ended'`,
        set: { every, state: "active", nextLook: sql`now()` },
      })
      .returning({ id: watches.id });
    if (!made) throw new Error("A watch was not stored.");
    await addLookJob(tx, made.id);
    return made;
  });
}

/** The last capture of an address that was the page. */
async function latestGood(tx: Tx, record: string, url: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: captures.id })
    .from(captures)
    .where(
      and(
        eq(captures.subjectKind, "evidence"),
        absorbedInto(captures.subjectId, record),
        eq(captures.url, url),
        eq(captures.state, "complete"),
        sql`${captures.wall} is null`,
      ),
    )
    .orderBy(desc(captures.finishedAt), desc(captures.id))
    .limit(1);
  return row?.id ?? null;
}

/** A page draws so many. */
const MOST = 500;

export type Watch = Awaited<ReturnType<typeof listWatches>>[number];

/** The watches of the desk that have not ended, of items that this person may see: those that look next come first. */
export async function listWatches(actor: Actor) {
  requirePermission(actor, "watch a page");
  return selectWatches(actor, ne(watches.state, "ended"));
}

/** @throws Refusal forbidden or not_found */
export async function findWatch(actor: Actor, id: string): Promise<Watch> {
  requirePermission(actor, "watch a page");
  const [watch] = await selectWatches(actor, eq(watches.id, id));
  if (!watch) throw Refusal.notFound();
  return watch;
}

/** This person's own watch of an item's page; null when they have none. @throws Refusal forbidden or not_found */
export async function findOwnWatch(actor: Actor, slug: string): Promise<Watch | null> {
  requirePermission(actor, "watch a page");
  const { id } = await findSubject(db, actor, { kind: "evidence", slug });
  const [own] = await selectWatches(
    actor,
    and(
      ne(watches.state, "ended"),
      eq(watches.personId, actor.id),
      eq(watches.subjectKind, "evidence"),
      absorbedInto(watches.subjectId, id),
    ),
  );
  return own ?? null;
}

function selectWatches(actor: Actor, where: SQL | undefined) {
  return db
    .select({
      id: watches.id,
      evidence: evidence.slug,
      title: evidence.title,
      language: evidence.language,
      url: watches.url,
      by: people.name,
      isOwn: sql<boolean>`${watches.personId} = ${actor.id}`,
      since: watches.since,
      every: watches.every,
      state: watches.state,
      ignored: watches.ignored,
      base: watches.base,
      nextLook: watches.nextLook,
      lookedAt: watches.lookedAt,
      result: watches.result,
      why: watches.why,
      failures: watches.failures,
      changedAt: watches.changedAt,
    })
    .from(watches)
    .innerJoin(people, eq(people.id, watches.personId))
    .innerJoin(evidence, and(eq(evidence.id, survivorOf(watches.subjectId)), visibleTo(actor, evidence)))
    .where(where)
    .orderBy(asc(watches.nextLook), asc(watches.since), asc(watches.id))
    .limit(MOST);
}

/**
 * Pauses a watch, takes it up again, ends it, or changes its interval or its rules. One's own, or another's for
 * whoever plans the work of others.
 * @throws Refusal forbidden or not_found; Invalid of one that has ended
 */
export async function changeWatch(actor: Actor, id: string, change: WatchChange): Promise<Watch> {
  await transaction(async (tx) => {
    const watch = await lockWatch(tx, actor, id);
    if (watch.state === "ended") throw new Invalid({ state: "validation.watchEnded" });
    await tx
      .update(watches)
      .set({
        every: change.every,
        ignored: change.ignored && [...new Set(change.ignored)],
        ...stateOf(change.state, watch),
      })
      .where(eq(watches.id, id));
  });
  return findWatch(actor, id);
}

/** One that is taken up again looks at once. */
const stateOf = (state: WatchState | undefined, was: { state: WatchState }) =>
  state === undefined || state === was.state
    ? {}
    : { state, nextLook: state === "active" ? sql`now()` : null, failures: 0 };

/** Adds rules to a watch, or takes them away. @throws as `changeWatch`; Invalid when there are too many */
export async function changeRules(
  actor: Actor,
  id: string,
  rules: readonly string[],
  isWanted: boolean,
): Promise<Watch> {
  await transaction(async (tx) => {
    const { ignored } = await lockWatch(tx, actor, id);
    const others = ignored.filter((one) => !rules.includes(one));
    const next = isWanted ? [...others, ...rules] : others;
    if (next.length > MOST_RULES) throw new Invalid({ rule: "validation.tooManyRules" });
    await tx.update(watches).set({ ignored: next }).where(eq(watches.id, id));
  });
  return findWatch(actor, id);
}

/** One's own, or another's for whoever plans their work. */
async function lockWatch(tx: Tx, actor: Actor, id: string) {
  requirePermission(actor, "watch a page");
  const [row] = await tx
    .select({ personId: watches.personId, state: watches.state, ignored: watches.ignored })
    .from(watches)
    .innerJoin(evidence, and(eq(evidence.id, survivorOf(watches.subjectId)), visibleTo(actor, evidence)))
    .where(eq(watches.id, id))
    .for("no key update", { of: watches });
  if (!row) throw Refusal.notFound();
  if (row.personId !== actor.id) requirePermission(actor, "plan the work of others");
  return row;
}
