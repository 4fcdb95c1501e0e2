import { and, asc, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { assessClaim, independentSources } from "@/lib/figures/independence";
import type { ClaimInput } from "@/lib/records/claim";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { may } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import {
  claims,
  organizations,
  replyRequestClaims,
  replyRequests,
  responseClaims,
  responses,
  stations,
} from "../../schema";
import { joinedOrg } from "../organizations/joined-org";
import { type Recorded, type Revised, recordNamed, reviseOne } from "../record-one";
import type { WrittenRecord } from "../records";
import { answerTo, deadlineOf, statusOf } from "../replies/reply-clock";
import { RESPONSE_SELECT } from "../responses/response-columns";
import { claimantsOf } from "../stations/station-claims";
import { visibleTo } from "../visibility";
import { CLAIM_SELECT } from "./claim-columns";
import { listDisputes } from "./claim-disputes";
import { listStances } from "./claim-sources";

export type Claim = Awaited<ReturnType<typeof findClaim>>;

/**
 * A claim with everything that stands around it: items and their stances, independent sources, claims that don't agree,
 * official answers, and whom was asked.
 * @throws Refusal not_found, also when the claim is there and not this person's to see
 */
export async function findClaim(actor: Actor, slug: string) {
  requirePermission(actor, "read published records");
  const claim = await findCore(actor, slug);
  const [stances, disputes, answers, requests] = await Promise.all([
    listStances(actor, [claim.id]),
    listDisputes(actor, [claim.id]),
    listClaimAnswers(actor, claim.id),
    listClaimRequests(actor, claim.id),
  ]);
  const independence = independentSources(stances);
  const suggested = assessClaim(stances, disputes.length > 0);
  return { ...claim, stances, disputes, answers, requests, independence, suggested };
}

async function findCore(actor: Actor, slug: string) {
  const relay = alias(organizations, "relay");
  const [row] = await db
    .select({
      ...CLAIM_SELECT,
      version: claims.version,
      stationSlug: stations.slug,
      stationName: stations.name,
      claimants: claimantsOf(actor, claims.id),
      relayedBy: joinedOrg(relay),
      note: claims.note,
    })
    .from(claims)
    .leftJoin(stations, and(eq(stations.id, claims.stationId), visibleTo(actor, stations)))
    .leftJoin(relay, and(eq(relay.id, claims.relayedById), visibleTo(actor, relay)))
    .where(and(eq(claims.slug, slug), visibleTo(actor, claims)));
  if (!row) throw Refusal.notFound();
  const { stationSlug, stationName, ...claim } = row;
  const station = stationSlug && stationName ? { slug: stationSlug, name: stationName } : null;
  return { ...claim, station };
}

/** What authorities answered to a claim, newest first. */
export async function listClaimAnswers(actor: Actor, claimId: string) {
  requirePermission(actor, "read published records");
  return db
    .select({
      answer: responseClaims.answer,
      ...RESPONSE_SELECT,
    })
    .from(responseClaims)
    .innerJoin(responses, and(eq(responses.id, responseClaims.responseId), visibleTo(actor, responses)))
    .leftJoin(organizations, and(eq(organizations.id, responses.authorityId), visibleTo(actor, organizations)))
    .where(eq(responseClaims.claimId, claimId))
    .orderBy(desc(responses.givenSort), asc(responses.slug));
}

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
