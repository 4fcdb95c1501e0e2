import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import type { ReplyRequestInput } from "@/lib/records/reply-request";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
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
import { type Recorded, type Revised, recordNamed, reviseOne } from "../record-one";
import type { WrittenRecord } from "../records";
import { visibleTo } from "../visibility";
import { answerTo, deadlineOf, statusOf } from "./reply-clock";

export type ReplyRequest = Awaited<ReturnType<typeof listReplyRequests>>[number];

/** What was put to whom about a station or a claim of it, in the order of the letters, each with its answer if there is one. */
export async function listReplyRequests(actor: Actor, stationId: string) {
  requirePermission(actor, "read published records");
  const aboutClaims = db
    .select({ id: replyRequestClaims.requestId })
    .from(replyRequestClaims)
    .innerJoin(claims, and(eq(claims.id, replyRequestClaims.claimId), visibleTo(actor, claims)))
    .where(eq(claims.stationId, stationId));
  const aboutStation = db
    .select({ id: replyRequestStations.requestId })
    .from(replyRequestStations)
    .where(eq(replyRequestStations.stationId, stationId));
  const askedOn = sql`select ${claims.slug} from ${replyRequestClaims} join ${claims} on ${claims.id} = ${replyRequestClaims.claimId} and ${visibleTo(actor, claims)} where ${replyRequestClaims.requestId} = ${replyRequests.id} order by ${claims.slug}`;
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
    })
    .from(replyRequests)
    .leftJoin(organizations, and(eq(organizations.id, replyRequests.respondentId), visibleTo(actor, organizations)))
    .leftJoin(responses, and(eq(responses.id, answerTo), visibleTo(actor, responses)))
    .where(
      and(
        or(inArray(replyRequests.id, aboutStation), inArray(replyRequests.id, aboutClaims)),
        visibleTo(actor, replyRequests),
      ),
    )
    .orderBy(asc(replyRequests.sentOn), asc(replyRequests.id));
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
