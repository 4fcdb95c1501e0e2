import { and, count, eq, type SQL, sql } from "drizzle-orm";
import type { DashboardFilter } from "@/lib/filters/dashboard-filter";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { organizations, replyEntries, replyRequests } from "../../schema";
import { requestsInFilter } from "../filters/filter-conditions";
import { reactedBy } from "../replies/reply-conditions";
import { visibleTo } from "../visibility";

const answeredOn = (reader: Actor): SQL<string | null> =>
  sql<
    string | null
  >`(select min(${replyEntries.happenedOn}) from ${replyEntries} where ${reactedBy(reader, "answer")})`;

/** How an asked authority reacted; counts of requests, and days from sending to the first answer. */
type ReplyFigures = {
  readonly asked: number;
  readonly answered: number;
  /** Refused to answer, and never did. */
  readonly declined: number;
  /** Null: no request was answered. Half days where two are in the middle. */
  readonly medianDays: number | null;
};

/** The requests of a view as one row, or as one for each country of whom was asked (null: of no country). */
function requestFigures(reader: Actor, filter: DashboardFilter) {
  const asked = db
    .select({
      country: organizations.country,
      days: sql<number | null>`${answeredOn(reader)} - ${replyRequests.sentOn}`.as("days"),
      declined: sql<boolean>`exists (select 1 from ${replyEntries} where ${reactedBy(reader, "decline")})`.as(
        "declined",
      ),
    })
    .from(replyRequests)
    .leftJoin(organizations, and(eq(organizations.id, replyRequests.respondentId), visibleTo(reader, organizations)))
    .where(requestsInFilter(reader, filter))
    .as("asked");
  const figures = {
    asked: count(),
    answered: sql<number>`count(${asked.days})::int`,
    declined: sql<number>`(count(*) filter (where ${asked.declined} and ${asked.days} is null))::int`,
    medianDays: sql<number | null>`percentile_cont(0.5) within group (order by ${asked.days})`,
  };
  return { asked, figures };
}

export async function countReplyFigures(reader: Actor, filter: DashboardFilter): Promise<ReplyFigures> {
  const { asked, figures } = requestFigures(reader, filter);
  const [row] = await db.select(figures).from(asked);
  return row ?? { asked: 0, answered: 0, declined: 0, medianDays: null };
}

/** By the country of whom was asked; null: of none, or not this reader's to know. */
export function countReplyFiguresByCountry(reader: Actor, filter: DashboardFilter) {
  const { asked, figures } = requestFigures(reader, filter);
  return db
    .select({ country: asked.country, ...figures })
    .from(asked)
    .groupBy(asked.country);
}
