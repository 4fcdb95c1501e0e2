import { and, asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { assessClaim } from "@/lib/figures/independence";
import { reportTree } from "@/lib/figures/report-tree";
import type { claimParts, PartName } from "@/lib/filters/record-parts";
import type { ClaimInput } from "@/lib/records/claim";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { may } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, readTogether } from "../../client";
import {
  claims,
  organizations,
  replyRequestClaims,
  replyRequests,
  responseClaims,
  responses,
  stations,
} from "../../schema";
import { withQuotePlaces } from "../files/quote-places";
import { joinedOrg } from "../organizations/joined-org";
import { readerQuery } from "../reading/reader-query";
import { definePart, type PartsAsked, pagePart, readParts } from "../reading/record-parts";
import { type Recorded, type Revised, recordNamed, reviseOne } from "../record-one";
import type { WrittenRecord } from "../records";
import { answerTo, deadlineOf, statusOf } from "../replies/reply-clock";
import { RESPONSE_SELECT } from "../responses/response-columns";
import { claimantsOf } from "../stations/station-claims";
import { internalNoteFor, visibleTo } from "../visibility";
import { CLAIM_SELECT } from "./claim-columns";
import { listDisputes } from "./claim-disputes";
import { readGrounds, stancesOf } from "./claim-sources";

export type Claim = Awaited<ReturnType<typeof findClaim>>;

/**
 * A claim with everything that stands around it: items and their stances, independent sources, claims that don't agree,
 * official answers, and whom was asked; of long parts a page.
 * @throws Refusal not_found, also when the claim is there and not this person's to see
 */
export async function findClaim(actor: Actor, slug: string, asked: PartsAsked<PartName<typeof claimParts>> = {}) {
  requirePermission(actor, "read published records");
  const claim = await findCore(actor, slug);
  const [parts, grounds, disputes, requests] = await readTogether(() =>
    Promise.all([
      readParts(actor, claim.id, { stances: stancesOf, answers: answersTo }, asked),
      readGrounds(actor, { claimId: claim.id }),
      listDisputes(actor, [claim.id]),
      listClaimRequests(actor, claim.id),
    ]),
  );
  const independence = reportTree(grounds);
  const suggested = assessClaim(grounds, disputes.length > 0);
  const { stances, answers } = parts;
  const placed = await withQuotePlaces(actor, stances.items);
  return {
    ...claim,
    stances: placed,
    disputes,
    answers: answers.items,
    requests,
    independence,
    suggested,
    parts: { ...parts, stances: { ...stances, items: placed } },
  };
}

const relay = alias(organizations, "relay");

const readCore = readerQuery((actor) =>
  db
    .select({
      ...CLAIM_SELECT,
      version: claims.version,
      stationSlug: stations.slug,
      stationName: stations.name,
      claimants: claimantsOf(actor, claims.id),
      relayedBy: joinedOrg(relay),
      note: claims.note,
      internalNote: internalNoteFor(actor, claims),
    })
    .from(claims)
    .leftJoin(stations, and(eq(stations.id, claims.stationId), visibleTo(actor, stations)))
    .leftJoin(relay, and(eq(relay.id, claims.relayedById), visibleTo(actor, relay)))
    .where(and(eq(claims.slug, sql.placeholder("slug")), visibleTo(actor, claims))),
);

async function findCore(actor: Actor, slug: string) {
  const [row] = await readCore(actor, { slug });
  if (!row) throw Refusal.notFound();
  const { stationSlug, stationName, ...claim } = row;
  const station = stationSlug && stationName ? { slug: stationSlug, name: stationName } : null;
  return { ...claim, station };
}

/** What authorities answered to a claim, newest first. */
const answersTo = definePart((actor, claimId, paging) => {
  const page = pagePart(
    [
      { column: responses.givenSort, type: "date", descending: true },
      { column: responses.slug, type: "text" },
    ],
    paging,
    sql`select count(*) from ${responseClaims} join ${responses} on ${responses.id} = ${responseClaims.responseId} and ${visibleTo(actor, responses)} where ${responseClaims.claimId} = ${claimId}`,
  );
  return db
    .select({ answer: responseClaims.answer, ...RESPONSE_SELECT, ...page.columns })
    .from(responseClaims)
    .innerJoin(responses, and(eq(responses.id, responseClaims.responseId), visibleTo(actor, responses)))
    .leftJoin(organizations, and(eq(organizations.id, responses.authorityId), visibleTo(actor, organizations)))
    .where(and(eq(responseClaims.claimId, claimId), page.where))
    .orderBy(...page.order)
    .limit(page.limit);
});

/** Whom the desk asked about a claim; `isOverdue` by the database's clock on the newsroom's day, the due day being in time; silence that has ended the matter is it too. */
async function listClaimRequests(actor: Actor, claimId: string) {
  return db
    .select({
      slug: replyRequests.slug,
      respondent: joinedOrg(organizations),
      sentOn: replyRequests.sentOn,
      dueOn: deadlineOf,
      isAnswered: sql<boolean>`${responses.id} is not null`,
      isOverdue: sql<boolean>`${statusOf(actor)} in ('overdue', 'no_reply')`,
    })
    .from(replyRequestClaims)
    .innerJoin(
      replyRequests,
      and(eq(replyRequests.id, replyRequestClaims.requestId), visibleTo(actor, replyRequests)),
    )
    .leftJoin(organizations, and(eq(organizations.id, replyRequests.respondentId), visibleTo(actor, organizations)))
    .leftJoin(responses, and(eq(responses.id, answerTo), visibleTo(actor, responses)))
    .where(eq(replyRequestClaims.claimId, claimId))
    .orderBy(asc(replyRequests.sentOn), asc(replyRequests.id));
}

/** Who may not assess claims leaves the assessment as it is. */
function requireAssessmentPermission(actor: Actor, input: ClaimInput, before: ClaimInput["assessment"]) {
  if (input.assessment !== before && !may(actor, "assess a claim")) {
    throw Refusal.forbidden(actor.role, "assess a claim");
  }
}

/** A new draft; its slug is made of what it is about. */
export async function recordClaim(actor: Actor, recorded: Recorded<ClaimInput>): Promise<WrittenRecord> {
  requirePermission(actor, "record a claim");
  const { input } = recorded;
  requireAssessmentPermission(actor, input, "unassessed");
  const place = input.station ?? input.country ?? input.region ?? "";
  return recordNamed(actor, "claim", `clm ${place} ${input.subject}`, recorded);
}

export async function reviseClaim(actor: Actor, revision: Revised<ClaimInput>): Promise<WrittenRecord> {
  requirePermission(actor, "record a claim");
  return reviseOne(actor, "claim", revision, (input, before) => {
    requireAssessmentPermission(actor, input, before.assessment);
    if (input.disputes.includes(revision.slug)) throw new Invalid({ disputes: "validation.disputesItself" });
  });
}
