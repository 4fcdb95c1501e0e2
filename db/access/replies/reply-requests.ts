import { and, eq, type Placeholder, sql } from "drizzle-orm";
import type { ReplyRequestInput } from "@/lib/records/reply-request";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import {
  claims,
  organizations,
  replyRequestClaims,
  replyRequestStations,
  replyRequests,
  responses,
} from "../../schema";
import { fuzzyDateColumns } from "../fuzzy";
import { type PageColumns, type Paging, pagePart } from "../reading/record-parts";
import { type Recorded, type Revised, recordNamed, reviseOne } from "../record-one";
import type { WrittenRecord } from "../records";
import { visibleTo } from "../visibility";
import { answerTo, deadlineOf, statusOf } from "./reply-clock";

export type ReplyRequest = Omit<Awaited<ReturnType<typeof selectReplyRequests>>[number], keyof PageColumns>;

/** What was put to whom about a station or a claim of it, in the order of the letters, each with its answer if there is one. */
export function selectReplyRequests(actor: Actor, stationId: string | Placeholder, paging: Paging) {
  // Each has its index; a condition with an OR would have none.
  const about = sql`${replyRequests.id} in (
    select ${replyRequestStations.requestId} from ${replyRequestStations} where ${replyRequestStations.stationId} = ${stationId}
    union select ${replyRequestClaims.requestId} from ${claims} join ${replyRequestClaims} on ${replyRequestClaims.claimId} = ${claims.id} where ${claims.stationId} = ${stationId} and ${visibleTo(actor, claims)})`;
  const askedOn = sql`select ${claims.slug} from ${replyRequestClaims} join ${claims} on ${claims.id} = ${replyRequestClaims.claimId} and ${visibleTo(actor, claims)} where ${replyRequestClaims.requestId} = ${replyRequests.id} order by ${claims.slug}`;
  const where = and(about, visibleTo(actor, replyRequests));
  const page = pagePart(
    [
      // A letter that was not sent comes last.
      { column: sql`coalesce(${replyRequests.sentOn}, '9999-12-31')`, type: "date" },
      { column: replyRequests.id, type: "uuid" },
    ],
    paging,
    sql`select count(*) from ${replyRequests} where ${where}`,
  );
  return db
    .select({
      id: replyRequests.id,
      slug: replyRequests.slug,
      state: replyRequests.state,
      respondent: { slug: organizations.slug, name: organizations.name },
      questions: replyRequests.questions,
      channel: replyRequests.channel,
      sentOn: replyRequests.sentOn,
      dueOn: deadlineOf,
      status: statusOf(actor),
      claims: sql<string[]>`to_json(array(${askedOn}))`,
      response: { slug: responses.slug, kind: responses.kind },
      answered: fuzzyDateColumns(responses.givenEdtf, responses.givenFrom, responses.givenTo),
      note: replyRequests.note,
      ...page.columns,
    })
    .from(replyRequests)
    .leftJoin(organizations, and(eq(organizations.id, replyRequests.respondentId), visibleTo(actor, organizations)))
    .leftJoin(responses, and(eq(responses.id, answerTo), visibleTo(actor, responses)))
    .where(and(where, page.where))
    .orderBy(...page.order)
    .limit(page.limit);
}

export async function recordReplyRequest(
  actor: Actor,
  recorded: Recorded<ReplyRequestInput>,
): Promise<WrittenRecord> {
  return recordNamed(
    actor,
    "reply_request",
    `asked ${recorded.input.respondent} ${recorded.input.sentOn ?? ""}`,
    recorded,
  );
}

export async function reviseReplyRequest(actor: Actor, revision: Revised<ReplyRequestInput>): Promise<WrittenRecord> {
  return reviseOne(actor, "reply_request", revision);
}
