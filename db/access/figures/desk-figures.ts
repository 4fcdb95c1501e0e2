import { and, isNotNull, type SQL, sql } from "drizzle-orm";
import { startOfDayIn } from "@/lib/dates/time-zone";
import { DESK_DAYS, type DeskWeek, fillWeeks } from "@/lib/figures/workload";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { newsroomZone, today } from "../../newsroom";
import { replyRequests, revisions } from "../../schema";
import { countWaiting } from "../queue/waiting-counts";
import { deadlineOf, statusOf } from "../replies/reply-clock";
import { visibleTo } from "../visibility";
import { cachedForDay, type DossierState } from "./result-cache";
import { reviewTimes, transitionsSince } from "./review-times";
import { countWeek } from "./week-figures";

/** How long reviews took that ended within a period, in seconds; null: none ended, which is not "at once". */
export type ReviewTime = { readonly decided: number; readonly median: number | null; readonly p90: number | null };

export type DeskFigures = Awaited<ReturnType<typeof readDeskFigures>>;

/**
 * How the desk is doing, in numbers that name no record and no person: so that whoever may not read drafts may read them
 * too. The only reads that count what the reader may not see, and they answer counts, lengths of time and days alone. Letters
 * are those that the reader may open: they stand beside the figure of all letters, which counts no others.
 * Counted once for each state of the dossier and day of the newsroom: every step is a revision, and the clock moves them by days.
 * `head` is undefined for who may not read drafts: the revision that they may know is of what is published (decision 16).
 */
export async function readDeskFigures(actor: Actor) {
  requirePermission(actor, "read the workload");
  const { head, ...figures } = await cachedForDay(actor, "desk", dashboardFilter.absent, async (reader, day) => {
    const [waiting, replies, reviews, weeks] = await Promise.all([
      countWaiting(),
      countOpenReplies(reader),
      readReviewTimes(),
      countWeeks(day),
    ]);
    return { waiting, replies, reviews, weeks };
  });
  return { ...figures, head: may(actor, "read drafts") ? head : undefined };
}

/** What waits, whom the desk waits for and what it brought out in the last days: the part of it that the first page shows. */
export async function readDeskNow(actor: Actor, state?: DossierState) {
  requirePermission(actor, "read the workload");
  const { head: _head, ...now } = await cachedForDay(
    actor,
    "desk now",
    dashboardFilter.absent,
    async (reader, day) => {
      const [waiting, replies, week] = await Promise.all([countWaiting(), countOpenReplies(reader), countWeek(day)]);
      return { waiting, replies, week };
    },
    state,
  );
  return now;
}

/** Letters of this reader's ledger that were sent and not closed, by the clock. An answer that came and is no draft any more closes them for all. */
export async function countOpenReplies(actor: Actor) {
  requirePermission(actor, "read the workload");
  const status = statusOf(actor);
  const [row] = await db
    .select({
      overdue: sql<number>`(count(*) filter (where ${status} = 'overdue'))::int`,
      awaited: sql<number>`(count(*) filter (where ${status} = 'sent'))::int`,
      /** The day by which the oldest overdue answer was asked. */
      oldestDue: sql<string | null>`(min(${deadlineOf}) filter (where ${status} = 'overdue'))::text`,
      today: sql<string>`${today}::text`,
    })
    .from(replyRequests)
    .where(and(visibleTo(actor, replyRequests), isNotNull(replyRequests.sentOn)));
  return row ?? { overdue: 0, awaited: 0, oldestDue: null, today: "" };
}

async function readReviewTimes(): Promise<{ current: ReviewTime; previous: ReviewTime }> {
  const recent = sql`at >= now() - make_interval(days => ${DESK_DAYS})`;
  const summary = (which: SQL) => sql`json_build_object(
    'decided', count(*) filter (where ${which}),
    'median', percentile_cont(0.5) within group (order by seconds) filter (where ${which}),
    'p90', percentile_cont(0.9) within group (order by seconds) filter (where ${which}))`;
  const [row] = await db.execute<{ current: ReviewTime; previous: ReviewTime }>(
    sql`select ${summary(recent)} as current, ${summary(sql`not ${recent}`)} as previous from ${reviewTimes(2 * DESK_DAYS)}`,
  );
  const none = { decided: 0, median: null, p90: null };
  return { current: row?.current ?? none, previous: row?.previous ?? none };
}

/** What was handed in, decided and published in each of the last calendar weeks of the newsroom (Monday to Sunday), this one included. */
async function countWeeks(day: string): Promise<DeskWeek[]> {
  const weeks = fillWeeks([], day).map(({ week }) => week);
  const begins = weeks.map((week) => startOfDayIn(week, newsroomZone()).toISOString());
  const week = sql<string>`(${`{${weeks}}`}::text[])[width_bucket(${revisions.at}, ${`{${begins}}`}::timestamptz[])]`;
  const counted = (pattern: string) =>
    sql<number>`(count(*) filter (where ${revisions.action} ~ ${sql.raw(`'[.](${pattern})$'`)}))::int`;
  const rows = await db
    .select({
      week,
      submitted: counted("submit"),
      decided: counted("approve|request_changes|reject"),
      published: counted("publish"),
    })
    .from(revisions)
    .where(transitionsSince(sql`${begins[0]}::timestamptz`))
    .groupBy(sql`1`)
    .orderBy(sql`1`);
  return fillWeeks(rows, day);
}
