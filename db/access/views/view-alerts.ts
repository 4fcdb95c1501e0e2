import { and, desc, eq, gt, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";
import { queryOn } from "@/lib/filters/saved-view";
import { isRecordList, LIST_NAMES, type ListName, type RecordList } from "@/lib/records/list-file";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, transaction, Unavailable } from "../../client";
import { today } from "../../newsroom";
import { notices, people, replyEntries, revisions, savedViews, viewAlerts } from "../../schema";
import { canBeNotified } from "../discussion/desk-people";
import { notifyDesk } from "../discussion/live-events";
import { viewsSeenBy } from "./saved-views";
import { idsInView, kindOfList } from "./view-matches";

/** Changes that are looked at in one round, the latest: a dossier that is loaded is not news. */
const MOST_CHANGES = 5000;
/** Notices of one view in one round, of what changed last. */
const MOST_NOTICES = 20;

/**
 * Begins or ends alerts on a view that this person finds, for them alone: what others add or change from now on and that is in
 * the view comes into their inbox.
 * @throws Refusal forbidden or not_found; Invalid for a list that is none of records
 */
export async function setViewAlert(actor: Actor, id: string, isOn: boolean): Promise<{ id: string }> {
  requirePermission(actor, "read the discussion");
  const [view] = await db
    .select({ id: savedViews.id, list: sql<ListName>`${savedViews.list}` })
    .from(savedViews)
    .where(and(eq(savedViews.id, id), viewsSeenBy(actor)));
  if (!view) throw Refusal.notFound();
  if (isOn && !isRecordList(view.list)) throw new Invalid({ isOn: "validation.noAlerts" });
  const own = and(eq(viewAlerts.viewId, id), eq(viewAlerts.personId, actor.id));
  if (!isOn) await db.delete(viewAlerts).where(own);
  else {
    const head = sql`(select coalesce(max(${revisions.seq}), 0) from ${revisions})`;
    await db.insert(viewAlerts).values({ viewId: id, personId: actor.id, seenTo: head }).onConflictDoNothing();
  }
  return { id };
}

type Alert = Awaited<ReturnType<typeof listBehind>>[number];
type Change = { readonly kind: string; readonly id: string; readonly seq: number; readonly author: string | null };

/** Tells of what came into saved views, or changed in them, since each was looked through last. Run by a job each minute. */
export async function sendViewAlerts(): Promise<void> {
  const [last] = await db.select({ seq: revisions.seq }).from(revisions).orderBy(desc(revisions.seq)).limit(1);
  const head = last?.seq ?? 0;
  const behind = await listBehind(head);
  if (behind.length === 0) return;
  const changes = await listChanges(Math.min(...behind.map(({ seenTo }) => seenTo)));
  for (const alert of behind) await sendOrPutOff(alert, changes, head);
}

/** What can't be looked through holds up no other, and is tried again, ever later. A database that is away is nobody's fault. */
async function sendOrPutOff(alert: Alert, changes: readonly Change[], head: number): Promise<void> {
  try {
    await sendAlerts(alert, changes, head);
  } catch (error) {
    if (error instanceof Unavailable) throw error;
    console.warn(`An alert on the view ${alert.viewId} was put off.`, error);
    const own = and(eq(viewAlerts.viewId, alert.viewId), eq(viewAlerts.personId, alert.person.id));
    const wait = sql`least(power(2, least(${viewAlerts.failures}, 20)) * interval '1 minute', interval '6 hours')`;
    await db
      .update(viewAlerts)
      .set({ failures: sql`${viewAlerts.failures} + 1`, retryAt: sql`now() + ${wait}` })
      .where(own);
  }
}

/** Alerts that were not looked through as far as the chain goes, of views that their person still finds. */
function listBehind(head: number) {
  const isTheirs = eq(savedViews.ownerId, viewAlerts.personId);
  return db
    .select({
      viewId: savedViews.id,
      list: sql<RecordList>`${savedViews.list}`,
      query: savedViews.query,
      isRelative: savedViews.isRelative,
      savedOn: savedViews.savedOn,
      today: sql<string>`${today}::text`,
      seenTo: viewAlerts.seenTo,
      person: { id: people.id, name: people.name, email: people.email, role: people.role, locale: people.locale },
    })
    .from(viewAlerts)
    .innerJoin(savedViews, eq(savedViews.id, viewAlerts.viewId))
    .innerJoin(people, and(eq(people.id, viewAlerts.personId), canBeNotified))
    .where(
      and(
        lt(viewAlerts.seenTo, head),
        or(isNull(viewAlerts.retryAt), lte(viewAlerts.retryAt, sql`now()`)),
        isNull(savedViews.removedAt),
        or(isTheirs, eq(savedViews.isShared, true)),
      ),
    );
}

const KINDS = LIST_NAMES.filter(isRecordList).map(kindOfList);
const isEntry = eq(revisions.recordKind, "reply_entry");

/** What was written since; an entry of the ledger changes the request that it is about. */
function listChanges(after: number): Promise<Change[]> {
  return db
    .select({
      kind: sql<string>`case when ${isEntry} then 'reply_request' else ${revisions.recordKind}::text end`,
      id: sql<string>`coalesce(${replyEntries.requestId}, ${revisions.recordId})`,
      seq: revisions.seq,
      author: revisions.authorId,
    })
    .from(revisions)
    .leftJoin(replyEntries, and(isEntry, eq(replyEntries.id, revisions.recordId)))
    .where(and(gt(revisions.seq, after), or(inArray(revisions.recordKind, KINDS), isEntry)))
    .orderBy(desc(revisions.seq))
    .limit(MOST_CHANGES);
}

/** One alert, once: another process that works on the same finds that it has moved on. */
async function sendAlerts(alert: Alert, changes: readonly Change[], head: number): Promise<void> {
  const { viewId, person, seenTo, list } = alert;
  const kind = kindOfList(list);
  const latest = new Map<string, Change>();
  for (const change of changes) {
    const isNews = change.kind === kind && change.seq > seenTo && change.author !== person.id;
    if (isNews && !latest.has(change.id)) latest.set(change.id, change);
  }
  const query = queryOn(alert, alert.today);
  const found = await idsInView({ ...person, locale: person.locale ?? "en" } as Actor, { list, query }, [
    ...latest.keys(),
  ]);
  const news = [...latest.values()].filter(({ id }) => found.has(id)).slice(0, MOST_NOTICES);
  const own = and(eq(viewAlerts.viewId, viewId), eq(viewAlerts.personId, person.id), eq(viewAlerts.seenTo, seenTo));
  await transaction(async (tx) => {
    const moved = await tx
      .update(viewAlerts)
      .set({ seenTo: head, failures: 0, retryAt: null })
      .where(own)
      .returning({ id: viewAlerts.viewId });
    if (moved.length === 0 || news.length === 0) return;
    // Of what was told and not read yet there is no second line.
    const unread = await tx
      .select({ id: notices.subjectId })
      .from(notices)
      .where(and(eq(notices.personId, person.id), eq(notices.viewId, viewId), isNull(notices.readAt)));
    const known = new Set(unread.map(({ id }) => id));
    const rows = news
      .filter(({ id }) => !known.has(id))
      .map(({ id, seq, author }) => ({
        ...{ personId: person.id, cause: "view_matched" as const, viewId, seq },
        ...{ subjectKind: kind, subjectId: id, actorId: author ?? person.id },
      }));
    const [first] = rows;
    if (first) await tx.insert(notices).values(rows);
    // An open page counts what is unread anew.
    if (first) await notifyDesk(tx, { kind, id: first.subjectId });
  });
}
