import { and, asc, eq } from "drizzle-orm";
import type { ResponseInput } from "@/lib/records/response";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import {
  claims,
  evidence,
  organizations,
  responseClaims,
  responseEvidence,
  responseStations,
  responses,
  stations,
  statusReports,
} from "../../schema";
import { claimDates } from "../claims/claim-columns";
import { EVIDENCE_SELECT } from "../evidence/evidence-line";
import { fuzzyDateColumns } from "../fuzzy";
import { joinedOrg } from "../organizations/joined-org";
import { type Recorded, type Revised, recordNamed, reviseOne } from "../record-one";
import type { WrittenRecord } from "../records";
import { claimantsOf } from "../stations/station-claims";
import { visibleTo } from "../visibility";
import { RESPONSE_SELECT } from "./response-columns";

export type OfficialResponse = Awaited<ReturnType<typeof findResponse>>;

/**
 * An official response with the stations it is about, the claims that it answers or leaves unanswered, its evidence and
 * the status reports that rest on it.
 * @throws Refusal not_found
 */
export async function findResponse(actor: Actor, slug: string) {
  requirePermission(actor, "read published records");
  const [row] = await db
    .select({
      ...RESPONSE_SELECT,
      version: responses.version,
      government: organizations.country,
      countries: responses.countries,
      note: responses.note,
    })
    .from(responses)
    .leftJoin(organizations, and(eq(organizations.id, responses.authorityId), visibleTo(actor, organizations)))
    .where(and(eq(responses.slug, slug), visibleTo(actor, responses)));
  if (!row) throw Refusal.notFound();
  const [places, answers, items, reports] = await Promise.all([
    stationsOf(actor, row.id),
    answersOf(actor, row.id),
    evidenceOf(actor, row.id),
    reportsOn(actor, row.id),
  ]);
  return { ...row, stations: places, answers, evidence: items, statusReports: reports };
}

const stationsOf = (actor: Actor, responseId: string) =>
  db
    .select({ slug: stations.slug, name: stations.name, country: stations.country })
    .from(responseStations)
    .innerJoin(stations, and(eq(stations.id, responseStations.stationId), visibleTo(actor, stations)))
    .where(eq(responseStations.responseId, responseId))
    .orderBy(asc(stations.name));

const answersOf = (actor: Actor, responseId: string) =>
  db
    .select({
      answer: responseClaims.answer,
      slug: claims.slug,
      proposition: claims.proposition,
      claimants: claimantsOf(actor, claims.id),
      ...claimDates(claims),
      assessment: claims.assessment,
    })
    .from(responseClaims)
    .innerJoin(claims, and(eq(claims.id, responseClaims.claimId), visibleTo(actor, claims)))
    .where(eq(responseClaims.responseId, responseId))
    .orderBy(asc(responseClaims.answer), asc(claims.assertedSort), asc(claims.slug));

const evidenceOf = (actor: Actor, responseId: string) =>
  db
    .select({
      ...EVIDENCE_SELECT,
      reliability: organizations.reliability,
      publisher: joinedOrg(organizations),
    })
    .from(responseEvidence)
    .innerJoin(evidence, and(eq(evidence.id, responseEvidence.evidenceId), visibleTo(actor, evidence)))
    .leftJoin(organizations, and(eq(organizations.id, evidence.publisherId), visibleTo(actor, organizations)))
    .where(eq(responseEvidence.responseId, responseId))
    .orderBy(asc(evidence.publishedSort), asc(evidence.slug));

const reportsOn = (actor: Actor, responseId: string) =>
  db
    .select({
      slug: statusReports.slug,
      status: statusReports.status,
      asOf: fuzzyDateColumns(statusReports.asOfEdtf, statusReports.asOfFrom, statusReports.asOfTo),
      station: { slug: stations.slug, name: stations.name },
    })
    .from(statusReports)
    .innerJoin(stations, and(eq(stations.id, statusReports.stationId), visibleTo(actor, stations)))
    .where(and(eq(statusReports.responseId, responseId), visibleTo(actor, statusReports)))
    .orderBy(asc(statusReports.asOfSort), asc(statusReports.slug));

/** A new draft; its slug is made of the authority and what it did. */
export async function recordResponse(actor: Actor, recorded: Recorded<ResponseInput>): Promise<WrittenRecord> {
  return recordNamed(actor, "response", `rsp ${recorded.input.authority} ${recorded.input.kind}`, recorded);
}

export async function reviseResponse(actor: Actor, revision: Revised<ResponseInput>): Promise<WrittenRecord> {
  return reviseOne(actor, "response", revision);
}
