import { and, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { startOfDayIn } from "@/lib/dates/time-zone";
import { DESK_DAYS, type DeskWeek, fillWeeks } from "@/lib/figures/workload";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import { SUBJECT_KINDS, type SubjectKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { requirePermission } from "@/lib/workflow/require-permission";
import { WAITING_STATES, type WaitingState } from "@/lib/workflow/waiting-states";
import { db } from "../../client";
import { newsroomZone, today } from "../../newsroom";
import { replyRequests, revisions } from "../../schema";
import { recordStatesOf, waitingTable } from "../queue/queue-conditions";
import { deadlineOf, statusOf } from "../replies/reply-clock";
import { visibleTo } from "../visibility";
import { cachedForDay } from "./result-cache";
import { reviewTimes, transitionsSince } from "./review-times";

export type WaitingFigures = {
  readonly kind: SubjectKind;
  readonly state: WaitingState;
  readonly count: number;
  /** ISO instant since when the one that waits longest has waited. */
  readonly oldest: string;
};

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

/** By kind and state; each branch is one walk along its table's partial index of what waits. */
function countWaiting(): Promise<WaitingFigures[]> {
  const [first, second, ...rest] = SUBJECT_KINDS.map((kind) => {
    const table = waitingTable(kind);
    return db
      .select({
        kind: sql<SubjectKind>`${kind}::text`.as("kind"),
        state: sql<WaitingState>`${table.state}::text`.as("state"),
        count: sql<number>`count(*)::int`.as("waiting"),
        oldest: sql<string>`min(${table.updatedAt})`.as("oldest"),
      })
      .from(table)
      .where(inArray(table.state, recordStatesOf(kind, WAITING_STATES)))
      .groupBy(table.state);
  });
  return first && second ? unionAll(first, second, ...rest) : Promise.resolve([]);
}

/** Letters of this reader's ledger that were sent and not closed, by the clock. An answer that came and is no draft any more closes them for all. */
async function countOpenReplies(actor: Actor) {
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
