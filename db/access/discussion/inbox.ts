import { and, desc, eq, inArray, isNull, lte, or, type Placeholder, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { FilterChoices } from "@/lib/filters/filter-field";
import { queryOn } from "@/lib/filters/saved-view";
import type { SubjectKind } from "@/lib/records/editorial";
import type { ListName } from "@/lib/records/list-file";
import { MOST_NOTICES, type NoticeCause } from "@/lib/records/notice";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { today } from "../../newsroom";
import { comments, follows, notices, people, revisions, savedViews } from "../../schema";
import { choiceCondition } from "../filters/choice-condition";
import { readerQuery } from "../reading/reader-query";
import { subjectsOf } from "./notice-subjects";
import { subjectVisible } from "./subjects";

type InboxFilter = { readonly show?: "all" | "unread"; readonly cause?: FilterChoices<NoticeCause> };
type InboxCursor = { readonly at: string; readonly id: string };
export type InboxItem = Awaited<ReturnType<typeof listInbox>>["items"][number];

/** One's own notices, of what one may see. */
const ownNotices = (actor: Actor, person: string | Placeholder = actor.id): SQL =>
  and(
    eq(notices.personId, person),
    // Of a view that was removed, and can still be brought back.
    sql`(${notices.viewId} is null or not exists (select from ${savedViews} where ${savedViews.id} = ${notices.viewId} and ${savedViews.removedAt} is not null))`,
    or(
      subjectVisible(actor, notices.subjectKind, notices.subjectId),
      may(actor, "read drafts") ? eq(notices.subjectKind, "annotation") : undefined,
    ),
  ) as SQL;

/** The latest of one's own notices. */
const latestNotices = (
  actor: Actor,
  narrowed: SQL | undefined,
  most: number | Placeholder,
  person?: string | Placeholder,
) =>
  db
    .select({ cause: notices.cause })
    .from(notices)
    .where(and(ownNotices(actor, person), narrowed))
    .orderBy(desc(notices.at), desc(notices.id))
    .limit(most)
    .as("latest");

/** How many notices this person has not read, up to so many. */
export async function countUnread(actor: Actor, most = MOST_NOTICES): Promise<number> {
  requirePermission(actor, "read the discussion");
  const [found] = await readUnreadCount(actor, { person: actor.id, most });
  return found?.count ?? 0;
}

/** Every page of the desk asks for it, and to plan it takes longer than to answer it. */
const readUnreadCount = readerQuery((reader) =>
  db
    .select({ count: sql<number>`count(*)::int` })
    .from(latestNotices(reader, isNull(notices.readAt), sql.placeholder("most"), sql.placeholder("person"))),
);

/** The latest of this person's notices by why they came, read or not. */
export async function countCauses(actor: Actor, most = MOST_NOTICES): Promise<Partial<Record<NoticeCause, number>>> {
  requirePermission(actor, "read the discussion");
  const latest = latestNotices(actor, undefined, most);
  const rows = await db
    .select({ cause: latest.cause, count: sql<number>`count(*)::int` })
    .from(latest)
    .groupBy(latest.cause);
  return Object.fromEntries(rows.map(({ cause, count }) => [cause, count]));
}

/** This person's notices, newest first, each with what it is about, who did it and why it came; `total` counts the latest. */
export async function listInbox(
  actor: Actor,
  { show = "all", cause }: InboxFilter = {},
  { after, limit = 30 }: { after?: InboxCursor | null; limit?: number } = {},
) {
  requirePermission(actor, "read the discussion");
  const narrowed = and(
    show === "unread" ? isNull(notices.readAt) : undefined,
    choiceCondition(cause, (causes) => inArray(notices.cause, causes)),
  );
  const afterCursor = after
    ? sql`(${notices.at}, ${notices.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`
    : undefined;
  const [total, rows] = await Promise.all([
    db.$count(latestNotices(actor, narrowed, MOST_NOTICES)),
    readNotices(and(ownNotices(actor), narrowed, afterCursor), limit + 1),
  ]);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const about = await subjectsOf(actor, page);
  return {
    items: page.flatMap(({ subjectId, action, view, ...row }) => {
      const subject = about.get(subjectId);
      if (!subject) return [];
      const step = action?.slice(action.indexOf(".") + 1) ?? null;
      return [{ ...row, subject, step, view: view && { ...view, query: queryOn(view, view.today) } }];
    }),
    total,
    next: last ? { at: last.at, id: last.id } : null,
  };
}

const by = alias(people, "by");

type StoredView = Parameters<typeof queryOn>[0] & {
  readonly list: ListName;
  readonly name: string;
  readonly today: string;
};

const readNotices = (where: SQL | undefined, limit: number) =>
  db
    .select({
      id: notices.id,
      cause: notices.cause,
      kind: sql<SubjectKind | "annotation">`${notices.subjectKind}`,
      subjectId: notices.subjectId,
      by: by.name,
      at: notices.at,
      readAt: notices.readAt,
      /** Why the person follows; null when they do not, or no longer. */
      follows: sql<
        typeof follows.$inferSelect.cause | null
      >`case when ${follows.stoppedAt} is null then ${follows.cause} end`,
      action: revisions.action,
      /** Why the step was taken, in the words of who took it: which changes were asked for. */
      reason: revisions.reason,
      commentId: notices.commentId,
      captureId: notices.captureId,
      view: sql<StoredView | null>`case when ${savedViews.id} is not null then json_build_object('list', ${savedViews.list}, 'name', ${savedViews.name}, 'query', ${savedViews.query}, 'isRelative', ${savedViews.isRelative}, 'savedOn', ${savedViews.savedOn}, 'today', ${today}::text) end`,
      /** The beginning of the comment as it says now. */
      said: sql<string | null>`left(${comments.body}, 280)`,
    })
    .from(notices)
    .innerJoin(by, eq(by.id, notices.actorId))
    .leftJoin(comments, eq(comments.id, notices.commentId))
    .leftJoin(revisions, eq(revisions.seq, notices.seq))
    .leftJoin(savedViews, eq(savedViews.id, notices.viewId))
    .leftJoin(
      follows,
      and(
        eq(follows.personId, notices.personId),
        eq(follows.subjectKind, notices.subjectKind),
        eq(follows.subjectId, notices.subjectId),
      ),
    )
    .where(where)
    .orderBy(desc(notices.at), desc(notices.id))
    .limit(limit);

/** @throws Refusal not_found for a notice that is not this person's */
export async function markRead(actor: Actor, id: string): Promise<void> {
  requirePermission(actor, "read the discussion");
  const [row] = await db
    .update(notices)
    .set({ readAt: sql`coalesce(${notices.readAt}, now())` })
    .where(and(eq(notices.id, id), eq(notices.personId, actor.id)))
    .returning({ id: notices.id });
  if (!row) throw Refusal.notFound();
}

/** Marks everything as read that came until then: what came since was not on the page. */
export async function markAllRead(actor: Actor, until: string): Promise<void> {
  requirePermission(actor, "read the discussion");
  await db
    .update(notices)
    .set({ readAt: sql`now()` })
    .where(and(eq(notices.personId, actor.id), isNull(notices.readAt), lte(notices.at, until)));
}
