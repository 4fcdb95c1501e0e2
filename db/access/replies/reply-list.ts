import { and, asc, count, desc, eq, inArray, lte, type SQL, sql } from "drizzle-orm";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import { REPLY_FACETS, type ReplyCursor, type ReplyFacet } from "@/lib/filters/reply-filter";
import { OPEN_STATUSES } from "@/lib/records/reply-status";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { today } from "../../newsroom";
import { organizations, replyEntries, replyRequests, responses } from "../../schema";
import type { ClaimFacetCount } from "../claims/claim-facets";
import { cachedForDay } from "../figures/result-cache";
import { joinedOrg } from "../organizations/joined-org";
import { visibleTo } from "../visibility";
import { answerTo, deadlineOf, statusOf } from "./reply-clock";
import { countriesOf, type ReplyNarrowing, replyConditions } from "./reply-conditions";

type ReplyFilter = ReplyNarrowing & { readonly after?: ReplyCursor | null; readonly limit?: number };
export type ListedReply = Awaited<ReturnType<typeof listReplies>>["items"][number];
export type ReplyFacets = Readonly<Record<ReplyFacet, readonly ClaimFacetCount[]>>;

const shown = (actor: Actor) => ({
  id: replyRequests.id,
  slug: replyRequests.slug,
  state: replyRequests.state,
  subject: replyRequests.subject,
  respondent: joinedOrg(organizations),
  sentOn: replyRequests.sentOn,
  deadline: sql<string | null>`${deadlineOf}::text`,
  status: statusOf(actor),
  countries: sql<string[]>`to_json(array(${countriesOf(actor)} order by 1))`,
  answer: { slug: responses.slug, kind: responses.kind },
  today: sql<string>`${today}::text`,
});

const askedWith = <Columns extends Parameters<typeof db.select>[0]>(actor: Actor, columns: Columns & object) =>
  db
    .select(columns)
    .from(replyRequests)
    .leftJoin(organizations, and(eq(organizations.id, replyRequests.respondentId), visibleTo(actor, organizations)))
    .leftJoin(responses, and(eq(responses.id, answerTo), visibleTo(actor, responses)));

/** A page of the ledger: what is overdue first, then what is waited for by its deadline, letters not sent, and what is closed. */
export async function listReplies(actor: Actor, { after, limit = 30, ...narrowing }: ReplyFilter) {
  requirePermission(actor, "read published records");
  const { places } = await countedForDay(actor, "replies", narrowing, async () => ({
    places: await rankReplies(actor, narrowing),
  }));
  const from = after ? places.findIndex((place) => isBehind(place, after)) : 0;
  const page = from < 0 ? [] : places.slice(from, from + limit);
  const ids = page.map(({ id }) => id);
  const rows = ids.length > 0 ? await readReplies(actor, inArray(replyRequests.id, ids)) : [];
  const found = new Map(rows.map((row) => [row.id, row]));
  const last = from + limit < places.length ? page.at(-1) : undefined;
  return {
    items: ids.flatMap((id) => found.get(id) ?? []),
    total: places.length,
    next: last ? ({ rank: last.rank, key: last.key, id: last.id } satisfies ReplyCursor) : null,
  };
}

const readReplies = (actor: Actor, where: SQL) =>
  askedWith(actor, shown(actor)).where(and(where, visibleTo(actor, replyRequests)));

/**
 * What every step and entry (a revision each) and the newsroom's day decide, and no more: kept for as long as they stay. Who
 * asks for their own is answered anew, since assignments are no revisions.
 */
const countedForDay = <T extends object>(
  actor: Actor,
  name: string,
  narrowing: ReplyNarrowing,
  count: () => Promise<T>,
): Promise<T> =>
  narrowing.mine
    ? count()
    : cachedForDay(actor, `${name} ${actor.role} ${JSON.stringify(narrowing)}`, dashboardFilter.absent, count);

/** Where every request of a view stands in the ledger. */
function rankReplies(actor: Actor, narrowing: ReplyNarrowing): Promise<ReplyCursor[]> {
  const status = statusOf(actor);
  const rank = sql<number>`(case ${status} when 'overdue' then 0 when 'sent' then 1 when 'acknowledged' then 1 when 'draft' then 2 else 3 end)`;
  // What is closed, the latest first; the rest by the day that comes first, and without one last.
  const days = sql`coalesce(${deadlineOf} - date '2000-01-01', 1000000)`;
  const key = sql<number>`(case when ${status} in ('answered', 'declined', 'no_reply') then -${days} else ${days} end)`;
  return db
    .select({ rank, key, id: replyRequests.id })
    .from(replyRequests)
    .where(replyConditions(actor, narrowing))
    .orderBy(asc(rank), asc(key), asc(replyRequests.id));
}

const isBehind = (place: ReplyCursor, after: ReplyCursor): boolean =>
  place.rank - after.rank > 0 ||
  (place.rank === after.rank && (place.key > after.key || (place.key === after.key && place.id > after.id)));

/** When the request or its ledger was last written, as an ISO instant without milliseconds. */
const changedAt = sql<string>`to_char(greatest(${replyRequests.updatedAt}, (select max(${replyEntries.at}) from ${replyEntries} where ${replyEntries.requestId} = ${replyRequests.id})) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

export type DueReply = Awaited<ReturnType<typeof listDue>>[number];

/** What the desk waits for and is due at most so many days from now; what is overdue comes first. */
export async function listDue(actor: Actor, within: number, limit = 500) {
  requirePermission(actor, "read drafts");
  const { due } = await countedForDay(actor, `due replies ${within} ${limit}`, {}, async () => ({
    due: await readDue(actor, within, limit),
  }));
  return due;
}

const readDue = (actor: Actor, within: number, limit: number) =>
  askedWith(actor, { ...shown(actor), changedAt })
    .where(
      and(
        visibleTo(actor, replyRequests),
        inArray(statusOf(actor), [...OPEN_STATUSES]),
        lte(deadlineOf, sql`${today} + ${within}::int`),
      ),
    )
    .orderBy(asc(deadlineOf), asc(replyRequests.id))
    .limit(limit);

const MOST_VALUES = 60;

/** Each facet's values with the number of requests they would show beside what is chosen in the other facets. */
export async function countReplies(actor: Actor, narrowing: ReplyNarrowing): Promise<ReplyFacets> {
  requirePermission(actor, "read published records");
  const { counts } = await countedForDay(actor, "reply facets", narrowed(narrowing), async () => ({
    counts: await Promise.all(
      REPLY_FACETS.map(async (facet) => [facet, await countsOf(actor, facet, narrowing)] as const),
    ),
  }));
  return Object.fromEntries(counts) as Record<ReplyFacet, ClaimFacetCount[]>;
}

/** A page's own view has more fields than what narrows it. */
const narrowed = ({ after: _after, limit: _limit, ...narrowing }: ReplyFilter): ReplyNarrowing => narrowing;

function countsOf(actor: Actor, facet: ReplyFacet, narrowing: ReplyNarrowing): Promise<ClaimFacetCount[]> {
  const values: Record<ReplyFacet, SQL> = {
    status: statusOf(actor),
    respondent: sql`${organizations.slug}`,
    country: sql`about.country`,
    state: sql`${replyRequests.state}`,
  };
  const value = sql<string>`${values[facet]}::text`;
  const label = facet === "respondent" ? sql<string | null>`max(${organizations.name})` : sql<string | null>`null`;
  const rows = db
    .select({ value, label, count: count() })
    .from(replyRequests)
    .leftJoin(organizations, and(eq(organizations.id, replyRequests.respondentId), visibleTo(actor, organizations)))
    .$dynamic();
  if (facet === "country") rows.crossJoinLateral(sql`${countriesOf(actor)} as about (country)`);
  return rows
    .where(and(replyConditions(actor, narrowing, facet), sql`${values[facet]} is not null`))
    .groupBy(sql`1`)
    .orderBy(desc(count()), sql`1`)
    .limit(MOST_VALUES);
}
