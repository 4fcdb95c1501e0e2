import { and, eq, exists, gte, inArray, isNotNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { ReplyFacet, ReplyView } from "@/lib/filters/reply-filter";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import {
  assignments,
  claims,
  organizations,
  replyEntries,
  replyRequestClaims,
  replyRequestStations,
  replyRequests,
  responses,
  stations,
} from "../../schema";
import { choiceCondition } from "../filters/choice-condition";
import { filterReader, requestsInBox } from "../filters/filter-conditions";
import { matchesText } from "../search/text-search";
import { visibleTo } from "../visibility";
import { deadlineOf, statusOf } from "./reply-clock";

type Days = "dueFrom" | "dueTo" | "sentFrom" | "sentTo";
type Asked = ReplyFacet | Days | "q" | "sent" | "answered" | "government" | "records" | "box" | "mine";
/** What the ledger can be narrowed by; days are inclusive. */
export type ReplyNarrowing = Partial<Pick<ReplyView, Asked>>;

const one = { one: sql`1` };
const askedOf = (actor: Actor, condition: SQL) =>
  exists(
    db
      .select(one)
      .from(organizations)
      .where(and(eq(organizations.id, replyRequests.respondentId), condition, visibleTo(actor, organizations))),
  );

/** An entry of the request by which it was answered or declined, as far as this reader may know what was said. */
export const reactedBy = (reader: Actor, kind: "answer" | "decline"): SQL =>
  sql`${replyEntries.requestId} = ${replyRequests.id} and ${replyEntries.kind} = ${kind} and (${replyEntries.responseId} is null or exists (select 1 from ${responses} where ${and(eq(responses.id, replyEntries.responseId), visibleTo(reader, responses))}))`;

/** The countries of what was put to them: of the stations asked about, and of the claims. */
export const countriesOf = (actor: Actor): SQL =>
  sql`(select ${stations.country} from ${replyRequestStations} join ${stations} on ${stations.id} = ${replyRequestStations.stationId} and ${visibleTo(actor, stations)} where ${replyRequestStations.requestId} = ${replyRequests.id} union select ${claims.country} from ${replyRequestClaims} join ${claims} on ${claims.id} = ${replyRequestClaims.claimId} and ${visibleTo(actor, claims)} where ${replyRequestClaims.requestId} = ${replyRequests.id} and ${claims.country} is not null)`;

/** Written by this person, or assigned to them. */
const isMine = (actor: Actor) =>
  or(
    eq(replyRequests.createdBy, actor.id),
    exists(
      db
        .select(one)
        .from(assignments)
        .where(
          and(
            eq(assignments.subjectKind, "reply_request"),
            eq(assignments.subjectId, replyRequests.id),
            eq(assignments.assigneeId, actor.id),
          ),
        ),
    ),
  );

const asksFor = (actor: Actor, q: string) =>
  or(
    matchesText(
      sql`search_document(null, coalesce(${replyRequests.subject}, '') || ' ' || ${replyRequests.questions})`,
      q,
    ),
    askedOf(actor, matchesText(organizations.search, q)),
  );

/** @param except the facet whose own choice is left out, to count what its other values would show */
export function replyConditions(actor: Actor, narrowing: ReplyNarrowing, except?: ReplyFacet): SQL | undefined {
  const applied = except ? { ...narrowing, [except]: undefined } : narrowing;
  const {
    q,
    dueFrom,
    dueTo,
    sent,
    sentFrom,
    sentTo,
    answered,
    government,
    records = "all",
    box,
    mine,
    ...facets
  } = applied;
  const reader = filterReader(actor, { records });
  return and(
    visibleTo(reader, replyRequests),
    choiceCondition(facets.status, (values) => inArray(statusOf(reader), values)),
    choiceCondition(facets.respondent, (values) => askedOf(reader, inArray(organizations.slug, values))),
    choiceCondition(
      facets.country,
      (values) =>
        sql`exists (select 1 from ${countriesOf(reader)} as about (country) where ${inArray(sql`about.country`, values)})`,
    ),
    choiceCondition(facets.state, (values) => inArray(replyRequests.state, values)),
    dueFrom ? gte(deadlineOf, sql`${dueFrom}::date`) : undefined,
    dueTo ? lte(deadlineOf, sql`${dueTo}::date`) : undefined,
    sent || sentFrom || sentTo ? isNotNull(replyRequests.sentOn) : undefined,
    sentFrom ? gte(replyRequests.sentOn, sentFrom) : undefined,
    sentTo ? lte(replyRequests.sentOn, sentTo) : undefined,
    answered ? sql`exists (select 1 from ${replyEntries} where ${reactedBy(reader, "answer")})` : undefined,
    choiceCondition(government, (codes) => askedOf(reader, inArray(organizations.country, codes))),
    requestsInBox(reader, { box }),
    mine ? isMine(actor) : undefined,
    q ? asksFor(reader, q) : undefined,
  );
}
