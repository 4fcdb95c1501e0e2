import { and, asc, eq, sql } from "drizzle-orm";
import { isInFuture } from "@/lib/records/plausibility";
import {
  calculatedStatus,
  describedStatus,
  effectiveDeadline,
  type ReplyEntryInput,
} from "@/lib/records/reply-status";
import type { ResponseInput } from "@/lib/records/response";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { may } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, transaction } from "../../client";
import { today } from "../../newsroom";
import {
  claims,
  organizations,
  people,
  replyEntries,
  replyRequestClaims,
  replyRequestStations,
  replyRequests,
  responseClaims,
  responses,
  stations,
} from "../../schema";
import { claimDates } from "../claims/claim-columns";
import { fuzzyDateColumns } from "../fuzzy";
import { withIds } from "../id-lookup";
import { joinedOrg } from "../organizations/joined-org";
import type { Recorded } from "../record-one";
import type { WrittenRecord } from "../records";
import { lockRecords } from "../records/record-content";
import { recordResponse } from "../responses/responses";
import { appendRevisions } from "../revisions";
import { claimantsOf } from "../stations/station-claims";
import { visibleTo } from "../visibility";

export type Reply = Awaited<ReturnType<typeof findReply>>;
export type ReplyEntry = Reply["entries"][number];

/**
 * A request with what was put to whom, what happened since, and what the answer does to each claim that was put: null for
 * one that it doesn't mention. Who may not see the answer is told that there was a reaction and no more; the desk's notes
 * and names stay with the desk.
 * @throws Refusal not_found
 */
export async function findReply(actor: Actor, slug: string) {
  requirePermission(actor, "read published records");
  const [row] = await db
    .select({
      id: replyRequests.id,
      slug: replyRequests.slug,
      state: replyRequests.state,
      version: replyRequests.version,
      subject: replyRequests.subject,
      respondent: joinedOrg(organizations),
      questions: replyRequests.questions,
      channel: replyRequests.channel,
      sentOn: replyRequests.sentOn,
      dueOn: replyRequests.dueOn,
      note: replyRequests.note,
      askedBy: people.name,
      today: sql<string>`${today}::text`,
    })
    .from(replyRequests)
    .innerJoin(people, eq(people.id, replyRequests.createdBy))
    .leftJoin(organizations, and(eq(organizations.id, replyRequests.respondentId), visibleTo(actor, organizations)))
    .where(and(eq(replyRequests.slug, slug), visibleTo(actor, replyRequests)));
  if (!row) throw Refusal.notFound();
  const all = await entriesOf(actor, row.id);
  const answer = all.findLast(({ response }) => response !== null)?.response ?? null;
  const [places, put] = await Promise.all([stationsOf(actor, row.id), claimsOf(actor, row.id, answer?.id ?? null)]);
  const isDesk = may(actor, "read drafts");
  const { askedBy, ...request } = row;
  return {
    ...request,
    askedBy: isDesk ? askedBy : null,
    stations: places,
    claims: put,
    answer,
    deadline: effectiveDeadline(row, all),
    ...statusesOf(row, all),
    entries: all
      .filter(({ isHidden }) => !isHidden)
      .map(({ isHidden: _hidden, responseId: _id, note, author, ...entry }) => ({
        ...entry,
        note: isDesk ? note : null,
        author: isDesk ? author : null,
      })),
  };
}

type Entries = Awaited<ReturnType<typeof entriesOf>>;

/** Both statuses; a reaction that this person may not see is named, and neither as an answer nor as silence. */
function statusesOf(row: { sentOn: string | null; dueOn: string | null; today: string }, entries: Entries) {
  const described = describedStatus(row, entries);
  const calculated = calculatedStatus(row, entries, row.today);
  const last = entries.findLast(({ responseId }) => responseId !== null);
  const reacted = last?.isHidden && (calculated === "answered" || calculated === "declined");
  const status = reacted ? ("acknowledged" as const) : calculated;
  return { described: entries.at(-1)?.isHidden ? ("acknowledged" as const) : described, status };
}

async function entriesOf(actor: Actor, requestId: string) {
  const rows = await db
    .select({
      id: replyEntries.id,
      kind: replyEntries.kind,
      happenedOn: replyEntries.happenedOn,
      dueOn: replyEntries.dueOn,
      note: replyEntries.note,
      at: replyEntries.at,
      author: people.name,
      responseId: replyEntries.responseId,
      response: {
        id: responses.id,
        slug: responses.slug,
        kind: responses.kind,
        summary: responses.summary,
        given: fuzzyDateColumns(responses.givenEdtf, responses.givenFrom, responses.givenTo),
      },
    })
    .from(replyEntries)
    .innerJoin(people, eq(people.id, replyEntries.authorId))
    .leftJoin(responses, and(eq(responses.id, replyEntries.responseId), visibleTo(actor, responses)))
    .where(eq(replyEntries.requestId, requestId))
    .orderBy(asc(replyEntries.happenedOn), asc(replyEntries.at));
  return rows.map((row) => ({ ...row, isHidden: row.responseId !== null && row.response === null }));
}

const stationsOf = (actor: Actor, requestId: string) =>
  db
    .select({ slug: stations.slug, name: stations.name, country: stations.country })
    .from(replyRequestStations)
    .innerJoin(stations, and(eq(stations.id, replyRequestStations.stationId), visibleTo(actor, stations)))
    .where(eq(replyRequestStations.requestId, requestId))
    .orderBy(asc(stations.name));

const claimsOf = (actor: Actor, requestId: string, answerId: string | null) =>
  db
    .select({
      slug: claims.slug,
      proposition: claims.proposition,
      claimants: claimantsOf(actor, claims.id),
      ...claimDates(claims),
      answer: responseClaims.answer,
    })
    .from(replyRequestClaims)
    .innerJoin(claims, and(eq(claims.id, replyRequestClaims.claimId), visibleTo(actor, claims)))
    .leftJoin(
      responseClaims,
      and(eq(responseClaims.claimId, claims.id), sql`${responseClaims.responseId} = ${answerId}::uuid`),
    )
    .where(eq(replyRequestClaims.requestId, requestId))
    .orderBy(asc(claims.assertedSort), asc(claims.slug));

/**
 * Enters what happened after a request was sent. The request itself, which may be published, stays as it is; the answer is
 * a record of its own, with an approval of its own.
 * @throws Refusal forbidden, not_found, or notSent; Invalid
 */
export async function recordReplyEntry(actor: Actor, slug: string, input: ReplyEntryInput): Promise<{ id: string }> {
  requirePermission(actor, "record a reply request");
  return transaction(async (tx) => {
    const locked = (await lockRecords(tx, actor, "reply_request", [slug])).get(slug);
    if (!locked) throw Refusal.notFound();
    const [request] = await tx
      .select({ sentOn: replyRequests.sentOn, today: sql<string>`${today}::text` })
      .from(replyRequests)
      .where(eq(replyRequests.id, locked.id));
    if (!request?.sentOn) throw Refusal.notSent();
    if (input.happenedOn < request.sentOn) throw new Invalid({ happenedOn: "validation.beforeSent" });
    if (isInFuture(input.happenedOn, request.today)) throw new Invalid({ happenedOn: "validation.notYet" });
    const { response, ...content } = input;
    const columns = await withIds(tx, actor, (id) => ({ responseId: id("response", response, "response") }));
    const [entry] = await tx
      .insert(replyEntries)
      .values({ ...content, ...columns, requestId: locked.id, authorId: actor.id })
      .returning({ id: replyEntries.id });
    const recordId = entry?.id as string;
    await appendRevisions(tx, actor, [
      {
        recordKind: "reply_entry",
        recordId,
        version: 1,
        action: "reply_entry.record",
        snapshot: { record: { kind: "reply_request", id: locked.id, slug }, ...input },
        changed: Object.keys(input).sort(),
        reason: null,
      },
    ]);
    return { id: recordId };
  });
}

/**
 * Records the answer as a response and enters it as what was answered, both or neither: on the day on which it was given
 * when that is a day since the request was sent, else today.
 * @throws Refusal forbidden, not_found, or notSent; Invalid
 */
export async function recordAnswer(
  actor: Actor,
  slug: string,
  recorded: Recorded<ResponseInput>,
): Promise<WrittenRecord> {
  requirePermission(actor, "record a reply request");
  return transaction(async (tx) => {
    // Before the response's revision holds the chain: behind it nothing may wait for a row.
    await lockRecords(tx, actor, "reply_request", [slug]);
    const { sentOn, today: now } = await findReply(actor, slug);
    if (!sentOn) throw Refusal.notSent();
    const written = await recordResponse(actor, recorded);
    const given = recorded.input.given?.edtf ?? "";
    const happenedOn = /^\d{4}-\d{2}-\d{2}$/.test(given) && given >= sentOn && given <= now ? given : now;
    const answer = { kind: "answer" as const, response: written.slug, dueOn: null, note: null };
    await recordReplyEntry(actor, slug, { ...answer, happenedOn: happenedOn < sentOn ? sentOn : happenedOn });
    return written;
  });
}
