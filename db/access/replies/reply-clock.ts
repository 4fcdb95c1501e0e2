import { type SQL, sql } from "drizzle-orm";
import { type ReplyStatus, SILENCE_DAYS } from "@/lib/records/reply-status";
import type { Actor } from "@/lib/workflow/actor";
import { today } from "../../newsroom";
import { replyEntries, replyRequests, responses } from "../../schema";
import { visibleTo } from "../visibility";

// Each is written in one more `sql`, so that its columns keep their table's name in a query of one table too.

const latest = (column: SQL, which: SQL) =>
  sql`(select ${column} from ${replyEntries} where ${replyEntries.requestId} = ${replyRequests.id} and ${which} order by ${replyEntries.happenedOn} desc, ${replyEntries.at} desc limit 1)`;

/** The id of the response that was entered last as the answer to a request; null while there is none. */
export const answerTo: SQL<string | null> = latest(
  sql`${replyEntries.responseId}`,
  sql`${replyEntries.responseId} is not null`,
) as SQL<string | null>;

/** The last day on which an answer to a request is in time: the last reminder's deadline, or the letter's. */
export const deadlineOf: SQL<string | null> =
  sql`coalesce(${latest(sql`${replyEntries.dueOn}`, sql`${replyEntries.kind} = 'reminder' and ${replyEntries.dueOn} is not null`)}, ${replyRequests.dueOn})`;

const outcome = latest(sql`${replyEntries.kind}`, sql`${replyEntries.kind} <> 'acknowledgement'`);
const isAcknowledged = sql`exists (select 1 from ${replyEntries} where ${replyEntries.requestId} = ${replyRequests.id} and ${replyEntries.kind} = 'acknowledgement')`;

/** True when this person may not see the answer that came; a refusal to answer may have come without words. */
const isAnswerHidden = (actor: Actor) =>
  sql`exists (select 1 from ${responses} where ${responses.id} = ${answerTo} and not (${visibleTo(actor, responses)}))`;

/**
 * What the clock makes of a request: `calculatedStatus` of lib/reply-status in SQL. Who may not see the answer yet is told
 * that they reacted, neither what they said nor that they were silent.
 */
export const statusOf = (actor: Actor): SQL<ReplyStatus> =>
  sql<ReplyStatus>`${sql`(case
    when ${replyRequests.sentOn} is null then 'draft'
    when ${outcome} in ('answer', 'decline') and ${isAnswerHidden(actor)} then 'acknowledged'
    when ${outcome} = 'answer' then 'answered'
    when ${outcome} = 'decline' then 'declined'
    when ${outcome} = 'no_reply' or ${today} > ${deadlineOf} + ${sql.raw(String(SILENCE_DAYS))} then 'no_reply'
    when ${today} > ${deadlineOf} then 'overdue'
    when ${isAcknowledged} then 'acknowledged'
    else 'sent' end)`}`;
