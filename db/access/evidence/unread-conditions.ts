import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Unread } from "@/lib/records/unread";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { evidence, readingMarks, readingStarts } from "../../schema";
import { visibleTo } from "../visibility";

/** Of what changed since a person's first visit the latest so many are looked at, so that no page reads more. */
const LATEST_CHANGES = 1000;

export const markOf = (actor: Actor) =>
  and(eq(readingMarks.personId, actor.id), eq(readingMarks.evidenceId, evidence.id));

/** Since when what comes in is new to this person; null before their first visit, which leaves nothing unread. */
const since = (actor: Actor) =>
  sql`(select ${readingStarts.since} from ${readingStarts} where ${readingStarts.personId} = ${actor.id})`;

/** When the item became what a person can read: who reads no drafts could not before it was published. */
const changedAt = (actor: Actor) =>
  may(actor, "read drafts")
    ? sql`${evidence.updatedAt}`
    : sql`greatest(${evidence.updatedAt}, ${evidence.publishedAt})`;

/** Why an item, joined with `markOf`, is unread; null: it is read. What somebody wrote themself they know. */
export const unreadColumn = (actor: Actor) => sql<Unread | null>`case
  when ${readingMarks.personId} is not null and ${readingMarks.seen} is null then 'new'
  when ${evidence.updatedBy} = ${actor.id} then null
  when ${readingMarks.personId} is not null then case when ${evidence.updatedAt} > greatest(${readingMarks.seen}, ${since(actor)}) then 'changed' end
  when ${changedAt(actor)} > ${since(actor)} then case when ${evidence.createdBy} = ${actor.id} then 'changed' else 'new' end end`;

/** The ids of what a person has not read: among the latest changes, and what they put back. */
export function unreadIds(actor: Actor): SQL {
  const latest = (column: typeof evidence.updatedAt | typeof evidence.publishedAt) =>
    sql`(select ${evidence.id} as id from ${evidence} where ${column} > ${since(actor)} and ${visibleTo(actor, evidence)} order by ${column} desc limit ${sql.raw(String(LATEST_CHANGES))})`;
  const candidates = [
    latest(evidence.updatedAt),
    ...(may(actor, "read drafts") ? [] : [latest(evidence.publishedAt)]),
    sql`(select ${readingMarks.evidenceId} from ${readingMarks} where ${readingMarks.personId} = ${actor.id} and ${readingMarks.seen} is null)`,
  ];
  // Each looked up by its id: PostgreSQL would rather read the whole table than so many rows.
  const item = sql`select ${evidence.id} from ${evidence} left join ${readingMarks} on ${markOf(actor)} where ${evidence.id} = candidate.id and ${visibleTo(actor, evidence)} and ${unreadColumn(actor)} is not null limit 1`;
  return sql`(select item.id from (${sql.join(candidates, sql` union `)}) as candidate cross join lateral (${item}) as item)`;
}
